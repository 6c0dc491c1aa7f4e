"""Claims about the same function under jit, grad and vmap, and with another future."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import close, held_and_wanted
from flaxdrills.worker.checks.observed_run import Run, Unmet, tried
from flaxdrills.worker.checks.tracing import function_of
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import is_traced


def same_under_jit(run: Run, over: str | None = None) -> None:
    """The function under jax.jit, over its arrays, returns what it returns without. Raises Unmet."""
    function, arrays = function_of(run, over)
    plain = _tried("called once more", function, *arrays)
    jitted = _tried("under jax.jit", jax.jit(function), *arrays)
    if not _agree(run, plain, jitted):
        fail(f"Under jax.jit what your function returns {_other_leaf(plain, jitted)}.", "another result under jit")


def same_under_vmap(run: Run, over: str) -> None:
    """jax.vmap of the function over the array `over` returns what the calls one by one return. Raises Unmet."""
    function, (array,) = function_of(run, over)
    examples = [array, _other(array), array]
    single = [_tried("called once more", function, example) for example in examples]
    batch = _tried("under jax.vmap", jax.vmap(function), jnp.stack(examples))
    for number, one in enumerate(single):
        if not _agree(run, one, [leaf[number] for leaf in batch]):
            told = _other_leaf(one, [leaf[number] for leaf in batch])
            fail(f"Under jax.vmap what your function returns {told}.", "another result under vmap")


def same_gradient(run: Run, over: str) -> None:
    """The gradient through the function with respect to `over` is the reference's. Raises Unmet.

    That tells apart a stop_gradient, or values computed outside JAX, with equal output.
    """
    function, (array,) = function_of(run, over)
    expected, _ = function_of(run.expected(), over)
    theirs = jax.grad(_squares(expected))(array)
    ours = _tried("under jax.grad", jax.grad(_squares(function)), array)
    if not _agree(run, [theirs], [ours]):
        fail(
            f"The gradient through your function with respect to `{over}` is different, though the output is the same.",
            f"another gradient for {over}",
        )


def causal(run: Run, over: str, axis: int = 0, part: tuple[int | str, ...] = ()) -> None:
    """What the output holds before step t does not depend on `over` at t and later; `axis` is time in both.

    Raises Unmet.
    """
    array = run.arguments[over]
    steps = array.shape[axis]
    for step in sorted({1, steps // 2, steps - 1} - {0, steps}):
        later = jnp.arange(steps) >= step
        mask = later.reshape([-1 if i == axis % array.ndim else 1 for i in range(array.ndim)])
        moved = run.again(**{over: jnp.where(mask, _other(array), array)})
        before, after = (_until(one.part(*part), step, axis) for one in (run, moved))
        if not _agree(run, [before], [after]):
            fail(
                f"What your function returns before step {step} depends on `{over}` at step {step} or later.",
                "not causal",
            )


def _until(value: Any, step: int, axis: int) -> Any:
    if is_traced(value) or np.ndim(value) <= axis:
        raise Unmet("There should be an array with an axis of time, and there is none.", "no time axis")
    return np.take(np.asarray(value), range(step), axis)


def _other(array: Any) -> Any:
    """Other values than in `array`, as many and of the same dtype."""
    if jnp.issubdtype(array.dtype, jnp.inexact):
        return array * 0.75 + 0.5
    return jnp.flip(array)


def _squares(function: Callable[..., list[Any]]) -> Callable[..., Any]:
    def total(array: Any) -> Any:
        floats = [leaf for leaf in function(array) if jnp.issubdtype(jnp.asarray(leaf).dtype, jnp.floating)]
        return jnp.asarray(sum((jnp.sum(jnp.asarray(leaf, jnp.float32) ** 2) for leaf in floats), start=0.0))

    return total


def _tried(how: str, function: Callable[..., Any], *arrays: Any) -> Any:
    outcome = tried(function, *arrays)
    if outcome.error is not None:
        fail(f"Your function {how} raises {outcome.told}", f"{type(outcome.error).__name__} {how}")
    return outcome.value


def _other_leaf(plain: list[Any], other: list[Any]) -> str:
    """The first of the two that differs, as it is and as it should be."""
    pairs = zip(other, plain, strict=False)
    return next((held_and_wanted(*pair) for pair in pairs if not close(*pair)), "has another structure")


def _agree(run: Run, ones: list[Any], others: list[Any]) -> bool:
    rtol, atol = max(run.case.rtol, 1e-4), max(run.case.atol, 1e-5)
    return len(ones) == len(others) and all(
        heard(np.shape, one).value == heard(np.shape, other).value and close(one, other, rtol, atol)
        for one, other in zip(ones, others, strict=True)
    )
