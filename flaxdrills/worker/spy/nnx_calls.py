"""Hooks on NNX: the objects that are built, the modules that are called, the variables that are created.

The class of `nnx.Pytree` constructs every Pytree, so patching its `__call__` shows each module that a constructor
makes. What `nnx.merge`, `nnx.clone` or a transform makes does not pass there; it is seen when it is called,
because `__call__` of every module class is wrapped too.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import jax
import numpy as np
from flax import nnx

from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import (
    Created,
    Draw,
    Recorder,
    Update,
    active,
    is_float_array,
    is_traced,
    leaves_of,
    mapped,
    shifted,
)

_wrapped: set[type] = set()
_forking: ContextVar[bool] = ContextVar("forking", default=False)
"""Whether a fork of an nnx.RngStream is open here; the key that a fork takes is nobody's draw."""

_OTHER_KEY = 0x5EED
"""What is folded into a key, so that it is a different one."""


def lay() -> None:
    """Lay the hooks."""
    _hook_construction()
    _hook_variables()
    _hook_optimizers()
    _hook_streams()
    for kind in list(_subclasses(nnx.Module)):
        _hook_calls(kind)


def _moved_answer(answer: Any, module: nnx.Module) -> Any:
    """What a module returned, moved where a recorder asks for that."""
    for recorder in active:
        of = recorder.shift.of
        if recorder.shift.answers == "nnx" and (of is None or contains(module, of)):
            answer = mapped(shifted, answer)
    return answer


def contains(module: nnx.Module, of: str | type[Any]) -> bool:
    """Whether `module`, or one within it, has an attribute of this name; or whether it is of this type."""
    if isinstance(of, str):
        inner = heard(lambda: [inner for _, inner in nnx.iter_modules(module)]).value or []
        return any(of in vars(one) for one in (module, *inner))
    return isinstance(module, of)


def _subclasses(kind: type) -> Iterator[type]:
    child: type
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def _hook_construction() -> None:
    construct = type(nnx.Pytree).__call__

    @functools.wraps(construct)
    def constructed(cls: type, *args: Any, **kwargs: Any) -> Any:
        if not active:
            return construct(cls, *args, **kwargs)
        if issubclass(cls, nnx.Module):
            for base in cls.__mro__:
                if issubclass(base, nnx.Module):
                    _hook_calls(base)
        node = construct(cls, *args, **kwargs)
        for recorder in active:
            if isinstance(node, nnx.Module):
                recorder.see(node)
                recorder.built.append(node)
                recorder.name_variables(node)
                _move_held(recorder, node)
            else:
                recorder.objects.append(node)
        return node

    # Where a class is made by Python's own `type`, modules are seen when they are called or returned.
    with contextlib.suppress(TypeError):
        type.__setattr__(type(nnx.Pytree), "__call__", constructed)


def _move_held(recorder: Recorder, module: nnx.Module) -> None:
    """Move what the attribute holds that the recorder asks for."""
    if recorder.shift.held not in vars(module):
        return
    state = heard(lambda: list(nnx.to_flat_state(nnx.state(module)))).value or []
    leaves = {
        path: leaf
        for path, leaf in state
        if path[0] == recorder.shift.held
        and is_float_array(leaf.get_raw_value() if isinstance(leaf, nnx.Variable) else leaf)
    }
    if leaves:
        recorder.moved += len(leaves)
        nnx.update(module, nnx.from_flat_state([(path, jax.tree.map(shifted, leaf)) for path, leaf in leaves.items()]))


def _hook_calls(kind: type) -> None:
    call = vars(kind).get("__call__")
    if kind in _wrapped or not callable(call):
        return
    _wrapped.add(kind)

    @functools.wraps(call)
    def called(self: nnx.Module, *args: Any, **kwargs: Any) -> Any:
        for recorder in active:
            recorder.see(self)
            recorder.called.append(self)
        answer = _moved_answer(call(self, *args, **kwargs), self)
        for recorder in active:
            if not any(map(is_traced, leaves_of(answer))):
                recorder.answers[id(self)] = answer
        return answer

    type.__setattr__(kind, "__call__", called)


def _hook_variables() -> None:
    initialise = nnx.Variable.__init__

    @functools.wraps(initialise)
    def initialised(self: nnx.Variable[Any], *args: Any, **kwargs: Any) -> None:
        initialise(self, *args, **kwargs)
        for recorder in active:
            value = self.get_raw_value()
            if len(recorder.created) in recorder.shift.created and is_float_array(value):
                value = shifted(value)
                nnx.Variable.set_raw_value(self, value)
            elif recorder.shift.added:
                value = recorder.shift.plus("nnx", len(recorder.created), value)
                nnx.Variable.set_raw_value(self, value)
            first = value.copy() if isinstance(value, np.ndarray) else value
            recorder.created.append(Created(self, first))

    nnx.Variable.__init__ = initialised


def _hook_optimizers() -> None:
    update = nnx.Optimizer.update

    @functools.wraps(update)
    def updated(self: Any, *args: Any, **kwargs: Any) -> Any:
        grads = args[1] if len(args) > 1 else kwargs.get("grads")
        for recorder in active:
            recorder.updates.append(Update(self, grads))
        return update(self, *args, **kwargs)

    nnx.Optimizer.update = updated


def _hook_streams() -> None:
    draw = nnx.RngStream.__call__

    @functools.wraps(draw)
    def drawn(self: Any, *args: Any, **kwargs: Any) -> Any:
        key = draw(self, *args, **kwargs)
        tag = str(getattr(self, "tag", ""))
        for recorder in () if _forking.get() else active:
            recorder.draws.append(Draw("nnx", tag))
            if recorder.shift.stream == tag:
                key = jax.random.fold_in(key, _OTHER_KEY)
        return key

    nnx.RngStream.__call__ = drawn
    fork = nnx.RngStream.fork

    @functools.wraps(fork)
    def forked(self: Any, *args: Any, **kwargs: Any) -> Any:
        before = _forking.set(True)
        try:
            return fork(self, *args, **kwargs)
        finally:
            _forking.reset(before)

    nnx.RngStream.fork = forked
