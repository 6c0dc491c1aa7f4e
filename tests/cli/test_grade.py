"""`flaxdrills grade`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_a_grade_can_be_changed(installed: Installation) -> None:
    assert "sum-up has no grade" in installed.call("grade", "sum-up", "easy").err
    installed.record_pass("sum-up")
    days = {installed.call("grade", "sum-up", grade).out for grade in ("again", "good", "easy")}
    assert len(days) == 3
    assert installed.recorded(EntryKind.GRADED) == ["sum-up"] * 3
