"""What the reference can do under jax.jit and jax.grad, the solution must be able to do: no author writes this check.

A function works under jax.jit where it can be traced in its array arguments, and under jax.grad where the gradient of
its float outputs reaches each param that it creates and each float array among its arguments. Both are seen by
tracing alone (traced_call.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any

import jax

from flaxdrills.judging.derived_check import derived_name
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import is_key
from flaxdrills.worker.checks.observed_run import Run, Unmet, tried
from flaxdrills.worker.checks.traced_call import (
    Gradients,
    leaves_by_path,
    models_in,
    traced,
    traced_gradients,
    traced_in_a_batch,
)
from flaxdrills.worker.explain import exception
from flaxdrills.worker.spy import linen_calls, nnx_calls

_TRACE_ERRORS = (
    jax.errors.ConcretizationTypeError,
    jax.errors.NonConcreteBooleanIndexError,
    jax.errors.TracerArrayConversionError,
    jax.errors.TracerIntegerConversionError,
)
_TOLD_BY_TEXT = (
    (TypeError, "Shapes must be 1D sequences of concrete values"),
    (IndexError, "must be static"),
    (IndexError, "must have static"),
)
"""Kinds that have other reasons as well, and what they say where a shape, or the end of a slice, is traced."""
_ONLY_FORWARDS = "Reverse-mode differentiation does not work"
"""Said where a gradient meets a while loop."""
Function = Callable[[Mapping[str, Any]], Any]
"""A function of a set of arguments."""

_HOOKS = (nnx_calls.__file__, linen_calls.__file__)


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
        nothing to do with tracing or gradients proves nothing, and passes: some functions can be called only once.
        """
        outcome = traced_gradients(run, self.arrays, self.module_input)
        if isinstance(outcome.error, SystemExit):
            raise outcome.error
        if outcome.error is not None and _is_trace_error(outcome.error):
            made = tried(quiet)
            if made.error is None:
                run = replace(run, call=made.value)
                outcome = traced_gradients(run, self.arrays, self.module_input)
        elif outcome.error is not None:
            if self._grad and _ONLY_FORWARDS in str(outcome.error):
                told = "`jax.grad` cannot go back through a loop whose number of steps is not known when it is traced."
                fail(f"{told} `jax.lax.scan` can be gone back through.", "while loop under grad")
            outcome = traced(run, self.arrays, self.module_input)
        if self._jit and outcome.error is not None and _is_trace_error(outcome.error):
            self._refuse(run, outcome.error, filename)
        if self._grad and self.gradients is not None and isinstance(outcome.value, Gradients):
            _compare(outcome.value, self.gradients)

    def _refuse(self, run: Run, error: BaseException, filename: str) -> None:
        if not _is_in_module(error.__traceback__):
            # It may have looked at a param alone, which has its values while the arguments are traced.
            again = traced_in_a_batch(run, self.arrays, self.module_input).error
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
    names = tuple(
        name for name, leaf in leaves_by_path(run.case.made()) if isinstance(leaf, jax.Array) and not is_key(leaf)
    )
    outcome = traced_gradients(run, names, None)
    if outcome.error is not None and traced(run, names, None).error is not None:
        names = _traceable_together(run, names)
        outcome = traced_gradients(run, names, None)
    module_input = _module_input(run, names)
    if module_input is not None:
        outcome = traced_gradients(run, names, module_input)
    return Demand(names, outcome.value, module_input, not_demanded)


def _module_input(run: Run, names: Sequence[str]) -> str | None:
    """The array with which the modules that the function returns can be called; None where there is none."""
    if not any(models_in(run.output)):
        return None
    return next((name for name in names if traced(run, names, name).error is None), None)


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
        if traced(run, (*kept, name), None).error is None:
            kept += (name,)
    return kept


def _is_trace_error(error: BaseException) -> bool:
    return isinstance(error, _TRACE_ERRORS) or any(
        isinstance(error, kind) and part in str(error) for kind, part in _TOLD_BY_TEXT
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
