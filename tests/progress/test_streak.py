"""Days in a row: at home, on the way, and when the clocks change."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from flaxdrills.progress.calendar_day import Instant, local_day, local_day_of
from flaxdrills.progress.streak import ActiveDay, Streak, streak_of

FOUR = time(4)
TODAY = date(2026, 3, 10)
NOON = Instant(datetime(2026, 3, 10, 12, tzinfo=UTC), 0)


def days_ago(*numbers: int) -> list[ActiveDay]:
    """Practised at noon, that many days before TODAY."""
    return days(*(NOON.at - timedelta(days=number) for number in numbers))


def days(*times: datetime, day_end: time = FOUR) -> list[ActiveDay]:
    """The days that passes at `times`, aware ones of the learner's clock, make."""
    found: dict[date, ActiveDay] = {}
    for moment in sorted(map(Instant.of, times), key=lambda moment: moment.at):
        day = moment.day(day_end)
        found[day] = ActiveDay(day, found[day].first if day in found else moment, moment)
    return list(found.values())


def at(zone: str, *when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone))  # type: ignore[misc, arg-type]


def streak(times: Iterable[datetime], now: datetime, *, free_day: bool = False) -> Streak:
    return streak_of(days(*times), Instant.of(now), free_day=free_day)


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
    ("active", "streak"),
    [
        ([], Streak(0, 0)),
        (days_ago(0), Streak(1, 1)),
        (days_ago(0, 1, 2), Streak(3, 3)),
        (days_ago(2, 0, 1, 1, 0), Streak(3, 3)),
        (days_ago(0, 2, 3), Streak(1, 2)),
        (days_ago(0, 1, 4, 5, 6, 7, 9), Streak(2, 4)),
    ],
)
def test_a_streak_counts_the_days_without_a_gap(active: list[ActiveDay], streak: Streak) -> None:
    assert streak_of(active, NOON) == streak


def test_a_streak_lives_until_the_day_without_anything_is_over() -> None:
    assert streak_of(days_ago(1, 2), NOON).current == 2
    assert streak_of(days_ago(2, 3), NOON).current == 0
    night = Instant(NOON.at + timedelta(hours=15, minutes=59), 0)
    assert streak_of(days_ago(1, 2), night).current == 2
    assert streak_of(days_ago(1, 2), Instant(night.at + timedelta(minutes=1), 0)).current == 0


def test_days_to_come_do_not_lengthen_the_current_streak() -> None:
    assert streak_of(days_ago(0, -1, -2), NOON) == Streak(1, 3)
    assert streak_of(days_ago(-1), NOON) == Streak(0, 1)


def test_a_machine_whose_clock_is_minutes_ahead_takes_nothing_from_the_streak() -> None:
    ahead = days(NOON.at - timedelta(days=1), NOON.at + timedelta(minutes=5))
    assert streak_of(ahead, NOON) == Streak(2, 2)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 4, 5, 12, 23])
def test_the_clocks_may_change_either_way(zone: str, hour: int) -> None:
    # A whole year at the same hour: both changes are in it.
    year = [datetime(2025, 1, 1, hour, 30, tzinfo=ZoneInfo(zone)) + timedelta(days=number) for number in range(365)]
    assert len(days(*year)) == 365
    assert streak(year, year[-1]) == Streak(365, 365)


@pytest.mark.parametrize(("month", "day"), [(3, 30), (10, 26)])
def test_a_day_on_which_the_clocks_change_can_be_missed_like_any_other(month: int, day: int) -> None:
    sunday = at("Europe/Berlin", 2025, month, day, 20)
    others = [sunday + timedelta(days=number) for number in range(-5, 6) if number]
    assert streak(others, others[-1]) == Streak(5, 5)


def test_a_day_that_was_skipped_over_the_date_line_is_not_missed() -> None:
    home = [at("Pacific/Honolulu", 2026, 2, day, 19) for day in (6, 7, 8, 9)]
    away = [at("Pacific/Auckland", 2026, 2, day, 19) for day in (11, 12, 13)]
    # The 10th was an hour long for them.
    assert streak([*home, *away], away[-1]) == Streak(7, 7)
    assert streak(home, at("Pacific/Auckland", 2026, 2, 11, 8)) == Streak(4, 4)
    assert streak(home, at("Pacific/Auckland", 2026, 2, 12, 8)).current == 0


