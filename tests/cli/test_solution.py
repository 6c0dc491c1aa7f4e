"""`flaxdrills solution`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


@pytest.mark.parametrize("answers", ["", "n\n", "\n"], ids=["end of input", "no", "enter"])
def test_solution_asks_while_unsolved_and_shows_nothing_without_a_yes(installed: Installation, answers: str) -> None:
    answer = installed.call("solution", "sum-up", answers=answers)
    assert (answer.status, answer.out) == (1, "")
    assert "You have not solved this one yet." in answer.err
    assert installed.recorded(EntryKind.REVEALED) == []


@pytest.mark.parametrize(("options", "answers"), [(["--yes"], ""), ([], "y\n")])
def test_solution_shows_the_reference_after_a_yes_and_records_it(
    installed: Installation, options: list[str], answers: str
) -> None:
    answer = installed.call("solution", "sum-up", *options, answers=answers)
    assert (answer.status, answer.out) == (0, (installed.problem("sum-up") / "solution.py").read_text())
    assert installed.recorded(EntryKind.REVEALED) == ["sum-up"]


def test_solution_does_not_ask_once_it_is_solved(installed: Installation) -> None:
    installed.record_pass("sum-up")
    answer = installed.call("solution", "sum-up")
    assert (answer.status, answer.err) == (0, "")
    assert installed.recorded(EntryKind.REVEALED) == []
