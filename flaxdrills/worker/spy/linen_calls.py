"""Hooks on Linen: init, apply, and methods of bound modules from outside any module, the methods inside, params, keys.

`Module.init`, `Module.apply` and their functional forms (`nn.init`, `nn.apply`) all pass through two
functions of flax.linen.module.
"""

from __future__ import annotations

import contextlib
import functools
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen
from flax.core import Scope

from flaxdrills.worker.jax_internals.linen_interceptors import intercept_everywhere
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import (
    Draw,
    LinenApply,
    LinenCall,
    LinenInit,
    ModuleUse,
    Shift,
    active,
    flat,
    mapped,
    mixed,
    plain_path,
    shifted,
)

intercept_methods = linen.intercept_methods
"""As it was before the hooks."""
_inside: ContextVar[bool] = ContextVar("inside_linen", default=False)
"""Whether a Linen call is open here, so that one in it is not the learner's. Each task has its own, and each thread,
which begins with that of who started it."""
_settled: ContextVar[bool] = ContextVar("settled", default=False)
"""Whether what is called here is part of a call whose answer is moved as a whole."""
_asking: ContextVar[bool] = ContextVar("asking", default=False)
"""Whether what is called here is called to find out whether an answer is to be moved."""
_submitting: ContextVar[bool] = ContextVar("submitting", default=False)
"""Whether a thread that starts here is a pool's, which does what others give it, too."""
_elsewhere: list[Callable[[], AbstractContextManager[Any]]] = []
"""What is entered in each thread for what it is given to do now: JAX has its settings for each thread."""


@contextmanager
def elsewhere(enter: Callable[[], AbstractContextManager[Any]]) -> Iterator[None]:
    """Until the block ends, what threads and pools are given to do is done in what `enter` makes."""
    _elsewhere.append(enter)
    try:
        yield
    finally:
        _elsewhere.remove(enter)


def lay() -> None:
    """Lay the hooks."""
    intercept_everywhere(watch_method)
    _hook_threads()
    _hook_interceptors()
    _hook_init()
    _hook_apply()
    _hook_params()
    _hook_keys()


def watch_method(method: Callable[..., Any], args: Any, kwargs: Any, context: linen.module.InterceptorContext) -> Any:
    """What is called in place of each method of a Linen module."""
    module = context.module
    if not active or _asking.get() or module.scope is None or context.method_name == "setup":
        return method(*args, **kwargs)
    function = getattr(type(module), context.method_name, None)
    with _being(_inside) as inner:
        apply = None if inner else _bound_call(module)
        if function is None:  # what a lifted transform put in its place: the method itself is called inside
            answer = method(*args, **kwargs)
        else:
            answer = _as_a_whole(ModuleUse(module, function, args, kwargs), lambda: method(*args, **kwargs))
    if apply is not None and apply.mutable is not False:
        apply.returned = {
            path: leaf
            for path, leaf in flat(module.variables).items()
            if module.is_mutable_collection(path.partition("/")[0])
        }
    path = plain_path(module.scope.path)
    call = LinenCall(module, context.method_name, path, _shapes((args, kwargs)), _shapes(answer))
    for recorder in active:
        recorder.linen_calls.append(call)
    return answer


def _bound_call(module: linen.Module) -> LinenApply:
    """Note that a method of `module`, which was bound, is called from outside any module."""
    scope = module.scope
    assert scope is not None
    call = LinenApply(module, flat(module.variables), scope.mutable, tuple(scope.rngs))
    for recorder in active:
        recorder.applies.append(call)
    return call


def _as_a_whole(use: ModuleUse, call: Callable[[], Any]) -> Any:
    """What `call` returns, moved where a recorder asks for that."""
    if _settled.get() or _asking.get():
        return call()
    with _being(_asking):
        moves = [move for recorder in active if (move := _move(recorder.shift, use)) is not None]
    if not moves:
        return call()
    with _being(_settled):
        answer = call()
    for move in moves:
        answer = move(answer)
    return answer


def _move(shift: Shift, use: ModuleUse) -> Callable[[Any], Any] | None:
    if shift.whole is not None:
        return shift.whole(use)
    return moved_leaves(shifted) if shift.answers == "linen" else None


