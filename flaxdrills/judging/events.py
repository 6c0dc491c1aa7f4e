"""What happens while a solution is judged, one value an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from flaxdrills.judging.model_description import Model, Primitives
from flaxdrills.judging.picture import Picture


class CheckKind(StrEnum):
    """What a check looks at."""

    CASE = "case"
    """The values that the function returns."""
    MECHANISM = "mechanism"
    """How the values came about."""


class Limit(StrEnum):
    """The limit that ended a run."""

    TIME = "time"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One thing that must hold, and whether it does."""

    name: str
    kind: CheckKind
    passed: bool
    message: str = ""
    """Why it does not hold; empty when it does."""
    sketch: tuple[float, ...] = ()
    """A case: numbers drawn from what was returned, the same for everyone who makes the same mistake."""
    finding: str = ""
    """Which way the check went, the same for everyone who makes the same mistake."""
    line: int = 0
    """The line of the learner's file that the message names; 0 for none."""


@dataclass(frozen=True, slots=True)
class StackFrame:
    """One line of the learner's file on the way to an exception."""

    line: int
    function: str
    text: str


def fold_repeated_frames(frames: Sequence[StackFrame]) -> list[tuple[StackFrame, str]]:
    """Each of `frames`, and whether it stands there more than once in a row, so that a recursion is one line.

    How often is not told: of a deep one only some frames are known.
    """
    rows = [(frame, len(list(same)) > 1) for frame, same in groupby(frames)]
    return [(frame, "   (again and again)" if is_repeated else "") for frame, is_repeated in rows]


@dataclass(frozen=True, slots=True)
class Raised:
    """The learner's code raised, did not parse, or lacks the function."""

    type: str
    message: str
    """Verbatim."""
    frames: tuple[StackFrame, ...] = ()
    """The learner's own, outermost first."""
    where: str = ""
    """What was being done, such as the name of the case."""
    cause: str = ""
    """Where the error is a known one: what usually leads to it and what to look at, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Preparing:
    """A worker is getting ready."""

    stage: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker waits for a solution."""

    device: str
    versions: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]
    """The names of the checks that it will make, in order."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Started:
    """The solution is being run."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check was made."""

    result: CheckResult


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that does not decide the verdict, such as a deprecated spelling."""

    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of the first case, to be looked at."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Ran:
    """A lesson's code block was run."""

    block: int
    """Its number, from 0."""
    output: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The names that were asked for and that the installed libraries do not have."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """All that the solution printed, control characters shown as text."""

    text: str
    truncated: bool


@dataclass(frozen=True, slots=True)
class Killed:
    """A limit was reached, and the run was ended."""

    limit: Limit
    message: str
    phase: str = ""
    """What the run was busy with: loading the file, tracing, compiling, or running."""
    frames: tuple[StackFrame, ...] = ()
    """Where in the learner's file it was then, outermost first."""


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended before it was done."""

    message: str
    may_be_outside: bool = False
    """Whether it was by a signal that others may have sent to it, and it to itself."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A process of ours was ended from outside; that says nothing about the solution."""

    message: str


@dataclass(frozen=True, slots=True)
class NoGpu:
    """A GPU was asked for, and there is none; that says nothing about the solution."""

    message: str
    """Why, and what to install."""


@dataclass(frozen=True, slots=True)
class BeginsAgain:
    """After such an end: what was said so far is void, and the run begins again."""


@dataclass(frozen=True, slots=True)
class Broke:
    """Our fault: the problem's own files, the judge, or the installation."""

    message: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What one more call of a function takes, once all is compiled that a call leaves behind."""

    traces: int
    compilations: int
    equations: int
    """In its jaxpr and those within; 0 where it cannot be traced as a whole."""
    warm_ms: float
    """Milliseconds."""


@dataclass(frozen=True, slots=True)
class CostCompared:
    """After a pass: the solution beside the reference, and what one more call brought to light."""

    yours: Cost
    reference: Cost
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """After the verdict: what the solution built or returned in one case, and what the reference does there."""

    case: str
    yours: Model
    reference: Model


@dataclass(frozen=True, slots=True)
class Traced:
    """After the verdict: what the jaxpr of the solution is made of in that case, and that of the reference."""

    yours: Primitives
    reference: Primitives


@dataclass(frozen=True, slots=True)
class Done:
    """Every check was made."""

    seconds: float


PERHAPS = "Perhaps: "
"""What a diagnosis begins with where only the symptom fits, and nothing that it states was looked at."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The mistake is one that ships with the problem."""

    wrong: str
    diagnosis: str
    """Told as a fact, or begun with PERHAPS."""


FinalEvent = Done | Killed | Died | Interrupted | NoGpu | Broke
"""What ends a run, one of them each; only a LateEvent may follow, and what it was taken for."""

LateEvent = Described | Traced | CostCompared
"""What may be told once the verdict is known, each once and in this order; it decides nothing."""

Event = (
    Preparing
    | Ready
    | Started
    | Checked
    | Raised
    | Noted
    | Drawn
    | Ran
    | Missing
    | Printed
    | Killed
    | Died
    | Interrupted
    | NoGpu
    | BeginsAgain
    | Broke
    | Described
    | Traced
    | CostCompared
    | Done
    | Recognised
)
