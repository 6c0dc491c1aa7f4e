"""What a solution of nnx-partial-init is judged by.

The head must hold what it gets from this seed after the backbone has had its keys.
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, Unmet, case, normal


def _saved(d: int, width: int, seed: int) -> dict[str, np.ndarray]:
    return {"kernel": normal(d, width, seed=seed), "bias": normal(width, seed=seed + 1)}


CASES = [
    case("width 7", seed=0, saved=_saved(4, 7, 1), x=normal(5, 4, seed=3)),
    case("a batch of one", seed=5, saved=_saved(2, 9, 4), x=normal(1, 2, seed=6)),
    case("one input", seed=31, saved=_saved(1, 5, 7), x=normal(3, 1, seed=9)),
]


def check_not_drawn(run: Run) -> None:
    """The backbone is not drawn"""
    kernel = run.arguments["saved"]["kernel"]
    for created in run.recorder.created:
        value = created.value
        if not isinstance(created.variable, nnx.Param) or not isinstance(value, jax.Array) or expect.is_traced(value):
            continue
        if value.shape == kernel.shape and not bool(jnp.all(value == kernel)):
            expect.fail(
                "A kernel for the backbone was made with values that are not those of `saved`.",
                "the backbone was drawn",
            )
    try:
        jaxpr = jax.make_jaxpr(lambda: jax.tree.leaves(expect.learner_calls(run.call, run.case.made())))().jaxpr
    except Unmet:
        return
    if any(_gives_drawn(equation, kernel.shape) for equation in jaxpr.eqns):
        expect.fail(
            "A compiled function returns a kernel for the backbone that does not come from `saved`: it was drawn.",
            "a drawn backbone is returned",
        )


def _gives_drawn(equation: Any, shape: tuple[int, ...]) -> bool:
    """Whether it is a compiled function that returns an array of this shape which depends on no float from outside."""
    inner = getattr(equation.params.get("jaxpr"), "jaxpr", None)
    if inner is None:
        return False
    sources = (*inner.invars, *inner.constvars)
    known = {var for var in sources if jnp.issubdtype(var.aval.dtype, jnp.floating)}
    for step in inner.eqns:
        if any(not hasattr(var, "val") and var in known for var in step.invars):
            known.update(step.outvars)
    outputs = [var for var in inner.outvars if not hasattr(var, "val")]
    return any(var.aval.shape == shape and var not in known for var in outputs)
