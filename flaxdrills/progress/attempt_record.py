"""The runs that were recorded, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.judging.verdict import Verdict
from flaxdrills.progress.progress_events import progress_event_of
from flaxdrills.system.sanitize import visible

_LONGEST_S = 1e6
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class RecentRun:
    """That something was judged."""

    id: str
    """As its event has it."""
    problem: str
    at: datetime
    """By the learner's clock then."""
    verdict: str
    """A Verdict, or "other" where a newer version knows more of them."""
    unfinished: bool
    """Whether the file was only half written, so that it was no try."""

    @staticmethod
    def of(at: datetime, run_id: str, problem: str, offset_min: int, verdict: str, unfinished: bool) -> RecentRun:
        """The run at that time, which is in UTC, while the learner's clock was so far ahead."""
        return RecentRun(run_id, visible(problem), _by_the_clock(at, offset_min), verdict, unfinished)

    @property
    def passed(self) -> bool:
        """Whether all was right."""
        return self.verdict == Verdict.PASSED


@dataclass(frozen=True, slots=True)
class Attempt(RecentRun):
    """One run, with all that was recorded of it."""

    seconds: float | None
    sha256: str
    """Of the text that was judged."""
    wrong: str | None
    """The shipped wrong_name that it was, if it was recognised at once."""


def attempt_of(entry: Entry) -> Attempt | None:
    """The attempt that `entry` records, if it does; its verdict may be a word of a newer version."""
    event = progress_event_of(entry)
    if event is None or entry.problem is None or event.kind is not EntryKind.ATTEMPT:
        return None
    sha256 = entry.fields.get("sha256")
    return Attempt(
        event.id,
        entry.problem,
        _by_the_clock(event.at, event.offset_min),
        visible(str(entry.fields["verdict"]))[:_LONGEST_WORD],
        event.unfinished,
        _seconds(entry.fields.get("seconds")),
        sha256 if isinstance(sha256, str) else "",
        event.wrong,
    )


def _seconds(value: object) -> float | None:
    """`value` if it is how long a run may have taken."""
    return float(value) if isinstance(value, int | float) and 0 <= value < _LONGEST_S else None


def _by_the_clock(at: datetime, offset_min: int) -> datetime:
    return at.astimezone(timezone(timedelta(minutes=offset_min)))
