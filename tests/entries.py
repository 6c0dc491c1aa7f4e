"""Entries of a journal, in the order in which they are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.progress.calendar_day import Instant


@dataclass
class Diary:
    """Writes down what happens at a clock that only goes on when it is told to."""

    clock: datetime = datetime(2026, 3, 9, 12, tzinfo=UTC)
    entries: list[Entry] = field(default_factory=list)

    def wait(self, days: float = 0, minutes: float = 0) -> Diary:
        """Let time go by."""
        self.clock += timedelta(days=days, minutes=minutes)
        return self

    def write(self, kind: EntryKind | str, problem: str | None = "p", **fields: object) -> Entry:
        """One more entry."""
        moment = Instant.of(self.clock)
        entry = Entry(f"{len(self.entries):032}", moment.at, moment.offset_min, kind, problem, fields)
        self.entries.append(entry)
        return entry

    def attempt(self, verdict: str = "passed", problem: str = "p", **fields: object) -> Entry:
        """A run that came to `verdict`."""
        return self.write(EntryKind.ATTEMPT, problem, verdict=verdict, **fields)