def moved_leaves(move: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`move` for each float array in what a module returned."""
    return lambda answer: mapped(move, answer)


@contextmanager
def _being(state: ContextVar[bool]) -> Iterator[bool]:
    """`state` holds until the block ends; whether it held before."""
    before = state.set(True)
    try:
        yield before.old_value is True
    finally:
        state.reset(before)


def _given_module(fn: Callable[..., Any], module: linen.Module) -> Callable[..., Any]:
    """`fn`, which `nn.apply` or `nn.init` calls with `module` bound, watched as a whole; a method is watched anyway."""
    method: Callable[..., Any] | None = getattr(type(module), getattr(fn, "__name__", ""), None)
    if method is fn:
        return method

    @functools.wraps(fn)
    def watched(bound: linen.Module, *args: Any, **kwargs: Any) -> Any:
        return _as_a_whole(ModuleUse(bound, fn, args, kwargs, module), lambda: fn(bound, *args, **kwargs))

    return watched


def _shapes(values: Any) -> tuple[tuple[int, ...], ...]:
    leaves = heard(jax.tree.leaves, values, is_leaf=lambda value: isinstance(value, linen.Module)).value or []
    return tuple(leaf.shape for leaf in leaves if isinstance(leaf, jax.Array | np.ndarray))


def _hook_threads() -> None:
    """What a Linen call begins elsewhere, in a thread of its own or in a pool's, is a part of that call."""
    start = threading.Thread.start
    submit: Callable[..., Any] = ThreadPoolExecutor.submit

    @functools.wraps(start)
    def started(self: threading.Thread) -> None:
        if not _submitting.get():
            self.run = _as_here(self.run)  # type: ignore[method-assign]
        start(self)

    @functools.wraps(submit)
    def submitted(self: Any, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        function = _as_here(fn)
        with _being(_submitting):
            return submit(self, function, *args, **kwargs)

    threading.Thread.start = started  # type: ignore[method-assign]
    ThreadPoolExecutor.submit = submitted  # type: ignore[method-assign]


def _as_here(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, which is called elsewhere, with what holds here of the Linen call that is open."""
    held = [state for state in (_inside, _settled, _asking) if state.get()]
    # What is only asked must not be kept by jit for what is then called.
    entered = () if _asking.get() else tuple(_elsewhere)
    if not held and not entered:
        return function

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        with contextlib.ExitStack() as stack:
            for state in held:
                stack.enter_context(_being(state))
            for enter in entered:
                stack.enter_context(enter())
            return function(*args, **kwargs)

    return called


def _hook_interceptors() -> None:
    @functools.wraps(intercept_methods)
    def intercepted(interceptor: Any) -> Any:
        for recorder in active:
            recorder.intercepts = True
        return intercept_methods(interceptor)

    linen.intercept_methods = linen.module.intercept_methods = intercepted


def _hook_init() -> None:
    prepare = linen.module.init_with_output

    @functools.wraps(prepare)
    def prepared(fn: Callable[..., Any], module: linen.Module, *args: Any, **kwargs: Any) -> Any:
        initialise = prepare(_given_module(fn, module), module, *args, **kwargs)

        @functools.wraps(initialise)
        def initialised(*args: Any, **kwargs: Any) -> Any:
            with _being(_inside) as inner:
                output, variables = initialise(*args, **kwargs)
            if not inner:
                if any(recorder.shift.grown for recorder in active):
                    variables = jax.tree.map(_grown, variables)
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
        apply = prepare(_given_module(fn, module), module, mutable, capture_intermediates)

        @functools.wraps(apply)
        def applied(variables: Any, *args: Any, **kwargs: Any) -> Any:
            if not active:
                return apply(variables, *args, **kwargs)
            with _being(_inside) as inner:
                rngs = kwargs.get("rngs")
                streams = tuple(rngs) if isinstance(rngs, Mapping) else ()
                call = LinenApply(module, flat(variables), mutable, streams)
                if not inner:
                    for recorder in active:
                        recorder.applies.append(call)
                answer = apply(variables, *args, **kwargs)
            if mutable is not False or capture_intermediates:
                call.returned = flat(answer[1])
            return answer

        return applied

    linen.module.apply = linen.apply = prepared


def _hook_params() -> None:
    param = Scope.param

    @functools.wraps(param)
    def created(self: Any, name: str, init_fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not active:
            return param(self, name, init_fn, *args, **kwargs)
        path = plain_path((*self.path, name))
        if heard(self.has_variable, "params", name).value:
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
            return mapped(lambda leaf: mixed(leaf, _phase(path, leaf)) if every else shifted(leaf), value)

        value = param(self, name, moved if moves or adds else init_fn, *args, **kwargs)
        for recorder in active:
            recorder.params.append(name)
            recorder.param_values.append((path, value))
        return value

    Scope.param = created


def _grown(leaf: Any) -> Any:
    padded = heard(lambda: jnp.pad(leaf, [(0, 1)] * leaf.ndim))
    return leaf if padded.error is not None else padded.value


def _phase(path: str, leaf: Any) -> float:
    """Another for another path or shape: a bias that grew has no equal beginning."""
    return zlib.crc32(f"{path}{np.shape(leaf)}".encode()) % 997 / 100


def _hook_keys() -> None:
    make = Scope.make_rng

    @functools.wraps(make)
    def made(self: Any, name: str = "params") -> Any:
        key = make(self, name)
        for recorder in active:
            recorder.draws.append(Draw("linen", name, plain_path(self.path)))
        return key

    Scope.make_rng = made
