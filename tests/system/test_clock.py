"""The learner's clock, wherever TZ says that the learner is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from flaxdrills.system.clock import clock_fault, local_now


@pytest.fixture(autouse=True)
def zone_put_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "offset_min"),
    [
        ("UTC", 0),
        ("XXX-5:45", 345),
        ("XXX+3:30", -210),
        ("XXX-25", 0),
        ("XXX99", 0),
        ("XXX-23:59:59", 1439),
        ("XXX+23:59:59", -1439),
        ("XXX-0:00:29", 0),
        ("no zone", 0),
        ("", 0),
    ],
)
def test_the_clock_has_an_offset_that_a_clock_can_have(
    zone: str, offset_min: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    now = local_now()
    assert now.utcoffset() == timedelta(minutes=offset_min)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert clock_fault().startswith(f"TZ is {zone!r}, which is a day or more away") == (zone in ("XXX-25", "XXX99"))
