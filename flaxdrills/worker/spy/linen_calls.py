"""Hooks on Linen: init and apply from outside any module, the methods inside, params and keys.

`Module.init`, `Module.apply` and their functional forms (`nn.init`, `nn.apply`) all pass through two
functions of flax.linen.module.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jax
import numpy as np
from flax import linen
from flax.core import Scope

from flaxdrills.worker.spy.nnx_calls import moved_answer
from flaxdrills.worker.spy.recorder import Draw, LinenApply, LinenCall, LinenInit, active, flat, plain_path, shifted


def lay() -> None:
    """Lay the hooks."""
    _hook_init()
    _hook_apply()
    _hook_params()
    _hook_keys()


def watch_method(method: Callable[..., Any], args: Any, kwargs: Any, context: linen.module.InterceptorContext) -> Any:
    """What `linen.intercept_methods` is given while something is recorded."""
    answer = method(*args, **kwargs)
    if context.module.scope is not None and context.method_name != "setup":
        call = LinenCall(
            type(context.module),
            context.method_name,
            plain_path(context.module.scope.path),
            _shapes((args, kwargs)),
            _shapes(answer),
        )
        for recorder in active:
            recorder.linen_calls.append(call)
    return moved_answer("linen", answer) if context.method_name == "__call__" else answer


def _shapes(values: Any) -> tuple[tuple[int, ...], ...]:
    leaves = jax.tree.leaves(values, is_leaf=lambda value: isinstance(value, linen.Module))
    return tuple(leaf.shape for leaf in leaves if isinstance(leaf, jax.Array | np.ndarray))


def _hook_init() -> None:
    prepare = linen.module.init_with_output

    @functools.wraps(prepare)
    def prepared(fn: Callable[..., Any], module: linen.Module, *args: Any, **kwargs: Any) -> Any:
        initialise = prepare(fn, module, *args, **kwargs)
        if not active:
            return initialise

        @functools.wraps(initialise)
        def initialised(*args: Any, **kwargs: Any) -> Any:
            with _inside_linen() as outermost:
                output, variables = initialise(*args, **kwargs)
            if outermost:
                for recorder in active:
                    recorder.inits.append(LinenInit(module, variables, flat(variables), dict(variables)))
            return output, variables

        return initialised

    linen.module.init_with_output = linen.init_with_output = prepared


def _hook_apply() -> None:
    prepare = linen.module.apply

    @functools.wraps(prepare)
    def prepared(
        fn: Callable[..., Any], module: linen.Module, mutable: Any = False, capture_intermediates: Any = False
    ) -> Any:
        apply = prepare(fn, module, mutable, capture_intermediates)
        if not active:
            return apply

        @functools.wraps(apply)
        def applied(variables: Any, *args: Any, **kwargs: Any) -> Any:
            with _inside_linen() as outermost:
                rngs = kwargs.get("rngs")
                streams = tuple(rngs) if isinstance(rngs, Mapping) else ()
                call = LinenApply(module, flat(variables), mutable, streams)
                if outermost:
                    for recorder in active:
                        recorder.applies.append(call)
                answer = apply(variables, *args, **kwargs)
            if mutable is not False or capture_intermediates:
                call.returned = flat(answer[1])
            return answer

        return applied

    linen.module.apply = linen.apply = prepared


@contextmanager
def _inside_linen() -> Iterator[bool]:
    """Whether this is the outermost Linen call; an apply inside a module's own is not the learner's."""
    outermost = all(recorder.depth == 0 for recorder in active)
    for recorder in active:
        recorder.depth += 1
    try:
        yield outermost
    finally:
        for recorder in active:
            recorder.depth -= 1


def _hook_params() -> None:
    param = Scope.param

    @functools.wraps(param)
    def created(self: Any, name: str, init_fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not active:
            return param(self, name, init_fn, *args, **kwargs)
        path = plain_path((*self.path, name))
        if self.has_variable("params", name):
            value = param(self, name, init_fn, *args, **kwargs)
            for recorder in active:
                recorder.reads.append((path, value))
            return value
        every = any(recorder.shift.every_param for recorder in active)
        moves = every or any(recorder.shift.param == name for recorder in active)
        adds = [recorder for recorder in active if recorder.shift.added]

        def moved(*init_args: Any, **init_kwargs: Any) -> Any:
            value = init_fn(*init_args, **init_kwargs)
            for recorder in adds:
                value = recorder.shift.plus("linen", len(recorder.param_values), value)
            if not moves:
                return value
            return jax.tree.map(lambda leaf: shifted(leaf, _salt(path, leaf) if every else 0.0), value)

        value = param(self, name, moved if moves or adds else init_fn, *args, **kwargs)
        for recorder in active:
            recorder.params.append(name)
            recorder.param_values.append((path, value))
        return value

    Scope.param = created


def _salt(path: str, leaf: Any) -> float:
    """Less than a tenth, and another for another path or shape: a bias that grew has no equal beginning."""
    return zlib.crc32(f"{path}{np.shape(leaf)}".encode()) % 997 / 10_000


def _hook_keys() -> None:
    make = Scope.make_rng

    @functools.wraps(make)
    def made(self: Any, name: str = "params") -> Any:
        key = make(self, name)
        for recorder in active:
            recorder.draws.append(Draw("linen", name, plain_path(self.path)))
        return key

    Scope.make_rng = made
