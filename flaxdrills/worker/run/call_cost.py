"""What one more call takes, the solution's beside the reference's: measured once the verdict is known."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import jax

from flaxdrills.judging.events import Cost, CostCompared, Traced
from flaxdrills.worker.explain import exception
from flaxdrills.worker.run.discard_output import output_discarded
from flaxdrills.worker.run.problem_checks import ProblemChecks

_CALLS = 5
"""How many warm calls are made; the fastest counts."""


def compare_cost(checks: ProblemChecks, solution: Callable[..., Any], filename: str, traced: Traced) -> CostCompared:
    """The cost of `solution`, which is in `filename`, and of the reference on the first case, which both have seen.

    `traced` is what their jaxprs are made of. Raises whatever one of them raises.
    """
    with output_discarded():
        yours = _cost(checks, solution, traced.yours.total)
        reference = _cost(checks, checks.reference, traced.reference.total)
        note = _reused_key(checks, solution, filename)
    return CostCompared(yours, reference, (note,) if note else ())


def _reused_key(checks: ProblemChecks, solution: Callable[..., Any], filename: str) -> str:
    """What to say where `solution` uses a random key twice and the reference does not; "" elsewhere."""
    try:
        with jax.debug_key_reuse(True):
            checks.run(solution, checks.cases[0])
    except jax.errors.KeyReuseError as error:
        frames = exception.raised(error, filename, "").frames
    else:
        return ""
    try:
        with jax.debug_key_reuse(True):
            checks.run(checks.reference, checks.cases[0])
    except jax.errors.KeyReuseError:
        return ""
    where = f"line {frames[-1].line}: " if frames else ""
    return (
        f"{where}a random key is used here that was used before, so two draws are not independent. "
        "Use each key once: jax.random.split makes new ones."
    )


def _cost(checks: ProblemChecks, function: Callable[..., Any], equations: int) -> Cost:
    case = checks.cases[0]
    # By now all is compiled that a call leaves behind: what is traced or compiled here is so at every call.
    seen = checks.run(function, case)
    warm = min(_seconds(seen.call, case.made()) for _ in range(_CALLS))
    return Cost(
        traces=sum(seen.recorder.traced.values()),
        compilations=sum(seen.recorder.compiled.values()),
        equations=equations,
        warm_ms=round(warm * 1000, 3),
    )


def _seconds(call: Callable[[dict[str, Any]], Any], arguments: dict[str, Any]) -> float:
    started = time.perf_counter()
    jax.block_until_ready(call(arguments))
    return time.perf_counter() - started
