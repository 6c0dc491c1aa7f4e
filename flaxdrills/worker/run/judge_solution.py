"""Judging one solution: run the reference, load the learner's file, make the checks in order.

What the learner's function returns is taken apart and sent away to be compared (supervise/run_state.py); what was
expected was sent before the learner's file was loaded.
"""

from __future__ import annotations

import contextlib
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

from flaxdrills.judging.events import Done, Drawn, Event, Killed, Noted, Raised
from flaxdrills.judging.protocol import Job
from flaxdrills.system.sanitize import visible
from flaxdrills.worker import expect
from flaxdrills.worker.checks.jit_and_grad import demand_of
from flaxdrills.worker.compare.plain_values import has_opaque, packed
from flaxdrills.worker.explain import exception
from flaxdrills.worker.explain.silent_mistakes import silent_mistakes
from flaxdrills.worker.run import load_module
from flaxdrills.worker.run.discard_output import output_discarded
from flaxdrills.worker.run.make_check import MadeCheck, ended_by, make_check, tell_mechanism
from flaxdrills.worker.run.numbers_so_far import numbers_told_when_asked
from flaxdrills.worker.run.problem_checks import BrokenProblem, ProblemChecks, arguments_of
from flaxdrills.worker.run.restore_interpreter import InterpreterState
from flaxdrills.worker.run.result_pipe import Say
from flaxdrills.worker.spy.recorder import Recorder

SayEvent = Callable[[Event], None]

# The kinds of warning that tell a learner something about their code.
_TOLD = (DeprecationWarning, FutureWarning, UserWarning, RuntimeWarning, SyntaxWarning)

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
            make_check(runs, check)
        except Exception as error:
            raise BrokenProblem(
                f"The check {name!r} does not hold for the reference: {type(error).__name__}: {error}"
            ) from error
    for draw in checks.drawings:
        try:
            draw(runs[0])
        except Exception as error:
            raise BrokenProblem(
                f"{getattr(draw, '__name__', draw)} draws nothing of the reference: {type(error).__name__}: {error}"
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
    with _warnings_noted(job.filename, tell), numbers_told_when_asked(job.filename, tell):
        try:
            error = _judge(checks, function, job, before, say, tell, judged)
        except KeyboardInterrupt as interrupt:  # by a thread of the learner's, wherever this one was
            error = ended_by(interrupt, job, "between two checks")
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
) -> Raised | Killed | None:
    # Taken before the learner's file can change what holds them.
    put_back, put_back_judge = before.put_back, before.put_back_judge
    cases, mechanisms, demand = checks.cases, tuple(checks.mechanisms.items()), checks.demand
    try:
        module = load_module.load(job.source, job.filename, "solution")
        put_back_judge()
    except BaseException as error:
        put_back()
        return ended_by(error, job, "loading the file")
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
            return ended_by(error, job, f"case: {case.name}")
        say({"returned": number, "value": value, "jit": not jax.config.jax_disable_jit})
        comparable = comparable and not has_opaque(value)
        runs.append(run)
    for name, check in mechanisms:
        made = MadeCheck(name, check, check, runs) if comparable else None
        if fault := tell_mechanism(name, made, checks, job, put_back, tell):
            return fault
    if comparable:
        _tell_pictures(checks, runs[0], tell)
    if demand is not None and demand.name:
        # The last: it may take longer where something is wrong.
        def quiet() -> Callable[[Mapping[str, Any]], Any]:
            again = load_module.load(job.source, job.filename, "solution", is_quiet=True)
            return checks.caller(load_module.member(again, function))

        works = partial(demand.met_by, filename=job.filename, quiet=quiet)
        on_reference = partial(demand.met_by, filename="", quiet=lambda: checks.caller(checks.reference))
        made = MadeCheck(demand.name, works, on_reference, runs[:1]) if comparable else None
        if fault := tell_mechanism(demand.name, made, checks, job, put_back, tell):
            return fault
    return None


def _tell_pictures(checks: ProblemChecks, run: expect.Run, tell: SayEvent) -> None:
    """Tell what there is to see of `run`. What cannot be drawn of what the learner's function returned is no fault."""
    for draw in checks.drawings:
        with contextlib.suppress(BaseException), output_discarded(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tell(Drawn(draw(run)))


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
