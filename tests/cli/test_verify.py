"""`flaxdrills verify`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Answer, Installation

pytestmark = pytest.mark.process


def test_verify_of_an_unknown_id_ends_with_2(installed: Installation) -> None:
    answer = installed.call("verify", "sum-up", "nonsense")
    assert (answer.status, answer.out) == (2, "")
    assert "There is no problem 'nonsense'" in answer.err


@pytest.mark.worker
def test_verify_proves_what_changed_and_what_is_named(installed: Installation) -> None:
    (installed.folder / "content" / "tracks.toml").write_text(
        '[[track]]\nid = "first"\ntitle = "First"\nproblems = ["sum-up"]\n'
    )
    first = installed.call("verify")
    assert (first.status, first.err) == (0, "1/1 sum-up: proven\n")
    assert first.out.startswith("1 problem proven in ")
    kept = "1 problem proven before and not changed (--all runs everything again).\n"
    assert installed.call("verify") == Answer(0, kept, "")
    for again in (["--all"], ["sum-up"]):
        assert installed.call("verify", *again).err == first.err
    # Nothing says there with which files it was proven: only a checkout is written to.
    assert installed.call("verify", "--daily").err == first.err
    lesson = installed.problem("sum-up") / "lesson.md"
    lesson.write_text(lesson.read_text().replace("3.0", "4.0"))
    off = installed.call("verify")
    assert (off.status, off.err) == (1, "1/1 sum-up: 1 thing does not hold\n")
    assert off.out.startswith("\nsum-up/lesson.md: line 10: this block prints\n3.0\nand the lesson says\n4.0\n")
    assert off.out.endswith("\n1 thing does not hold.\n")
    assert installed.call("verify").err == off.err
