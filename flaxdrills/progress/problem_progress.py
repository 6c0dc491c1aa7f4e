"""Where the learner stands with one problem."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.verdict import Verdict
from flaxdrills.progress.progress_events import ProgressEvent
from flaxdrills.progress.reviews import Review

RECENT = 10
"""How many attempts at a problem say what goes wrong these days (weak_concepts.py)."""


class Status(StrEnum):
    """Where the learner stands with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"
    DUE = "due"
    """Solved once, and about to be forgotten."""

    @property
    def sign(self) -> str:
        """What stands for it where there is room for one character."""
        return _SIGNS[self]


_SIGNS = {Status.NEW: "·", Status.TRIED: "~", Status.SOLVED: "✓", Status.DUE: "!"}


@dataclass(frozen=True, slots=True)
class ProblemProgress:
    """Where the learner stands with one problem."""

    status: Status = Status.NEW
    attempts: int = 0
    hints: int = 0
    """How many of its hints were taken, ever; a reset does not give them back."""
    revealed: bool = False
    """Whether the reference solution was shown."""
    solved_at: datetime | None = None
    """When an attempt first passed."""
    last_at: datetime | None = None
    """When anything about it was last recorded."""
    review: Review = field(default_factory=Review)
    recent: tuple[bool, ...] = ()
    """Whether each of the last attempts passed, the latest last; a file that was half written was none."""
    unfinished: int = 0
    """How many of the attempts were of half-written files: no tries."""


_NOTHING = ProblemProgress()


def after(before: ProblemProgress, event: ProgressEvent, day: date) -> ProblemProgress:
    """Where the learner stands with a problem after `event`, of their `day`, the next one after `before`."""
    # Not `replace`, which takes several times as long; a journal may have a million events.
    status, attempts, hints, revealed = before.status, before.attempts, before.hints, before.revealed
    solved_at, recent, unfinished = before.solved_at, before.recent, before.unfinished
    match event.kind:
        case EntryKind.ATTEMPT:
            passed = event.verdict is Verdict.PASSED
            status = Status.SOLVED if passed else Status.TRIED if status is Status.NEW else status
            attempts += 1
            solved_at = solved_at or (event.at if passed else None)
            unfinished += event.unfinished
            recent = recent if event.unfinished else (*recent, passed)[-RECENT:]
        case EntryKind.HINT:
            hints = max(hints, event.number + 1)
        case EntryKind.REVEALED:
            revealed = True
    review = before.review.after(event, day)
    return ProblemProgress(status, attempts, hints, revealed, solved_at, event.at, review, recent, unfinished)
