"""`flaxdrills review`, called as a learner calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Answer, Installation, settings, solved_long_ago

pytestmark = pytest.mark.process


def test_a_review_begins_with_a_fresh_stub_and_goes_on_when_it_is_asked_for_again(installed: Installation) -> None:
    solved_long_ago(installed, "sum-up", "sum-more")
    file = Path(installed.call("path", "sum-up").out.strip())
    # Its file was gone, so a fresh one is a review already.
    assert installed.recorded(EntryKind.RESET) == ["sum-up"]
    other = installed.home / "data" / "solutions" / "first" / "sum_more.py"
    other.write_text("# old\n")
    answer = installed.call("review", "sum-more")
    assert (answer.status, answer.out) == (0, f"{other}\n")
    assert "Your file before is now" in answer.err and "# old" not in other.read_text()
    other.write_text("# begun\n")
    assert installed.call("review", "sum-more").err == ""
    assert other.read_text() == "# begun\n"
    assert installed.call("review") == Answer(0, f"{file}\n", "2 due. This is sum-up.\n")
    assert installed.call("review", "sum-last").status == 2


@pytest.mark.parametrize(
    ("options", "answers", "status", "told", "is_begun"),
    [
        ([], "", 2, "--yes begins the review without a question.", False),
        ([], "n\n", 2, "--yes begins the review without a question.", False),
        ([], "y\n", 0, "Your file before is now", True),
        (["--yes"], "", 0, "Your file before is now", True),
    ],
)
def test_what_is_not_due_is_asked_about(
    installed: Installation, options: list[str], answers: str, status: int, told: str, is_begun: bool
) -> None:
    file = Path(installed.call("path", "sum-up").out.strip())
    installed.record_pass("sum-up")
    file.write_text("# old\n")
    answer = installed.call("review", "sum-up", *options, answers=answers)
    assert (answer.status, answer.out) == (status, f"{file}\n" if is_begun else "")
    assert told in answer.err
    assert ("sum-up is not due before " in answer.err) is not bool(options)
    assert (installed.recorded(EntryKind.RESET) == ["sum-up"]) is is_begun
    assert ("# old" in file.read_text()) is not is_begun


def test_without_a_problem_it_says_how_many_are_due(installed: Installation) -> None:
    solved_long_ago(installed, "sum-up", "sum-more")
    settings(installed, "reviews_a_day = 1")
    assert installed.call("review").err == "1 to review today, 2 due in all. This is sum-up.\n"


def test_without_anything_due_there_is_no_review(installed: Installation) -> None:
    assert installed.call("review") == Answer(0, "", "Nothing is due.\n")
