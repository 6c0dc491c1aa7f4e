"""What the reference can do under jax.jit and jax.grad, the solution must be able to do: no author writes this check.

A function works under jax.jit where it can be traced in its array arguments, and under jax.grad where the gradient of
its float outputs reaches each param that it creates and each float array among its arguments. Both are seen by
tracing alone: nothing is compiled or run. A gradient is there where the derivative depends on the output's in the
jaxpr, so the zeros of a relu do not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import TracebackType
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen, nnx

from flaxdrills.judging.derived_check import derived_name
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import is_key, raw_of
from flaxdrills.worker.checks.observed_run import Outcome, Run, Unmet, tried
from flaxdrills.worker.checks.pytrees import leaves
from flaxdrills.worker.explain import exception
from flaxdrills.worker.jax_internals.jaxpr_uses import own_traces, used_inputs
from flaxdrills.worker.spy import install_hooks, linen_calls, nnx_calls
from flaxdrills.worker.spy.recorder import creation_key

_TRACE_ERRORS = (
    jax.errors.ConcretizationTypeError,
    jax.errors.NonConcreteBooleanIndexError,
    jax.errors.TracerArrayConversionError,
    jax.errors.TracerIntegerConversionError,
)
Function = Callable[[Mapping[str, Any]], Any]
"""A function of a set of arguments."""

_HOOKS = (nnx_calls.__file__, linen_calls.__file__)


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


@dataclass(frozen=True, slots=True)
class Demand:
    """What the reference can do on a case."""

    arrays: tuple[str, ...]
    """The arrays among the arguments, by path, in which it can be traced together."""
    gradients: Gradients | None
    """What its gradients reach; None where that is not known."""
    module_input: str | None = None
    """The array with which a module that it returns can be called."""
    not_demanded: frozenset[str] = frozenset()
    """"jit", "grad", or both, where the problem says so."""

    @property
    def name(self) -> str:
        """The name of the check; "" where nothing is demanded."""
        return derived_name([name for name, holds in (("jit", self._jit), ("grad", self._grad)) if holds])

    @property
    def _jit(self) -> bool:
        return bool(self.arrays) and "jit" not in self.not_demanded

    @property
    def _grad(self) -> bool:
        reaches = self.gradients is not None and (self.gradients.arguments or _reached(self.gradients))
        return bool(reaches) and "grad" not in self.not_demanded

    def met_by(self, run: Run, filename: str, quiet: Callable[[], Function]) -> None:
        """The function of `run`, which is in `filename`, can do what is demanded. Raises Unmet.

        `quiet` makes the same function without what only looks at values, as an assert does. An error that has
        nothing to do with tracing proves nothing, and passes: some functions can be called only once.
        """
        outcome = _gradients(run, self.arrays, self.module_input)
        if outcome.error is not None and _is_trace_error(outcome.error):
            made = tried(quiet)
            if made.error is None:
                run = replace(run, call=made.value)
                outcome = _gradients(run, self.arrays, self.module_input)
        elif outcome.error is not None:
            outcome = _traced(run, self.arrays, self.module_input)
        if self._jit and outcome.error is not None and _is_trace_error(outcome.error):
            self._refuse(run, outcome.error, filename)
        if self._grad and self.gradients is not None and isinstance(outcome.value, Gradients):
            _compare(outcome.value, self.gradients)

    def _refuse(self, run: Run, error: BaseException, filename: str) -> None:
        if not _is_in_module(error.__traceback__):
            # It may have looked at a param alone, which has its values while the arguments are traced.
            again = _batched(run, self.arrays, self.module_input).error
            if again is None or not _is_trace_error(again):
                return
            error = again
        raised = exception.raised(error, filename, "")
        where, line = "it", 0
        if raised.frames:
            line = raised.frames[-1].line
            where = f"line {line} (`{raised.frames[-1].text}`)"
        cause = raised.cause or raised.message.partition("\n")[0]
        raise Unmet(f"Under `jax.jit` {where} raises {raised.type}. {cause}", f"{raised.type} under jit", line)


def demand_of(run: Run, not_demanded: frozenset[str] = frozenset()) -> Demand:
    """What the function of `run`, the reference, can do."""
    if not_demanded >= {"jit", "grad"}:
        return Demand((), None, None, not_demanded)
    names = tuple(name for name, leaf in _paths(run.case.made()) if isinstance(leaf, jax.Array) and not is_key(leaf))
    outcome = _gradients(run, names, None)
    if outcome.error is not None and _traced(run, names, None).error is not None:
        names = _traceable_together(run, names)
        outcome = _gradients(run, names, None)
    module_input = _module_input(run, names)
    if module_input is not None:
        outcome = _gradients(run, names, module_input)
    return Demand(names, outcome.value, module_input, not_demanded)


def _module_input(run: Run, names: Sequence[str]) -> str | None:
    """The array with which the modules that the function returns can be called; None where there is none."""
    if not any(_models(run.output)):
        return None
    return next((name for name in names if _traced(run, names, name).error is None), None)


def _compare(found: Gradients, wanted: Gradients) -> None:
    if found.outputs != wanted.outputs:
        # That is what the cases are about.
        return
    arguments = sorted(wanted.arguments - found.arguments)
    reached, least = _reached(found), _reached(wanted)
    params = [
        param
        for param in found.params
        if param.matters and not param.is_reached and reached[param.shape] < least[param.shape]
    ]
    if arguments or params:
        told = [f"`{name}`" for name in arguments]
        told += [
            f"`{param.name}` of shape {param.shape}" if param.name else f"a param of shape {param.shape}"
            for param in params
        ]
        fail(
            f"No gradient reaches {', '.join(told)}: something on the way to your output lets only the values through, "
            "such as `jax.lax.stop_gradient`, a Python number, or a cast to whole numbers.",
            f"no gradient for {', '.join([*arguments, f'{len(params)} params'])}",
        )


def _reached(gradients: Gradients) -> Counter[tuple[int, ...]]:
    return Counter(param.shape for param in gradients.params if param.is_reached)


def _traceable_together(run: Run, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` in which the function can be traced together, where it cannot in all."""
    kept: tuple[str, ...] = ()
    for name in names:
        if _traced(run, (*kept, name), None).error is None:
            kept += (name,)
    return kept


