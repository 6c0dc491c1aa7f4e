"""`flaxdrills review`, called as a learner calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Answer, Installation, solved_long_ago

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
    assert installed.call("review").out == f"{file}\n"
    assert installed.call("review", "sum-last").status == 2


def test_without_anything_due_there_is_no_review(installed: Installation) -> None:
    assert installed.call("review") == Answer(0, "", "Nothing is due.\n")
