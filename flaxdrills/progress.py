"""What the journal's entries add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from flaxdrills.journal import Entry, Kind
from flaxdrills.report import Verdict


class Status(StrEnum):
    """Where the learner stands with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"
    DUE = "due"
    """Solved once, and about to be forgotten."""


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


_NOTHING = ProblemProgress()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the learner stands."""

    problems: Mapping[str, ProblemProgress] = field(default_factory=dict)
    """Only those that the journal knows; `problem` answers for all."""
    attempts: int = 0
    last_opened: str | None = None

    def problem(self, problem_id: str) -> ProblemProgress:
        """Where the learner stands with the problem of that id."""
        return self.problems.get(problem_id, _NOTHING)

    @property
    def solved(self) -> int:
        """How many problems were solved."""
        return sum(problem.solved_at is not None for problem in self.problems.values())


def progress_of(entries: Iterable[Entry]) -> Progress:
    """What `entries`, in the order of their time, add up to.

    Kinds of a newer version are passed over.
    """
    problems: dict[str, ProblemProgress] = {}
    attempts = 0
    last_opened = None
    for entry in entries:
        if entry.problem is None:
            continue
        after = _after(problems.get(entry.problem, _NOTHING), entry)
        if after is None:
            continue
        problems[entry.problem] = replace(after, last_at=entry.at)
        if entry.kind == Kind.OPENED:
            last_opened = entry.problem
        if entry.kind == Kind.ATTEMPT:
            attempts += 1
    return Progress(problems, attempts, last_opened)


def _after(before: ProblemProgress, entry: Entry) -> ProblemProgress | None:
    """What `entry` makes of `before`, or None where it says nothing."""
    match entry.kind, entry.fields:
        case Kind.ATTEMPT, {"verdict": Verdict.BROKEN}:
            return None
        case Kind.ATTEMPT, {"verdict": Verdict.PASSED}:
            return replace(
                before,
                status=Status.SOLVED,
                attempts=before.attempts + 1,
                solved_at=before.solved_at or entry.at,
            )
        case Kind.ATTEMPT, {"verdict": str()}:
            status = Status.TRIED if before.status is Status.NEW else before.status
            return replace(before, status=status, attempts=before.attempts + 1)
        case Kind.HINT, {"index": int(index)}:
            return replace(before, hints=max(before.hints, index + 1))
        case Kind.REVEALED, _:
            return replace(before, revealed=True)
        case ((Kind.OPENED | Kind.RESET | Kind.GRADED), _):
            return before
        case _:
            return None
