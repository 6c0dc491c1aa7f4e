"""Judging one solution: run the reference, load the learner's file, make the checks in order.

What the learner's function returns is taken apart and sent away to be compared (supervise/run_state.py); what was
expected was sent before the learner's file was loaded.
"""

from __future__ import annotations

import difflib
import time
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import jax

from flaxdrills.judging.events import Broke, Checked, CheckKind, CheckResult, Done, Event, Killed, Limit, Noted, Raised
from flaxdrills.judging.protocol import Job
from flaxdrills.system.sanitize import visible
from flaxdrills.worker import expect
from flaxdrills.worker.checks.jit_and_grad import demand_of
from flaxdrills.worker.compare.plain_values import has_opaque, packed
from flaxdrills.worker.explain import exception
from flaxdrills.worker.explain.silent_mistakes import silent_mistakes
from flaxdrills.worker.run import load_module
from flaxdrills.worker.run.problem_checks import BrokenProblem, Check, ProblemChecks, arguments_of
from flaxdrills.worker.run.restore_interpreter import InterpreterState, what_was_replaced
from flaxdrills.worker.run.result_pipe import Say
from flaxdrills.worker.spy.recorder import Recorder

SayEvent = Callable[[Event], None]

# The kinds of warning that tell a learner something about their code.
_TOLD = (DeprecationWarning, FutureWarning, UserWarning, RuntimeWarning, SyntaxWarning)

_REPEATED = 2
"""On how many cases a check may call the function again: a call costs as much as everything else on that case."""

_NOTES = 20
"""How many warnings are told."""


def run_reference(checks: ProblemChecks, say: Say) -> ProblemChecks:
    """Run the reference on every case and say what it returned; make every check on it.

    Returns `checks` with what else is demanded. After this what the learner's code needs is compiled, nearly all of
    it. Raises BrokenProblem when the
    reference raises, warns of nothing but fails a check of its own problem.
    """
    runs = []
    for number, case in enumerate(checks.cases):
        try:
            run = checks.run(checks.reference, case)
            value = packed(run.output)
        except Exception as error:
            raise BrokenProblem(
                f"The reference raises on case {case.name!r}: {type(error).__name__}: {error}"
            ) from error
        inputs = {name: packed(argument) for name, argument in arguments_of(case).items()}
        say(
            {
                "expected": number,
                "name": case.name,
                "inputs": inputs,
                "value": value,
                "rtol": case.rtol,
                "atol": case.atol,
            }
        )
        runs.append(run)
    for name, check in checks.mechanisms.items():
        try:
            _make_check(runs, check)
        except Exception as error:
            raise BrokenProblem(
                f"The check {name!r} does not hold for the reference: {type(error).__name__}: {error}"
            ) from error
    return replace(checks, demand=demand_of(runs[0], checks.not_demanded))


@dataclass(slots=True)
class Judged:
    """A solution that was run, and what is left of that."""

    filename: str
    solution: Any = None
    """The function; None where there is none."""
    runs: list[expect.Run] = field(default_factory=list)
    """Of the cases in their order, as far as it returned."""
    recorders: list[Recorder] = field(default_factory=list)
    """The same, and that of the call that raised."""


def judge(
    checks: ProblemChecks,
    function: str,
    job: Job,
    *,
    before: InterpreterState,
    say: Say,
    tell: SayEvent,
) -> Judged:
    """Load the solution in `job` and make all checks; what comes of it is said and told, a Done last.

    What it changes in the interpreter is put back to what was there `before`.
    """
    started = time.perf_counter()
    judged = Judged(job.filename)
    for note in silent_mistakes(job.source)[:_NOTES]:
        tell(Noted(visible(note)))
    with _warnings_noted(job.filename, tell):
        error = _judge(checks, function, job, before, say, tell, judged)
    if error is not None:
        tell(error)
    tell(Done(time.perf_counter() - started))
    return judged


