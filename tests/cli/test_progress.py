"""`flaxdrills progress`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_progress_counts_attempts_and_solved_problems(installed: Installation) -> None:
    installed.record_pass("sum-up", "sum-up", "sum-last")
    found = installed.call("progress", "--json").json
    assert {
        "attempts": 3,
        "solved": 2,
        "problems": 3,
        "streak": {"current": 1, "longest": 1},
        "due": [],
        "reviews_today": [],
        "tracks": [
            {"id": "first", "problems": 2, "solved": 1, "due": 0},
            {"id": "second", "problems": 1, "solved": 1, "due": 0},
        ],
        "first_tries": {"passed": 2, "of": 2},
        "concepts": [],
    }.items() <= found.items()
    assert [(day["attempts"], day["passed"]) for day in found["days"]] == [(3, 3)]
    assert (len(found["coming"]), sum(day["due"] for day in found["coming"])) == (14, 2)
    assert [one["problem"] for one in found["latest"]] == ["sum-last", "sum-up", "sum-up"]
    assert "solved    2 of 3\nstreak    1 day (longest 1 day)\nattempts  3\n" in installed.call("progress").out
