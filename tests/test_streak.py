"""Days in a row."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from flaxdrills.streak import Streak, local_day, local_day_of, streak_of

FOUR = time(4)
TODAY = date(2026, 3, 10)


def days_ago(*numbers: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("at", "offset_min", "day_end", "day"),
    [
        (datetime(2026, 3, 10, 3, 59, tzinfo=UTC), 0, FOUR, date(2026, 3, 9)),
        (datetime(2026, 3, 10, 4, 0, tzinfo=UTC), 0, FOUR, date(2026, 3, 10)),
        (datetime(2026, 3, 10, 3, 59, tzinfo=UTC), 0, time(0), date(2026, 3, 10)),
        (datetime(2026, 3, 9, 22, 0, tzinfo=UTC), 540, FOUR, date(2026, 3, 10)),
        (datetime(2026, 3, 10, 11, 0, tzinfo=UTC), -480, FOUR, date(2026, 3, 9)),
        (datetime(2026, 1, 1, 0, 30, tzinfo=UTC), 0, FOUR, date(2025, 12, 31)),
        (datetime(2026, 3, 10, 5, 0, tzinfo=UTC), 0, time(5, 30), date(2026, 3, 9)),
        (datetime(2026, 3, 10, 5, 0, tzinfo=timezone(timedelta(hours=2))), 0, FOUR, date(2026, 3, 9)),
    ],
)
def test_a_time_belongs_to_the_day_that_the_learner_would_say(
    at: datetime, offset_min: int, day_end: time, day: date
) -> None:
    assert local_day(at, offset_min, day_end) == day
    assert local_day_of(int(at.timestamp()), offset_min, day_end) == day


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ([], Streak(0, 0)),
        (days_ago(0), Streak(1, 1)),
        (days_ago(0, 1, 2), Streak(3, 3)),
        (days_ago(2, 0, 1, 1, 0), Streak(3, 3)),
        (days_ago(0, 2, 3), Streak(1, 2)),
        (days_ago(0, 1, 4, 5, 6, 7, 9), Streak(2, 4)),
    ],
)
def test_a_streak_counts_the_days_without_a_gap(days: list[date], streak: Streak) -> None:
    assert streak_of(days, TODAY) == streak


def test_a_streak_lives_until_the_day_without_anything_is_over() -> None:
    assert streak_of(days_ago(1, 2), TODAY).current == 2
    assert streak_of(days_ago(2, 3), TODAY).current == 0


def test_days_to_come_do_not_lengthen_the_current_streak() -> None:
    assert streak_of(days_ago(0, -1, -2), TODAY) == Streak(1, 3)
    assert streak_of(days_ago(-1), TODAY) == Streak(0, 1)