def _judge(
    checks: ProblemChecks,
    function: str,
    job: Job,
    before: InterpreterState,
    say: Say,
    tell: SayEvent,
    judged: Judged,
) -> Raised | Killed | Broke | None:
    # Taken before the learner's file can change what holds them.
    put_back, put_back_judge = before.put_back, before.put_back_judge
    cases, mechanisms, demand = checks.cases, tuple(checks.mechanisms.items()), checks.demand
    try:
        module = load_module.load(job.source, job.filename, "solution")
        put_back_judge()
    except BaseException as error:
        put_back()
        return _ended_by(error, job, "loading the file")
    say({"loaded": True, "jit": not jax.config.jax_disable_jit})
    judged.solution = solution = load_module.member(module, function)
    if not callable(solution):
        return _missing(module, function)
    runs = judged.runs
    comparable = True
    for number, case in enumerate(cases):
        try:
            run = checks.run(solution, case, judged.recorders, put_back)
            put_back()
            value = packed(run.output)
        except BaseException as error:
            put_back()
            return _ended_by(error, job, f"case: {case.name}")
        say({"returned": number, "value": value, "jit": not jax.config.jax_disable_jit})
        comparable = comparable and not has_opaque(value)
        runs.append(run)
    for name, check in mechanisms:
        if fault := _tell_mechanism(name, check if comparable else None, runs, put_back, tell):
            return _failed_itself(fault, name, check, runs, checks)
    if demand is not None and demand.name:
        # The last: it may take longer where something is wrong.
        def quiet() -> Callable[[Mapping[str, Any]], Any]:
            again = load_module.load(job.source, job.filename, "solution", is_quiet=True)
            return checks.caller(load_module.member(again, function))

        works = partial(demand.met_by, filename=job.filename, quiet=quiet)
        if fault := _tell_mechanism(demand.name, works if comparable else None, runs[:1], put_back, tell):
            on_reference = partial(demand.met_by, filename="", quiet=lambda: checks.caller(checks.reference))
            return _failed_itself(fault, demand.name, on_reference, runs[:1], checks)
    return None


def _tell_mechanism(
    name: str, check: Check | None, runs: list[expect.Run], put_back: Callable[[], None], tell: SayEvent
) -> Exception | None:
    """Make `check`, where it can be made, and tell its result; returns what it raised where it failed itself."""
    try:
        result = _not_made(name) if check is None else _mechanism(name, check, runs)
        put_back()
        tell(Checked(result))
    except Exception as error:
        put_back()
        return error
    return None


def _failed_itself(
    error: Exception, name: str, check: Check, runs: list[expect.Run], checks: ProblemChecks
) -> Raised | Broke:
    """What it comes to that `check` raised `error`: ours, unless the learner's program changed what it works with."""
    told = f"{type(error).__name__}: {error}"
    changed = ""
    if any(run.arguments.keys() != run.case.arguments.keys() for run in runs):
        changed = "the arguments of a case"
    try:
        # It held before the learner's file was loaded.
        _make_check([checks.run(checks.reference, run.case) for run in runs], check)
    except Exception:
        changed = what_was_replaced() or changed or "something in Python, jax or flax"
    if not changed:
        return Broke(f"The check {name!r} failed itself: {told}")
    message = f"Your program changed what its judge works with ({changed}), so this check cannot be made. {told}"
    return Raised("JudgeChanged", visible(exception.shortened(message)), (), f"check: {name}")


def _ended_by(error: BaseException, job: Job, where: str) -> Raised | Killed:
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
            _make_check(runs, check)
    except expect.Unmet as unmet:
        message = visible(exception.shortened(str(unmet)))
        return CheckResult(name, CheckKind.MECHANISM, False, message, (), unmet.finding, unmet.line)
    return CheckResult(name, CheckKind.MECHANISM, True)


def _make_check(runs: list[expect.Run], check: Check) -> None:
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


def _missing(module: types.ModuleType, function: str) -> Raised:
    own = [name for name, value in vars(module).items() if isinstance(value, types.FunctionType)]
    near = difflib.get_close_matches(function, own, n=1)
    advice = f" There is a {near[0]}: did you mean that one?" if near else ""
    return Raised("MissingFunction", f"The file defines no function {function}.{advice}", (), "loading the file")


@contextmanager
def _warnings_noted(filename: str, tell: SayEvent) -> Iterator[None]:
    """Warnings that the learner's code gives rise to become notes, with the line where they know it."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield
    told = [warning for warning in seen if issubclass(warning.category, _TOLD)]
    for warning in told[:_NOTES]:
        where = f"line {warning.lineno}: " if warning.filename == filename else ""
        text = " ".join(str(warning.message).split())
        tell(Noted(visible(exception.shortened(f"{where}{warning.category.__name__}: {text}", 600))))
    if len(told) > _NOTES:
        tell(Noted(f"There were {len(told) - _NOTES:,} more warnings."))
