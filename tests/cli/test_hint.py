"""`flaxdrills hint`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_hints_come_one_a_call_and_then_all(installed: Installation) -> None:
    answers = [installed.call("hint", "sum-up") for _ in range(4)]
    assert {answer.status for answer in answers} == {0}
    assert answers[0].out == "Hint 1 of 3\n\nWhich layer multiplies?\n\n"
    assert [answer.out.splitlines()[0] for answer in answers[1:]] == [
        "Hint 2 of 3",
        "Hint 3 of 3",
        "You have all 3 hints of sum-up:",
    ]
    assert [line for line in answers[3].out.splitlines() if line.startswith("Hint")] == [
        f"Hint {number} of 3" for number in (1, 2, 3)
    ]
    assert installed.recorded(EntryKind.HINT) == ["sum-up"] * 3
