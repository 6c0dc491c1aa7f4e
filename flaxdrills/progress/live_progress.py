"""The journal and what it adds up to, kept up to date: what is recorded counts at once."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from pathlib import Path

from flaxdrills.journal.journal import Entry, EntryKind, Journal, JournalError
from flaxdrills.progress.journal_reader import JournalReader
from flaxdrills.progress.progress_accumulator import Progress
from flaxdrills.progress.progress_cache import CachedProgress
from flaxdrills.progress.progress_events import LostError, ProgressEvent
from flaxdrills.system.settings import DEFAULT_DAY_END

_MOMENTS = timedelta(seconds=3)
"""So much later than one app another one may hear of a save."""


class LiveProgress:
    """Where the learner stands, going by the journal. Threads may share it."""

    def __init__(
        self,
        journal: Journal,
        cache: Path | None = None,
        day_end: time = DEFAULT_DAY_END,
        on_long_reading: Callable[[int], None] = lambda size: None,
    ) -> None:
        """`on_long_reading` hears, before a reading that takes seconds, how many bytes it will be."""
        self.journal = journal
        self.day_end = day_end
        self._reader = JournalReader(journal, cache, day_end, on_long_reading)
        self._state: CachedProgress | None = None
        self._own: set[str] = set()
        """The ids of what was recorded here."""
        self._turn = threading.Lock()

    def refresh(self) -> None:
        """Read what was added to the journal, by whomever."""
        with self._turn:
            try:
                state = self._reader.read_on(self._state or self._reader.cached())
            except LostError:
                state = None
            self._state = state or self._reader.read_all()
            self._add(self.journal.waiting)

    def record(self, kind: EntryKind, problem_id: str, **fields: object) -> str:
        """Write an entry; returns why that was impossible, or "". What waits to be written counts already."""
        try:
            self.add(self.journal.append(kind, problem_id, **fields))
        except JournalError as error:
            for entry in self.journal.waiting:
                self.add(entry)
            return str(error)
        return ""

    def record_attempt(self, problem_id: str, since: datetime, **fields: object) -> str:
        """Write that a file was judged, which was begun at `since`, as `record` does.

        A second app that watches the file judges the same save: what that came to is recorded once.
        """
        with self.journal.alone():
            if not any(
                entry.kind == EntryKind.ATTEMPT
                and entry.problem == problem_id
                and entry.at >= since - _MOMENTS
                and entry.id not in self._own
                and all(entry.fields.get(name) == fields.get(name) for name in ("sha256", "verdict"))
                for entry in self.journal.last()
            ):
                return self.record(EntryKind.ATTEMPT, problem_id, **fields)
        self.refresh()
        return ""

    def add(self, entry: Entry) -> None:
        """Add what was just recorded, or waits to be."""
        self._own.add(entry.id)
        with self._turn:
            self._add([entry])

    def settle(self) -> str:
        """Record what could not be recorded before; returns why that is impossible still, and where it is kept."""
        with contextlib.suppress(JournalError):
            self.journal.settle()
        if not self.journal.waiting:
            return ""
        if rescued := self.journal.rescue():
            return f"{self.trouble} It is kept in {rescued}, and `flaxdrills import {rescued}` records it later."
        return self.trouble

    def close(self) -> str:
        """Do what `settle` does; returns what is to be said where something is not recorded, or ""."""
        why = self.settle()
        return why and self._unrecorded("not recorded", why)

    @property
    def trouble(self) -> str:
        """Why something that was done could not be recorded yet; "" when all is."""
        return self.journal.trouble

    @property
    def faults(self) -> tuple[str, ...]:
        """What could not be recorded or read, a sentence each. It stays where it is."""
        with self._turn:
            said = [self._unrecorded("not recorded yet; flaxdrills tries again at your next action", self.trouble)]
            said += self._reader.unread
            for name, file in sorted(self._state.files.items()) if self._state else ():
                said += file.faults
                if file.more:
                    said.append(f"{self.journal.folder / name}: {file.more} more lines are skipped and kept.")
            return tuple(filter(None, said))

    def progress(self) -> Progress:
        """Where the learner stood when the journal was last read or added to."""
        with self._turn:
            return self._state.accumulator.progress() if self._state else Progress()

    def events(self, problem_id: str) -> tuple[ProgressEvent, ...]:
        """All that was done about a problem, in the order of time."""
        with self._turn:
            if self._state is None:
                return ()
            try:
                return tuple(self._state.accumulator.events.get(problem_id, ()))
            except LostError:
                self._state = self._reader.read_all()
                return tuple(self._state.accumulator.events.get(problem_id, ()))

    def _add(self, entries: Iterable[Entry]) -> None:
        if self._state is None:
            return
        try:
            for entry in entries:
                self._state.accumulator.add(entry)
        except LostError:
            self._state = self._reader.read_all()
            for entry in self.journal.waiting:
                self._state.accumulator.add(entry)

    def _unrecorded(self, state: str, why: str) -> str:
        number = len(self.journal.waiting)
        if not number:
            return ""
        things = "One thing that you did is" if number == 1 else f"{number} things that you did are"
        return f"{things} {state}. {why}"
