"""Listening to JAX: which functions are traced and compiled; and hooks on functions that a problem names."""

from __future__ import annotations

import functools
import importlib
import inspect
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import jax

from flaxdrills.system.installed_versions import MODULES
from flaxdrills.worker.spy.recorder import ApiCall, Recorder, active

_SHORT = {"nnx": "flax.nnx", "nn": "flax.linen", "jnp": "jax.numpy", "lax": "jax.lax"}
_LIBRARIES = frozenset({"chex", *MODULES})
_TRACED = "/jax/core/compile/jaxpr_trace_duration"
_COMPILED = "/jax/core/compile/backend_compile_duration"

_past: dict[int, tuple[Any, Counter[str]]] = {}
"""By the id of a function (which is kept): what was traced when it was called."""
_unrecorded: list[ApiCall] = []
"""Calls of watched functions outside any recording: those that a file makes as it is loaded."""
_watched: set[str] = set()


def lay() -> None:
    """Begin to listen."""
    jax.monitoring.register_event_duration_secs_listener(_hear)


def traced_before(function: Any) -> Counter[str]:
    """What was traced in earlier calls of `function` that were recorded."""
    return Counter(_past[id(function)][1]) if id(function) in _past else Counter()


def remember(recorder: Recorder) -> None:
    """Add what `recorder` heard to what is known of its function."""
    if recorder.of is not None:
        _past.setdefault(id(recorder.of), (recorder.of, Counter()))[1].update(recorder.traced)


def watch(name: str) -> str:
    """Have the calls of the function that is called `name` noted; returns its full name.

    Code that took the function out of its module before keeps the unwatched one. Raises AttributeError or
    ImportError where there is no such function, and TypeError for a class.
    """
    head, _, rest = name.partition(".")
    full = f"{_SHORT.get(head, head)}.{rest}"
    if full in _watched:
        return full
    owner, attribute = _owner(full)
    function = getattr(owner, attribute)
    if inspect.isclass(function):
        raise TypeError(f"{full} is a class: ask for the modules or objects of the run instead.")
    setattr(owner, attribute, _wrapped(function, full))
    _watched.add(full)
    return full


def calls(recorder: Recorder, names: tuple[str, ...]) -> list[ApiCall]:
    """The calls of these watched functions in a recorded call, and while its function's file was loaded."""
    file = getattr(inspect.unwrap(recorder.of), "__globals__", None) if callable(recorder.of) else None
    loaded = [call for call in _unrecorded if file is not None and call.caller is file]
    return [call for call in (*loaded, *recorder.api_calls) if call.name in names]


def _hear(event: str, duration: float, **details: Any) -> None:
    if not active or event not in (_TRACED, _COMPILED):
        return
    name = str(details.get("fun_name", "")).removeprefix("jit(").removesuffix(")")
    for recorder in active:
        (recorder.traced if event == _TRACED else recorder.compiled)[name] += 1


def _owner(full: str) -> tuple[Any, str]:
    """The module or class that holds the thing called `full`, and under which name."""
    parts = full.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:-1]:
            owner = getattr(owner, part)
        return owner, parts[-1]
    raise ModuleNotFoundError(full)


def _wrapped(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    if not inspect.isfunction(function):
        return _Watched(function, name)

    @functools.wraps(function)
    def watched(*args: Any, **kwargs: Any) -> Any:
        _note(name, sys._getframe(1).f_globals)
        return function(*args, **kwargs)

    return watched


class _Watched:
    """A callable that is no plain function (`jnp.where`, `nn.relu`), with everything else that it has."""

    def __init__(self, function: Callable[..., Any], name: str) -> None:
        functools.update_wrapper(self, function, updated=())
        self._function = function
        self._name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        _note(self._name, sys._getframe(1).f_globals)
        return self._function(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._function, name)


def _note(name: str, caller: dict[str, Any]) -> None:
    sure = str(caller.get("__name__", "")).partition(".")[0] not in _LIBRARIES
    call = ApiCall(name, sure, caller)
    for recorder in active:
        recorder.api_calls.append(call)
    if not active:
        _unrecorded.append(call)
