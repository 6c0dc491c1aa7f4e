"""What one run of a solution came to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaxdrills.judging.events import (
    PERHAPS,
    BeginsAgain,
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    CostCompared,
    Described,
    Died,
    Done,
    Drawn,
    Event,
    Interrupted,
    Killed,
    Limit,
    Missing,
    NoGpu,
    Noted,
    Preparing,
    Printed,
    Raised,
    Ran,
    Ready,
    Recognised,
    Started,
    Traced,
)
from flaxdrills.judging.picture import Picture
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.english import plural


@dataclass(frozen=True, slots=True)
class Report:
    """The state of one run, from its first event to its verdict."""

    problem: str
    stage: str = ""
    """What the worker is doing while there is no verdict."""
    expected_checks: tuple[str, ...] = ()
    """The names of all checks, once the worker has said them."""
    checks: tuple[CheckResult, ...] = ()
    error: Raised | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """Of what came of the first case."""
    output: str = ""
    output_truncated: bool = False
    wrong: str | None = None
    """The shipped mistake that this one is, if it was recognised."""
    diagnosis: str | None = None
    killed: Killed | None = None
    died: Died | None = None
    interrupted: Interrupted | None = None
    no_gpu: NoGpu | None = None
    broke: Broke | None = None
    done: bool = False
    device: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    prepare_s: float = 0.0
    run_s: float = 0.0
    total_s: float = 0.0
    """From the moment the run was asked for."""
    weighed: CostCompared | None = None
    """After a pass, the solution beside the reference, where that was measured."""
    described: Described | None = None
    """What it built or returned, where that was looked at."""
    traced: Traced | None = None
    """What its function does, where that was looked at."""
    lesson: str = ""
    """The heading of the lesson's section that shows the same error."""
    unrecorded: str = ""
    """Why this run is not in the journal yet, though it should be."""
    unkept: str = ""
    """Why there is no copy of what was judged, though the run is in the journal."""
    unfinished: bool = False
    """Whether the file was only half written, so that the run counts as no try."""

    def after(self, event: Event) -> Report:
        """The report with one more event folded in."""
        match event:
            case Preparing(stage):
                return replace(self, stage=stage)
            case Ready(device, versions, checks, seconds):
                return replace(
                    self, stage="ready", device=device, versions=versions, expected_checks=checks, prepare_s=seconds
                )
            case Started():
                return replace(self, stage="running your solution")
            case Checked(result):
                return replace(self, checks=(*self.checks, result))
            case Raised():
                return replace(self, error=event)
            case Noted(text):
                return self if text in self.notes else replace(self, notes=(*self.notes, text))
            case Drawn(picture):
                return replace(self, pictures=(*self.pictures, picture))
            case Printed(text, truncated):
                return replace(self, output=text, output_truncated=truncated)
            case Killed():
                return replace(self, killed=event)
            case Died():
                return replace(self, died=event)
            case Interrupted():
                return replace(self, interrupted=event)
            case NoGpu():
                return replace(self, no_gpu=event)
            case BeginsAgain():
                return Report(self.problem, stage="its worker was ended from outside; beginning again")
            case Broke():
                return replace(self, broke=event)
            case Done(seconds):
                return replace(self, done=True, run_s=seconds)
            case Recognised(wrong, diagnosis):
                return replace(self, wrong=wrong, diagnosis=diagnosis)
            case CostCompared():
                return replace(self, weighed=event, notes=(*self.notes, *event.notes))
            case Described():
                return replace(self, described=event)
            case Traced():
                return replace(self, traced=event)
            case Ran() | Missing():
                return self

    def with_late(self, late: Report) -> Report:
        """This one, with what `late`, which is the same run's, has of what may be told after the verdict."""
        return replace(self, described=late.described, traced=late.traced, weighed=late.weighed, notes=late.notes)

    @property
    def verdict(self) -> Verdict | None:
        """The one word, or None while the run goes on. It follows from the other fields alone."""
        if self.broke is not None:
            return Verdict.BROKEN
        if self.interrupted is not None:
            return Verdict.INTERRUPTED
        if self.no_gpu is not None:
            return Verdict.NO_GPU
        if self.killed is not None:
            return Verdict.TIMEOUT if self.killed.limit is Limit.TIME else Verdict.MEMORY
        if self.died is not None:
            return Verdict.CRASHED
        if not self.done:
            return None
        if self.error is not None:
            return Verdict.ERROR
        if not self.checks or tuple(check.name for check in self.checks) != self.expected_checks:
            return Verdict.BROKEN
        return Verdict.PASSED if all(check.passed for check in self.checks) else Verdict.FAILED

    @property
    def is_mistaken(self) -> bool:
        """Whether the solution itself is wrong; other verdicts but a pass depend on the machine, or are our fault."""
        return self.verdict in (Verdict.FAILED, Verdict.ERROR)

    @property
    def message(self) -> str:
        """What to look at first, in one line or two."""
        match self.verdict:
            case None:
                return self.stage
            case Verdict.BROKEN:
                return self.broke.message if self.broke else "The judge did not make all of its checks."
            case Verdict.INTERRUPTED:
                return self.interrupted.message if self.interrupted else ""
            case Verdict.NO_GPU:
                return self.no_gpu.message if self.no_gpu else ""
            case Verdict.TIMEOUT | Verdict.MEMORY:
                return self.killed.message if self.killed else ""
            case Verdict.CRASHED:
                return self.died.message if self.died else ""
            case Verdict.ERROR:
                return f"{self.error.type}: {self.error.message}" if self.error else ""
            case Verdict.FAILED:
                return f"{self.telling_checks[0].name}: {self.telling_checks[0].message}"
            case Verdict.PASSED:
                return f"all {len(self.checks)} checks hold"

    @property
    def cause(self) -> str:
        """What usually leads to such an error; "" where a diagnosis that is sure says what led to this one."""
        is_sure = self.diagnosis is not None and not self.diagnosis.startswith(PERHAPS)
        return self.error.cause if self.error is not None and not is_sure else ""

    @property
    def line(self) -> int | None:
        """The line of the learner's file (from 1) that raised, ran into a limit, or is what a check is about."""
        told = self.error or self.killed
        if told is not None:
            return told.frames[-1].line or None if told.frames else None
        return next((check.line for check in self.telling_checks if check.line), None)

    @property
    def comparison(self) -> str:
        """The solution beside the reference, in one line; "" where that was not measured."""
        if self.weighed is None:
            return ""
        yours, reference = self.weighed.yours, self.weighed.reference
        told = [f"{yours.warm_ms:.2f} ms ({reference.warm_ms:.2f} ms)"]
        for own, other, name in (
            (yours.traces, reference.traces, "trace"),
            (yours.compilations, reference.compilations, "compilation"),
            (yours.equations, reference.equations, "equation"),
        ):
            if name != "equation" or (own and other):
                told.append(f"{own:,} {plural(own, name)} ({other:,})")
        return f"One more call takes, beside the reference (in brackets): {', '.join(told)}."

    @property
    def unmade_checks(self) -> tuple[str, ...]:
        """The names of the checks that the run has not come to."""
        made = {check.name for check in self.checks}
        return tuple(name for name in self.expected_checks if name not in made)

    @property
    def failed_checks(self) -> tuple[CheckResult, ...]:
        """The checks that do not hold."""
        return tuple(check for check in self.checks if not check.passed)

    @property
    def telling_checks(self) -> tuple[CheckResult, ...]:
        """The failed checks that say why: the mechanisms, and then the first wrong case."""
        failed = self.failed_checks
        cases = [check for check in failed if check.kind is CheckKind.CASE]
        return (*(check for check in failed if check.kind is CheckKind.MECHANISM), *cases[:1])
