"""What the learner did: recorded, added up, and looked up again one by one."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import date, time, timedelta

from flaxdrills.journal.journal import Entry, EntryKind, Journal, JournalError
from flaxdrills.progress.accumulator import Progress
from flaxdrills.progress.attempt_history import Past, history_of
from flaxdrills.progress.attempts import Attempt, attempt_of
from flaxdrills.progress.calendar_day import local_day
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.system.settings import DEFAULT_DAY_END

_DAY = timedelta(days=1)


class Logbook:
    """The journal, and what it adds up to. Threads may share it."""

    def __init__(self, journal: Journal, ledger: LiveProgress | None = None, day_end: time = DEFAULT_DAY_END) -> None:
        self._journal = journal
        self._ledger = ledger or LiveProgress(journal, None, day_end)
        self._day_end = day_end

    def refresh(self) -> None:
        """Read what was added to the journal, by whomever."""
        self._ledger.refresh()

    def record(self, kind: EntryKind, problem_id: str, **fields: object) -> str:
        """Write an entry; returns why that was impossible, or "". What waits to be written counts already."""
        try:
            self._ledger.add(self._journal.append(kind, problem_id, **fields))
        except JournalError as error:
            for entry in self._journal.waiting:
                self._ledger.add(entry)
            return str(error)
        return ""

    def close(self) -> str:
        """Record what could not be recorded before; returns what is to be said where that is impossible still."""
        with contextlib.suppress(JournalError):
            self._journal.settle()
        loss = self._unrecorded("not recorded")
        if loss and (rescued := self._journal.rescue()):
            loss += f" It is kept in {rescued}, and `flaxdrills import {rescued}` records it later."
        return loss

    @property
    def trouble(self) -> str:
        """Why something that was done could not be recorded yet; "" when all is."""
        return self._journal.trouble

    @property
    def faults(self) -> tuple[str, ...]:
        """What could not be recorded or read, a sentence each."""
        waiting = self._unrecorded("not recorded yet; that is tried again with what you do next")
        return (waiting, *self._ledger.faults) if waiting else self._ledger.faults

    def progress(self) -> Progress:
        """Where the learner stood when the journal was last read or added to."""
        return self._ledger.progress()

    def history(self, problem_id: str) -> tuple[Past, ...]:
        """Every attempt at the problem, the oldest first. It is looked for in all of the journal."""
        named = problem_id.encode()
        return history_of(self._entries(lambda line: named in line), problem_id, self._day_end)

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Every attempt of one of the learner's days, in the order of their time; looked for in all of the journal."""
        # What the clock showed is up to a day away from UTC, either way, and the day ends up to a day later.
        near = (day + number * _DAY for number in range(-2, 4))
        dated = re.compile("|".join(near_day.isoformat() for near_day in near).encode())
        near_it, day_end = self._entries(dated.search), self._day_end
        there = (entry for entry in near_it if local_day(entry.at, entry.offset_min, day_end) == day)
        return tuple(attempt for attempt in map(attempt_of, there) if attempt is not None)

    def _entries(self, is_wanted: Callable[[bytes], object]) -> list[Entry]:
        """The entries on lines that are wanted, and all that wait, in the order of their time, then of their id."""
        entries = {entry.id: entry for entry in (*self._journal.read(is_wanted).entries, *self._journal.waiting)}
        return sorted(entries.values(), key=lambda entry: (entry.at, entry.id))

    def _unrecorded(self, state: str) -> str:
        number = len(self._journal.waiting)
        if not number:
            return ""
        things = "One thing that you did is" if number == 1 else f"{number} things that you did are"
        return f"{things} {state}. {self._journal.trouble}"
