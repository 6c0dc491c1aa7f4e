"""Making one mechanism check on what a solution did, and telling what came of it.

A check that raises on what the learner's program holds says what that is; where it raises on the reference too, the
program changed what it is judged with.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import jax

from flaxdrills.judging.events import Checked, CheckKind, CheckResult, Event, Killed, Limit, Raised
from flaxdrills.judging.protocol import Job
from flaxdrills.system.sanitize import visible
from flaxdrills.worker import expect
from flaxdrills.worker.checks.odd_parts import odd_parts
from flaxdrills.worker.explain import exception
from flaxdrills.worker.explain.cause_of_exception import name_of
from flaxdrills.worker.outcome import first_line, heard
from flaxdrills.worker.run.problem_checks import Check, ProblemChecks
from flaxdrills.worker.run.restore_interpreter import what_was_replaced

NOT_MADE = "could not be made"
"""How the finding begins of a check that met what it cannot work with."""

_REPEATED = 2
"""On how many cases a check may call the function again: a call costs as much as everything else on that case."""


@dataclass(frozen=True, slots=True)
class MadeCheck:
    """A check that can be made, and what it is made on."""

    name: str
    check: Check
    on_reference: Check
    """The same for a run of the reference."""
    runs: list[expect.Run]


def tell_mechanism(
    name: str,
    made: MadeCheck | None,
    checks: ProblemChecks,
    job: Job,
    put_back: Callable[[], None],
    tell: Callable[[Event], None],
) -> Raised | Killed | None:
    """Make the check, where it can be made, and tell its result; returns what ended it, if anything."""
    error: BaseException | None = None
    result = _not_made(name)
    try:
        result = result if made is None else _mechanism(name, made.check, made.runs)
    except BaseException as raised:
        error = raised
    put_back()
    if error is not None and not isinstance(error, Exception):  # KeyboardInterrupt and its like are the learner's
        return ended_by(error, job, f"check: {name}")
    if error is not None and made is not None:
        outcome = _met_odd(error, made, checks)
        put_back()
        if isinstance(outcome, Raised):
            return outcome
        result = outcome
    tell(Checked(result))
    return None


def _met_odd(error: BaseException, made: MadeCheck, checks: ProblemChecks) -> CheckResult | Raised:
    """What it comes to that a check raised `error`, which is not Unmet: something that the learner's program holds.

    The reference went through the same check before the learner's file was loaded. Where it does not now, the program
    changed what the check is made with.
    """
    told = f"{name_of(type(error))}: {first_line(exception.message_of(error))}"
    changed = ""
    if any(run.passed.keys() != run.case.arguments.keys() for run in made.runs):
        changed = "the arguments of a case"
    expected: list[expect.Run] = []
    try:
        expected += [checks.run(checks.reference, run.case) for run in made.runs]
        make_check(expected, made.on_reference)
    except Exception:
        changed = what_was_replaced() or changed or "something in Python, jax or flax"
    if changed:
        message = f"Your program changed what its judge works with ({changed}), so this check cannot be made. {told}"
        return Raised("JudgeChanged", visible(exception.shortened(message)), (), f"check: {made.name}")
    parts = heard(odd_parts, made.runs, expected).value or []
    where = "; ".join(parts) or "it met a value that it cannot work with"
    message = visible(exception.shortened(f"This check could not be made on your program: {where}. ({told})"))
    finding = f"{NOT_MADE}: {'; '.join(parts) or name_of(type(error))}"
    return CheckResult(made.name, CheckKind.MECHANISM, False, message, (), visible(exception.shortened(finding)))


def ended_by(error: BaseException, job: Job, where: str) -> Raised | Killed:
    """What `error` comes to: memory that was refused, on a device or not, is a limit like that of the app."""
    raised = exception.raised(error, job.filename, where)
    refused = isinstance(error, MemoryError) or (
        isinstance(error, jax.errors.JaxRuntimeError) and raised.message.startswith("RESOURCE_EXHAUSTED")
    )
    if not (refused and raised.frames):
        return raised
    first, *_ = raised.message.splitlines() or [""]
    message = f"It asked for more memory than there is ({where}). {first}".strip()
    return Killed(Limit.MEMORY, message, "", raised.frames)


def _mechanism(name: str, check: Check, runs: list[expect.Run]) -> CheckResult:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            make_check(runs, check)
    except expect.Unmet as unmet:
        message = visible(exception.shortened(str(unmet)))
        return CheckResult(name, CheckKind.MECHANISM, False, message, (), unmet.finding, unmet.line)
    return CheckResult(name, CheckKind.MECHANISM, True)


def make_check(runs: list[expect.Run], check: Check) -> None:
    """Make `check` on each run; where it calls the function again, on the first two alone.

    Raises whatever the check raises.
    """
    for number, run in enumerate(runs, 1):
        before = run.recorder.repeats
        check(run)
        if number >= _REPEATED and run.recorder.repeats > before:
            return


def _not_made(name: str) -> CheckResult:
    reason = "This was not looked at, because of what your function returned."
    return CheckResult(name, CheckKind.MECHANISM, False, reason, (), "not looked at")