def _traced(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """What comes of tracing the function in the arrays of these names."""
    with own_traces():
        return tried(jax.make_jaxpr(_Traceable(run, module_input)), _chosen(run, names))


def _batched(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """The same with only that traced which follows from these arrays: they are a batch of one to jax.vmap."""
    batch = {name: array[None] for name, array in _chosen(run, names).items()}
    return tried(jax.vmap(_Traceable(run, module_input)), batch)


def _gradients(run: Run, names: Sequence[str], module_input: str | None) -> Outcome:
    """What comes of tracing the derivative of the function in the arrays of these names: Gradients, or an error."""
    arrays = _chosen(run, names)
    floats = {name: array for name, array in arrays.items() if _is_float(array)}
    others = {name: array for name, array in arrays.items() if name not in floats}
    moves = _moves(run.recorder)
    function = _Traceable(run, module_input)

    def derivative(seed: Any, others: Any, floats: Any, moves: Any) -> Any:
        def outputs(floats: Any, moves: Any) -> tuple[list[Any], list[Any]]:
            found = function({**others, **floats}, moves)
            return [leaf for leaf in found if _is_float(leaf)], found

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
        values = [arrays.get(name, leaf) for name, leaf in _paths(self.arguments)]
        given = jax.tree.unflatten(jax.tree.structure(self.arguments), values)
        shift = install_hooks.Shift(added=moves or {})
        with install_hooks.recording(shift) as self.recorder:
            output = self.run.call(given)
            found = list(leaves(output).values())
            if self.module_input is not None:
                for model in _models(output):
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
    return {key: np.zeros(value.shape, value.dtype) for key, value in made if _is_float(value)}


def _names(recorder: install_hooks.Recorder | None) -> dict[str, str]:
    if recorder is None:
        return {}
    nnx_names = {creation_key("nnx", i): created.name or "" for i, created in enumerate(recorder.created)}
    return nnx_names | {creation_key("linen", i): path for i, (path, _) in enumerate(recorder.param_values)}


def _models(output: Any) -> Iterator[Callable[[Any], Any]]:
    """The models in an output: modules, what nnx.split returns, a Linen module with its variables."""
    match output:
        case nnx.Module():
            yield output
        case (linen.Module() as module, Mapping() as variables):
            yield partial(module.apply, variables)
        case (nnx.GraphDef(), nnx.State(), *_):
            yield nnx.merge(*output)
        case Mapping():
            yield from (model for item in output.values() for model in _models(item))
        case tuple() | list():
            yield from (model for item in output for model in _models(item))


def _paths(arguments: Any) -> list[tuple[str, Any]]:
    pairs = jax.tree_util.tree_flatten_with_path(arguments)[0]
    return [(jax.tree_util.keystr(path, simple=True, separator="/"), leaf) for path, leaf in pairs]


def _chosen(run: Run, names: Sequence[str]) -> dict[str, Any]:
    return {name: leaf for name, leaf in _paths(run.case.made()) if name in names}


def _is_float(leaf: Any) -> bool:
    return isinstance(leaf, jax.Array | np.ndarray) and jnp.issubdtype(leaf.dtype, jnp.floating)


def _is_trace_error(error: BaseException) -> bool:
    return isinstance(error, _TRACE_ERRORS) or (
        isinstance(error, TypeError) and "Shapes must be 1D sequences of concrete values" in str(error)
    )


def _is_in_module(trace: TracebackType | None) -> bool:
    """Whether an error came out of a call of a module, and not out of building it or creating a param."""
    inside = False
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename in _HOOKS:
            inside = code.co_name in ("called", "watch_method")
        trace = trace.tb_next
    return inside
