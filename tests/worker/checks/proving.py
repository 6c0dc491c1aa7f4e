"""Running small solutions as the judge does, and what a claim says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from flaxdrills.worker import expect
from flaxdrills.worker.run import load_module
from flaxdrills.worker.run.judge_solution import judge  # noqa: F401 (the whole worker is loaded, as in a real one)
from flaxdrills.worker.run.problem_checks import ProblemChecks
from flaxdrills.worker.spy import install_hooks

HEADER = """import functools
import jax, jax.numpy as jnp, numpy as np, optax
from flax import nnx, linen as nn

"""

Claim = Callable[[expect.Run], Any]


def function_in(source: str) -> Callable[..., Any]:
    """The function `f` that the source defines."""
    function: Callable[..., Any] = load_module.member(
        load_module.load(HEADER + source, "/solution.py", "solution"), "f"
    )
    assert callable(function)
    return function


def runs_of(source: str, reference: str, *cases: expect.Case) -> list[expect.Run]:
    """The recorded calls of `f` in the source, a case each, in one process."""
    install_hooks.lay_hooks()
    checks = ProblemChecks(function_in(reference), cases, {})
    function = function_in(source)
    return [checks.run(function, case) for case in cases]


def run_of(source: str, reference: str | None = None, /, **arguments: Any) -> expect.Run:
    """One recorded call of `f` in the source; without a reference it is its own."""
    (run,) = runs_of(source, reference or source, expect.case("a case", **arguments))
    return run


def proven(
    claim: Claim,
    *,
    right: Sequence[str],
    wrong: Mapping[str, str],
    reference: str | None = None,
    **arguments: Any,
) -> None:
    """The claim holds for every right source, and fails each wrong one with a message that says its key."""
    assert len(right) > 1, "one style is no style"
    assert wrong
    for source in right:
        claim(run_of(source, reference or right[0], **arguments))
    for says, source in wrong.items():
        with pytest.raises(expect.Unmet) as unmet:
            claim(run_of(source, reference or right[0], **arguments))
        assert says in str(unmet.value), source
