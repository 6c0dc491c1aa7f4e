"""Where the learner stands, in figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.heat_map import SHADES, WEEKS, heat_map, legend, month_line, shade, weeks_until
from flaxdrills.progress.overview import Overview, overview_of
from flaxdrills.progress.progress_accumulator import progress_of
from flaxdrills.progress.statistics import (
    bar,
    day_in_words,
    due_days,
    duration,
    first_tries,
    practised_since,
    track_bars,
)
from flaxdrills.progress.weak_concepts import weak_concepts
from flaxdrills.system.settings import Settings
from tests.entries import Diary

TODAY = date(2026, 3, 9)


def problem(name: str, *concepts: str) -> Problem:
    return Problem(name, "one", 1, name, name, 1, name, Path("/" + name), concepts)


CATALOGUE = Catalogue(
    (
        Track("one", "One", "", (problem("a", "state"), problem("b", "state", "jit"), problem("c", "jit", "jit"))),
        Track("empty", "Empty", "", ()),
    )
)


def overview(diary: Diary, now: datetime | None = None) -> Overview:
    return overview_of(CATALOGUE, progress_of(diary.entries), now or diary.clock, Settings())


@pytest.mark.parametrize("today", [TODAY + timedelta(days=number) for number in range(0, 400, 37)])
def test_the_weeks_begin_on_monday_and_end_today(today: date) -> None:
    weeks = weeks_until(today)
    assert len(weeks) == WEEKS
    assert all(week[0].weekday() == 0 for week in weeks)
    assert [len(week) for week in weeks] == [7] * (WEEKS - 1) + [today.weekday() + 1]
    assert weeks[-1][-1] == today
    assert (today - weeks[0][0]).days >= 364


@pytest.mark.parametrize("today", [TODAY + timedelta(days=number) for number in range(0, 400, 11)])
def test_the_months_stand_where_they_begin_and_never_run_over(today: date) -> None:
    weeks = weeks_until(today)
    line = month_line(weeks)
    assert len(line) <= WEEKS
    assert 10 <= len(line.split()) <= 13
    for column, week in enumerate(weeks):
        if line[column : column + 1].isupper():
            [first] = [day for day in week if day.day == 1]
            assert line[column:].startswith(f"{first:%b}")


def test_the_more_was_run_the_darker_it_is() -> None:
    assert [shade(runs) for runs in (0, 1, 2, 3, 5, 6, 9, 10, 99)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert all(sign in legend() for sign in SHADES)


def test_the_heat_map_fits_80_columns() -> None:
    lines = list(heat_map({TODAY: DayActivity(attempts=10), TODAY - timedelta(days=1): DayActivity(attempts=3)}, TODAY))
    assert len(lines) == 8
    assert max(map(len, lines)) <= 60
    assert (lines[1][0:3], lines[1][-1], lines[7][-1]) == ("Mon", "█", "▒")


@pytest.mark.parametrize(
    ("solved", "total", "full"), [(0, 100, 0), (1, 100, 1), (50, 100, 5), (99, 100, 9), (100, 100, 10), (0, 0, 0)]
)
def test_a_bar_shows_what_is_done_and_what_is_left(solved: int, total: int, full: int) -> None:
    done, left = bar(solved, total, 10)
    assert (len(done), len(done) + len(left)) == (full, 10)


def test_tracks_without_problems_have_no_bar() -> None:
    diary = Diary()
    diary.attempt("passed", "a")
    [one] = track_bars(overview(diary, diary.clock + timedelta(days=9)))
    assert (one.track.id, one.solved, one.total, one.due) == ("one", 1, 3, 1)


def test_what_is_overdue_is_due_today_and_the_rest_on_its_day() -> None:
    diary = Diary()
    diary.attempt("passed", "a")
    diary.wait(days=5).attempt("passed", "b")
    days = due_days(overview(diary))
    assert [day.day for day in days] == [diary.clock.date() + timedelta(days=number) for number in range(14)]
    assert {day.day: [one.problem.id for one in day.standings] for day in days if day.standings} == {
        diary.clock.date(): ["a"],
        diary.clock.date() + timedelta(days=2): ["b"],
    }


def test_the_concept_of_which_most_runs_fail_comes_first_with_its_problems() -> None:
    diary = Diary()
    for _ in range(6):
        diary.attempt("failed", "a")
    diary.attempt("failed", "b")
    for _ in range(9):
        diary.attempt("passed", "c")
    found = weak_concepts(overview(diary), 5)
    assert [(one.name, one.failed, one.runs) for one in found] == [("state", 7, 7), ("jit", 1, 10)]
    assert [standing.problem.id for standing in found[0].standings] == ["a", "b"]
    assert len(weak_concepts(overview(diary), 1)) == 1


def test_a_concept_that_was_hardly_tried_or_never_fails_is_not_named() -> None:
    diary = Diary()
    diary.attempt("failed", "a")
    for _ in range(9):
        diary.attempt("passed", "c")
    assert weak_concepts(overview(diary), 5) == ()


def test_what_was_mastered_since_is_forgotten() -> None:
    diary = Diary()
    for _ in range(10):
        diary.attempt("failed", "a")
    for _ in range(10):
        diary.attempt("passed", "a")
    assert weak_concepts(overview(diary), 5) == ()


def test_first_tries_are_those_of_problems_and_reviews() -> None:
    diary = Diary()
    diary.attempt("passed", "a")
    diary.attempt("failed", "b")
    diary.attempt("passed", "b")
    diary.attempt("passed", "b")
    assert first_tries(overview(diary)) == (1, 2)


def test_the_last_days_are_counted_with_today() -> None:
    diary = Diary(datetime(2026, 3, 9, 12, tzinfo=UTC))
    for _ in range(8):
        diary.attempt("failed", "a")
        diary.wait(minutes=10).attempt("failed", "a")
        diary.wait(days=1, minutes=-10)
    assert practised_since(overview(diary, diary.clock - timedelta(days=1)), 7) == 7 * 600


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 min"), (29, "0 min"), (90, "2 min"), (3599, "1 h 0 min"), (360000, "100 h 0 min")]
)
def test_a_duration_is_told_in_hours_and_minutes(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_day_is_told_in_a_few_words() -> None:
    assert day_in_words(DayActivity()) == "nothing was run"
    assert day_in_words(DayActivity(1, 1, 0)) == "1 run, 1 passed"
    assert day_in_words(DayActivity(4, 2, 900)) == "4 runs, 2 passed, 15 min"
