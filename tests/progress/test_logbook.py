"""What was done, looked up again in the journal."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.progress.logbook import Logbook

TOKYO = timezone(timedelta(hours=9))
EVENING = datetime(2026, 3, 10, 19, tzinfo=TOKYO)


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.time = EVENING

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Journal:
    return Journal(tmp_path / "journal", clock, "here")


def test_the_history_of_a_problem_is_its_own_wherever_it_was_recorded(journal: Journal, clock: Clock) -> None:
    logbook = Logbook(journal)
    other = Journal(journal.folder, clock, "there")
    journal.append(EntryKind.ATTEMPT, "p", verdict="failed")
    journal.append(EntryKind.ATTEMPT, "p-2", verdict="failed", wrong="p")
    clock.time += timedelta(hours=1)
    other.append(EntryKind.ATTEMPT, "p", verdict="passed")
    assert [past.attempt.verdict for past in logbook.history("p")] == ["failed", "passed"]
    assert [past.attempt.verdict for past in logbook.history("p-2")] == ["failed"]
    assert logbook.history("q") == ()


@pytest.mark.parametrize("offset", [0, 540, -720, 840, 1439, -1439])
@pytest.mark.parametrize("day_end", [time(0), time(4), time(23, 59)])
def test_the_attempts_of_a_day_are_those_that_the_fold_counts_on_it(
    journal: Journal, clock: Clock, offset: int, day_end: time
) -> None:
    clock.time = datetime(2026, 2, 27, 1, tzinfo=timezone(timedelta(minutes=offset)))
    logbook = Logbook(journal, day_end=day_end)
    for _ in range(30):
        logbook.record(EntryKind.ATTEMPT, "p", verdict="failed")
        clock.time += timedelta(hours=5)
    logbook.refresh()
    days = logbook.progress().days
    assert sum(done.attempts for done in days.values()) == 30
    assert {day: len(logbook.attempts_on(day)) for day in days} == {day: done.attempts for day, done in days.items()}
    assert logbook.attempts_on(date(2026, 1, 1)) == ()


def test_a_time_with_an_offset_is_found_as_well(journal: Journal) -> None:
    journal.folder.mkdir()
    table = {"v": 1, "id": "x", "at": "2026-03-09T00:30:00-23:00", "offset_min": 1380, "kind": "attempt"}
    journal.file.write_text(json.dumps(table | {"problem": "p", "verdict": "passed"}) + "\n")
    assert [attempt.passed for attempt in Logbook(journal).attempts_on(date(2026, 3, 10))] == [True]


def test_what_waits_to_be_recorded_is_there_already(journal: Journal, tmp_path: Path) -> None:
    logbook = Logbook(journal)
    (tmp_path / "journal").write_text("in the way")
    assert "could not be recorded" in logbook.record(EntryKind.ATTEMPT, "p", verdict="passed")
    assert logbook.trouble
    assert [past.attempt.passed for past in logbook.history("p")] == [True]
    assert len(logbook.attempts_on(EVENING.date())) == 1
    (tmp_path / "journal").unlink()
    assert logbook.close() == ""
    assert len(logbook.history("p")) == 1
