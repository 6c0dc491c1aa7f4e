"""Claims about tracing: how often, which primitives, how many equations, what is compiled, what is saved."""

from __future__ import annotations

import contextlib
import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.ad_checkpoint import print_saved_residuals

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import raw_of
from flaxdrills.worker.checks.observed_run import Run, tried
from flaxdrills.worker.checks.pytrees import leaves
from flaxdrills.worker.outcome import heard

_ALSO = {
    "remat": ("remat2", "checkpoint"),
    "checkpoint": ("remat", "remat2"),
    "jit": ("pjit",),
    "custom_vjp": ("custom_vjp_call", "custom_vjp_call_jaxpr"),
    "custom_jvp": ("custom_jvp_call",),
}

_KEPT = re.compile(r"\] (?:output of|named)")
"""A line of print_saved_residuals for a value that was computed."""


def traced(run: Run, name: str, times: int = 1) -> None:
    """The function of that name was traced, to be compiled, at most `times` times in this call, and at least once.

    A trace in an earlier call will do for the latter: jit has kept it. Raises Unmet.
    """
    count = run.recorder.traced[name]
    if count == 0 and run.recorder.earlier[name] == 0:
        fail(f"No function named `{name}` was traced: nothing of that name went through jit.", f"{name} not traced")
    if count > times:
        fail(f"`{name}` was traced {count} times, and should be {times}.", f"{name} traced too often")


def compiled(run: Run, name: str, times: int = 1) -> None:
    """The function of that name was compiled at most `times` times in this call. Raises Unmet."""
    count = run.recorder.compiled[name]
    if count > times:
        fail(f"`{name}` was compiled {count} times, and should be {times}.", f"{name} compiled too often")


def function_of(run: Run, over: str | None) -> tuple[Callable[..., list[Any]], list[Any]]:
    """The learner's function of its array arguments, or of the one called `over`, and these; it returns leaves."""
    arguments = run.case.made()
    names = [name for name, value in arguments.items() if isinstance(value, jax.Array) and over in (None, name)]

    def function(*arrays: Any) -> list[Any]:
        output = run.call(run.case.made() | dict(zip(names, arrays, strict=True)))
        raw = [raw_of(leaf) for leaf in leaves(output).values()]
        return [leaf for leaf in raw if isinstance(leaf, jax.Array | np.ndarray | float | int)]

    return function, [arguments[name] for name in names]


def primitives(run: Run, over: str | None = None) -> Counter[str] | None:
    """How often each primitive is in the jaxpr of the function, inner ones included; None where it cannot be traced."""
    function, arrays = function_of(run, over)
    outcome = tried(jax.make_jaxpr(function), *arrays)
    if outcome.error is not None:
        return None
    return Counter(equation.primitive.name for equation in each_equation(outcome.value.jaxpr))


def has_primitive(run: Run, name: str, times: int | None = None, *, over: str | None = None) -> None:
    """The function, traced over its arrays, contains the primitive, such as "scan", "while", "cond" or "remat".

    With `times`, so often. A function that cannot be traced passes; see traceable. Raises Unmet.
    """
    found = primitives(run, over)
    count = None if found is None else sum(found[one] for one in (name, *_ALSO.get(name, ())))
    if count == 0:
        fail(f"There is no `{name}` in the jaxpr of your function.", f"no {name}")
    if times is not None and count not in (None, times):
        fail(f"There are {count} `{name}` in the jaxpr of your function, and should be {times}.", f"{count} {name}")


def lacks_primitive(run: Run, name: str, *, over: str | None = None) -> None:
    """The function, traced over its arrays, does not contain the primitive. Untraceable passes. Raises Unmet."""
    found = primitives(run, over)
    if found is not None and any(found[one] for one in (name, *_ALSO.get(name, ()))):
        fail(f"There is a `{name}` in the jaxpr of your function, and should be none.", f"{name}")


def products(run: Run, dtype: str, *, over: str | None = None) -> None:
    """Each matrix product in the jaxpr of the function, inner ones too, takes arrays of this dtype ("bfloat16").

    A function that cannot be traced passes, and so does one without matrix products. Raises Unmet.
    """
    function, arrays = function_of(run, over)
    outcome = tried(jax.make_jaxpr(function), *arrays)
    if outcome.error is not None:
        return
    for equation in each_equation(outcome.value.jaxpr):
        if equation.primitive.name != "dot_general":
            continue
        for operand in equation.invars:
            taken = operand.aval.dtype.name
            if taken != dtype:
                told = f"A matrix product takes an array of {taken}, and should take {dtype} only."
                fail(told, f"product of {taken}")


def equations(run: Run, at_most: int, *, over: str | None = None) -> None:
    """The jaxpr of the function has at most so many equations, inner ones included. Untraceable passes.

    Raises Unmet.
    """
    found = primitives(run, over)
    if found is not None and found.total() > at_most:
        fail(
            f"The jaxpr of your function has {found.total()} equations; {at_most} are enough. Is a loop unrolled?",
            "too many equations",
        )


def array_size(run: Run, at_most: int, *, over: str | None = None) -> None:
    """No equation in the jaxpr of the function reads or makes an array of more elements, inner ones included.

    Untraceable passes. Raises Unmet.
    """
    function, arrays = function_of(run, over)
    outcome = tried(jax.make_jaxpr(function), *arrays)
    if outcome.error is not None:
        return
    shapes = {
        tuple(getattr(value.aval, "shape", ()))
        for equation in each_equation(outcome.value.jaxpr)
        for value in (*equation.invars, *equation.outvars)
    }
    largest = max(shapes, key=math.prod, default=())
    if math.prod(largest) > at_most:
        fail(
            f"Your function computes with an array of shape {largest}, which has {math.prod(largest)} elements; no"
            f" array needs more than {at_most}.",
            "an array is too large",
        )


def traceable(run: Run, over: str | None = None) -> None:
    """The function can be traced over its array arguments: none is turned into NumPy or a number. Raises Unmet."""
    function, arrays = function_of(run, over)
    outcome = tried(jax.make_jaxpr(function), *arrays)
    if outcome.error is not None:
        fail(f"Your function cannot be traced over its arrays: {outcome.told}", type(outcome.error).__name__)


def residuals(run: Run, over: str, at_most: int) -> None:
    """At most so many values that are computed on the way are kept for the gradient with respect to `over`.

    Arguments and constants do not count. A function that cannot be differentiated passes. Raises Unmet.
    """
    function, (array,) = function_of(run, over)

    def floats(array: Any) -> list[Any]:
        return [leaf for leaf in function(array) if jnp.issubdtype(jnp.result_type(leaf), jnp.floating)]

    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        outcome = heard(print_saved_residuals, floats, array)
    kept = [line for line in text.getvalue().splitlines() if _KEPT.search(line)]
    if outcome.error is None and len(kept) > at_most:
        fail(f"{len(kept)} values are kept for the gradient, and {at_most} are enough.", f"{len(kept)} residuals")


def each_equation(jaxpr: Any) -> Iterator[Any]:
    """The equations of `jaxpr`, and of those within it."""
    """The equations of `jaxpr`, and of those within it."""
    for equation in jaxpr.eqns:
        yield equation
        for value in equation.params.values():
            for inner in value if isinstance(value, tuple | list) else (value,):
                inner = getattr(inner, "jaxpr", inner)
                if hasattr(inner, "eqns"):
                    yield from each_equation(inner)
