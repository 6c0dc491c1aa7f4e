"""Letting go of tracers once their trace has ended: in their place comes what has their shape and dtype alone."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from dataclasses import dataclass, field, replace
from typing import Any

import jax
import jax.numpy as jnp
from flax import linen, nnx

from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import LinenInit, Recorder, Update

living: weakref.WeakSet[Recorder] = weakref.WeakSet()
"""Every recorder that somebody still has."""

_WHOLE = (nnx.Variable, nnx.Pytree, linen.Module)


def let_go(tracers: frozenset[int]) -> None:
    """Have no recorder hold the tracers of these ids, nor a module or variable that holds one."""
    for recorder in list(living):
        _let_go(recorder, _StandIns(tracers))


def _let_go(seen: Recorder, stand_ins: _StandIns) -> None:
    of = stand_ins.of
    answers = {id(of(module)): seen.answers.get(id(module)) for module in seen.modules if id(module) in seen.answers}
    for kept in (seen.modules, seen.built, seen.called, seen.objects):
        kept[:] = map(of, kept)
    seen.known = set(map(id, seen.modules))
    seen.answers = answers
    for created in seen.created:
        created.variable, created.value = of(created.variable), of(created.value)
    seen.inits[:] = [
        LinenInit(of(init.module), of(init.variables), of(init.leaves), of(init.collections)) for init in seen.inits
    ]
    for apply in seen.applies:
        apply.module, apply.leaves, apply.returned = of(apply.module), of(apply.leaves), of(apply.returned)
    seen.linen_calls[:] = [replace(call, module=of(call.module)) for call in seen.linen_calls]
    for values in (seen.param_values, seen.reads):
        values[:] = [(path, of(value)) for path, value in values]
    seen.updates[:] = [Update(of(update.optimizer), of(update.grads)) for update in seen.updates]
    seen.shift = replace(seen.shift, added=of(seen.shift.added))


@dataclass(slots=True)
class _StandIns:
    """What comes in the place of values that hold one of these tracers; any other value stays as it is."""

    tracers: frozenset[int]
    made: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    """By the id of a value, which is kept: what comes in its place."""

    def of(self, value: Any) -> Any:
        """What comes in the place of `value`, the same whenever it is asked for."""
        if isinstance(value, jax.core.Tracer) and self._holds(value):
            if id(value) not in self.made:
                self.made[id(value)] = value, _without_values(value)
            return self.made[id(value)][1]
        if id(value) not in self.made:
            self.made[id(value)] = value, value
            self.made[id(value)] = value, self._other(value)
        return self.made[id(value)][1]

    def _holds(self, tracer: jax.core.Tracer) -> bool:
        """Whether it is one of the tracers, or one of an inner transform, such as grad, that is made of one."""
        parts = (part for part in gc.get_referents(tracer) if isinstance(part, jax.core.Tracer))
        return id(tracer) in self.tracers or any(map(self._holds, parts))

    def _other(self, value: Any) -> Any:
        match value:
            case nnx.Variable():
                raw = value.get_raw_value()
                now = self.of(raw)
                return value if now is raw else value.replace(now)
            case nnx.Pytree():
                return self._copied(value, vars(value))
            case linen.Module():
                # A module that is bound holds all variables of its scope.
                return value if value.scope is None else self._copied(value, _unbound(value))
        inner = heard(jax.tree.leaves, value, is_leaf=lambda part: isinstance(part, _WHOLE)).value or []
        if all(self.of(part) is part for part in inner if part is not value):
            return value
        outcome = heard(jax.tree.map, self.of, value, is_leaf=lambda part: isinstance(part, _WHOLE))
        return value if outcome.error is not None else outcome.value

    def _copied(self, value: Any, attributes: dict[str, Any]) -> Any:
        """`value` with these attributes; itself where they are its own and hold none of the tracers."""
        copy = object.__new__(type(value))
        self.made[id(value)] = value, copy
        now = {name: self.of(held) for name, held in attributes.items()}
        own = vars(value)
        if all(held is own.get(name) or held is copy for name, held in now.items()):
            return value
        copy.__dict__.update(now)
        return copy


def _without_values(tracer: Any) -> Any:
    """An array like what `tracer` stood for, whose values are gone: NNX takes it for the leaf that it was."""
    if jax.dtypes.issubdtype(tracer.dtype, jax.dtypes.extended):
        return jax.ShapeDtypeStruct(tracer.shape, tracer.dtype)
    with jax.ensure_compile_time_eval():
        array = jnp.zeros(tracer.shape, tracer.dtype)
    array.delete()
    return array


def _unbound(module: linen.Module) -> dict[str, Any]:
    """The attributes of `module` without its place in another and its variables."""
    names = {field.name for field in dataclasses.fields(module)}
    own = {name: value for name, value in vars(module).items() if name in names}
    return {**own, "scope": None, "parent": None}
