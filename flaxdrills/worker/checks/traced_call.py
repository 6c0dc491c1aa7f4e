"""A function traced in some of its arrays, and what the gradient of its outputs reaches then.

Nothing is compiled or run. A gradient is there where the derivative depends on the output's in the jaxpr, so the zeros
of a relu do not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen, nnx

from flaxdrills.worker.checks.held_values import is_key, raw_of
from flaxdrills.worker.checks.observed_run import Run, tried
from flaxdrills.worker.checks.pytrees import leaves
from flaxdrills.worker.jax_internals.jaxpr_uses import own_traces, used_inputs
from flaxdrills.worker.outcome import Outcome
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.recorder import creation_key, is_float_array


@dataclass(frozen=True, slots=True)
class Param:
    """A param that was created in a traced call."""

    name: str
    shape: tuple[int, ...]
    is_reached: bool
    """Whether the gradient of the output reaches it."""
    matters: bool
    """Whether the output depends on it at all."""


@dataclass(frozen=True, slots=True)
class Gradients:
    """What the gradient of the outputs of a traced call reaches."""

    arguments: frozenset[str]
    """The float arrays among the arguments, by path."""
    params: tuple[Param, ...]
    outputs: tuple[tuple[int, ...], ...]
    """The shapes of the outputs."""


def traced(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """What comes of tracing the function in the arrays of these names."""
    with own_traces():
        return tried(jax.make_jaxpr(_Traceable(run, module_input)), _chosen(run, names))


def traced_in_a_batch(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """The same with only that traced which follows from these arrays: they are a batch of one to jax.vmap."""
    batch = {name: array[None] for name, array in _chosen(run, names).items()}
    return tried(jax.vmap(_Traceable(run, module_input)), batch)


def traced_gradients(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """What comes of tracing the derivative of the function in the arrays of these names: Gradients, or an error."""
    arrays = _chosen(run, names)
    floats = {name: array for name, array in arrays.items() if is_float_array(array)}
    others = {name: array for name, array in arrays.items() if name not in floats}
    moves = _moves(run.recorder)
    function = _Traceable(run, module_input)

    def derivative(seed: Any, others: Any, floats: Any, moves: Any) -> Any:
        def outputs(floats: Any, moves: Any) -> tuple[list[Any], list[Any]]:
            found = function({**others, **floats}, moves)
            return [leaf for leaf in found if is_float_array(leaf)], found

        out, pull, found = jax.vjp(outputs, floats, moves, has_aux=True)
        return found, *pull([jnp.full(np.shape(leaf), seed, jnp.result_type(leaf)) for leaf in out])

    with own_traces():
        outcome = tried(jax.make_jaxpr(derivative, return_shape=True), 1.0, others, floats, moves)
    if outcome.error is not None:
        return outcome
    closed, (found, *_) = outcome.value
    reaches = _dependence(closed.jaxpr, len(found), [*others], [*floats], [*moves])
    if reaches is None:
        return Outcome()
    reached, matter = reaches
    called = _names(function.recorder)
    params = tuple(
        Param(called.get(key, ""), np.shape(move), key in reached, key in matter) for key, move in moves.items()
    )
    return Outcome(Gradients(frozenset(reached - moves.keys()), params, tuple(leaf.shape for leaf in found)))


def _dependence(
    jaxpr: Any, outputs: int, others: Sequence[str], floats: Sequence[str], moves: Sequence[str]
) -> tuple[set[str], set[str]] | None:
    """Which of `floats` and `moves` the gradient reaches, and which inputs the outputs depend on.

    The inputs of `jaxpr` are the gradient of its outputs, and what is called so; its outputs are so many of the
    function, and the gradients of `floats` and `moves`.
    """
    total = len(jaxpr.outvars)
    # jax takes the entries of a dict in the order of their keys.
    inputs = ["", *sorted(others), *sorted(floats), *sorted(moves)]
    names = [*sorted(floats), *sorted(moves)]
    matter = used_inputs(jaxpr, [number < outputs for number in range(total)])
    if matter is None:
        return None
    reached = {
        name
        for place, name in enumerate(names, outputs)
        if (used_inputs(jaxpr, [number == place for number in range(total)]) or [False])[0]
    }
    return reached, {name for name, is_used in zip(inputs, matter, strict=True) if is_used}


@dataclass(slots=True)
class _Traceable:
    """The function of its arrays by path; it returns the leaves of its output, and of its modules' outputs."""

    run: Run
    module_input: str | None
    arguments: Mapping[str, Any] = field(init=False)
    """They are made before anything is traced, or would be traced as well."""
    recorder: install_hooks.Recorder | None = None
    """Of the last call."""

    def __post_init__(self) -> None:
        self.arguments = self.run.case.made()

    def __call__(self, arrays: Mapping[str, Any], moves: Mapping[str, Any] | None = None) -> list[Any]:
        values = [arrays.get(name, leaf) for name, leaf in leaves_by_path(self.arguments)]
        given = jax.tree.unflatten(jax.tree.structure(self.arguments), values)
        shift = install_hooks.Shift(added=moves or {})
        with install_hooks.recording(shift) as self.recorder:
            output = self.run.call(given)
            found = list(leaves(output).values())
            if self.module_input is not None:
                for model in models_in(output):
                    found += leaves(model(arrays[self.module_input])).values()
        raw = map(raw_of, found)
        return [leaf for leaf in raw if isinstance(leaf, jax.Array | np.ndarray | float | int) and not is_key(leaf)]


def _moves(recorder: install_hooks.Recorder) -> dict[str, Any]:
    """For each float param that was created, by its key: zeros, to be added to it."""
    made = [
        (creation_key("nnx", number), created.value)
        for number, created in enumerate(recorder.created)
        if isinstance(created.variable, nnx.Param)
    ] + [(creation_key("linen", number), value) for number, (_, value) in enumerate(recorder.param_values)]
    return {key: np.zeros(value.shape, value.dtype) for key, value in made if is_float_array(value)}


def _names(recorder: install_hooks.Recorder | None) -> dict[str, str]:
    if recorder is None:
        return {}
    nnx_names = {creation_key("nnx", i): created.name or "" for i, created in enumerate(recorder.created)}
    return nnx_names | {creation_key("linen", i): path for i, (path, _) in enumerate(recorder.param_values)}


def models_in(output: Any) -> Iterator[Callable[[Any], Any]]:
    """The models in an output: modules, what nnx.split returns, a Linen module with its variables."""
    match output:
        case nnx.Module():
            yield output
        case (linen.Module() as module, Mapping() as variables):
            yield partial(module.apply, variables)
        case (nnx.GraphDef(), nnx.State(), *_):
            yield nnx.merge(*output)
        case Mapping():
            yield from (model for item in output.values() for model in models_in(item))
        case tuple() | list():
            yield from (model for item in output for model in models_in(item))


def leaves_by_path(arguments: Any) -> list[tuple[str, Any]]:
    pairs = jax.tree_util.tree_flatten_with_path(arguments)[0]
    return [(jax.tree_util.keystr(path, simple=True, separator="/"), leaf) for path, leaf in pairs]


def _chosen(run: Run, names: Sequence[str]) -> dict[str, Any]:
    return {name: leaf for name, leaf in leaves_by_path(run.case.made()) if name in names}
