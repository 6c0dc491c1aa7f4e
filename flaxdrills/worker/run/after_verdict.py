"""What is told once the verdict stands: what was built, what the jaxpr is made of, and what a call costs."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import jax

from flaxdrills.judging.events import Described, Event, Traced
from flaxdrills.judging.model_description import Primitives
from flaxdrills.judging.protocol import AfterVerdict, Job
from flaxdrills.worker.checks.tracing import each_equation
from flaxdrills.worker.describe import describe
from flaxdrills.worker.outcome import first_line
from flaxdrills.worker.run.call_cost import compare_cost
from flaxdrills.worker.run.discard_output import output_discarded
from flaxdrills.worker.run.judge_solution import Judged, judge
from flaxdrills.worker.run.problem_checks import ProblemChecks
from flaxdrills.worker.run.restore_interpreter import InterpreterState
from flaxdrills.worker.run.result_pipe import Say
from flaxdrills.worker.spy.recorder import Recorder


def judge_job(
    checks: ProblemChecks, function: str, before: InterpreterState, job: Job, *, say: Say, tell: Callable[[Event], None]
) -> Callable[[AfterVerdict], None] | None:
    """Judge the solution in `job`; returns what can be done once the verdict is known, where that is wanted."""
    judged = judge(checks, function, job, before=before, say=say, tell=tell)
    return partial(tell_afterwards, checks, judged, tell=tell) if job.describe or job.measure_cost else None


def tell_afterwards(
    checks: ProblemChecks, judged: Judged, wanted: AfterVerdict, *, tell: Callable[[Event], None]
) -> None:
    """Tell what is wanted. Whatever goes wrong now is left out: the verdict stands."""
    has_raised = len(judged.recorders) > len(judged.runs)
    number = len(judged.runs) if has_raised else wanted.case
    if wanted.describe:
        with contextlib.suppress(BaseException):
            tell(_described(checks, judged, number))
    with contextlib.suppress(BaseException):
        traced = _traced(checks, judged, number)
        if wanted.describe:
            tell(traced)
        if wanted.measure_cost:
            tell(compare_cost(checks, judged.solution, judged.filename, traced))


def _described(checks: ProblemChecks, judged: Judged, number: int) -> Described:
    case = checks.cases[number]
    with output_discarded():
        reference = checks.run(checks.reference, case)
        theirs = describe(reference.recorder, reference.output)
        if number < len(judged.runs):
            yours = describe(judged.runs[number].recorder, judged.runs[number].output)
        elif judged.recorders:
            yours = describe(judged.recorders[-1])
        else:
            yours = describe(Recorder())
    return Described(case.name, yours, theirs)


def _traced(checks: ProblemChecks, judged: Judged, number: int) -> Traced:
    case = checks.cases[number]
    with output_discarded():
        reference = _primitives(checks.caller(checks.reference), case.made())
        if judged.solution is None:
            return Traced(Primitives(fault="there is no such function"), reference)
        return Traced(_primitives(checks.caller(judged.solution), case.made()), reference)


def _primitives(call: Callable[[Mapping[str, Any]], Any], arguments: dict[str, Any]) -> Primitives:
    """What the jaxpr of a call over its arrays is made of."""
    arrays = {name: value for name, value in arguments.items() if isinstance(value, jax.Array)}

    def traced(arrays: dict[str, Any]) -> list[Any]:
        return [leaf for leaf in jax.tree.leaves(call(arguments | arrays)) if isinstance(leaf, jax.Array)]

    try:
        counts = Counter(equation.primitive.name for equation in each_equation(jax.make_jaxpr(traced)(arrays).jaxpr))
    except BaseException as error:
        return Primitives(fault=f"{type(error).__name__}: {first_line(error)}")
    return Primitives(tuple(sorted(counts.items())))