def test_a_date_that_comes_twice_counts_once() -> None:
    away = [at("Pacific/Auckland", 2026, 2, day, 19) for day in (10, 11, 12)]
    home = [at("Pacific/Honolulu", 2026, 2, day, 19) for day in (12, 13, 14)]
    assert streak([*away, *home], home[-1]) == Streak(5, 5)
    # Hours after landing it is the day before the last one that was practised on.
    assert streak(away, at("Pacific/Honolulu", 2026, 2, 11, 23)) == Streak(3, 3)


def test_a_journey_back_in_time_gives_no_second_chance() -> None:
    away = [at("Pacific/Auckland", 2026, 2, day, 9) for day in (9, 10, 12)]
    back = at("Pacific/Honolulu", 2026, 2, 11, 23)
    assert streak([*away, back], back) == Streak(1, 2)


@pytest.mark.parametrize(
    ("there", "here"), [("America/Los_Angeles", "Asia/Tokyo"), ("Europe/London", "Australia/Sydney")]
)
@pytest.mark.parametrize("hour", [5, 9, 13, 18, 22])
def test_whoever_practises_every_24_hours_loses_nothing_by_flying(there: str, here: str, hour: int) -> None:
    start = at(there, 2026, 1, 10, hour).astimezone(UTC)
    times = [start + timedelta(days=number) for number in range(30)]
    for out, back in ((10, 20), (10, 30), (1, 29)):
        zones = [here if out <= number < back else there for number in range(30)]
        flown = [time.astimezone(ZoneInfo(zone)) for time, zone in zip(times, zones, strict=True)]
        found = streak(flown, flown[-1])
        assert found.current == found.longest
        assert found.current in (29, 30)


def test_going_between_a_laptop_and_a_machine_that_runs_on_utc_breaks_nothing() -> None:
    chance = random.Random(5)
    start = at("America/Los_Angeles", 2026, 1, 5, 20).astimezone(UTC)
    zones = [ZoneInfo("America/Los_Angeles"), UTC]
    times = [(start + timedelta(days=number)).astimezone(chance.choice(zones)) for number in range(60)]
    found = streak(times, times[-1])
    # A date that comes twice counts once, but nothing ever breaks.
    assert found.current == found.longest >= 30


def test_nobody_gains_a_day_by_flying() -> None:
    chance = random.Random(7)
    zones = ["Pacific/Kiritimati", "Asia/Tokyo", "Europe/London", "America/New_York", "Pacific/Pago_Pago"]
    for _ in range(50):
        start = datetime(2026, 1, 10, chance.randrange(24), tzinfo=UTC)
        # Two weeks, never less than 20 hours between two passes.
        hours = [number * 24 + chance.randrange(4) for number in range(14)]
        times = [(start + timedelta(hours=hour)).astimezone(ZoneInfo(chance.choice(zones))) for hour in hours]
        assert streak(times, times[-1]).longest <= 15


@pytest.mark.parametrize(
    ("missed", "found"),
    [
        # 9 March 2026 is a Monday.
        ([], Streak(21, 21)),
        ([4], Streak(20, 20)),
        ([4, 11, 18], Streak(18, 18)),
        ([6, 7], Streak(19, 19)),
        ([4, 5], Streak(15, 15)),
        ([4, 6], Streak(14, 14)),
    ],
)
def test_a_free_day_a_week_may_be_missed_and_is_not_counted(missed: list[int], found: Streak) -> None:
    monday = datetime(2026, 3, 9, 12, tzinfo=UTC)
    times = [monday + timedelta(days=number) for number in range(21) if number not in missed]
    assert streak(times, times[-1], free_day=True) == found
    assert streak(times, times[-1]).longest < 21 or not missed


def test_a_free_day_keeps_the_streak_alive_for_a_day_more() -> None:
    friday = datetime(2026, 3, 13, 12, tzinfo=UTC)
    times = [friday - timedelta(days=1), friday]
    alive = [streak(times, friday + timedelta(days=ahead), free_day=True).current for ahead in range(5)]
    assert alive == [2, 2, 2, 0, 0]
