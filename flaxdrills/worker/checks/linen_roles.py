"""The calls of Linen modules that make a function's output: what the reference's do, which of the learner's do that.

A module of the learner's plays a role when it returns the same on its own, for params and inputs that nobody has seen
before.
"""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import jax
import numpy as np
from flax import linen
from flax.core import DenyList

from flaxdrills.worker.checks.held_values import nearly
from flaxdrills.worker.outcome import Outcome, heard
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.install_hooks import ModuleUse
from flaxdrills.worker.spy.linen_calls import moved_leaves
from flaxdrills.worker.spy.recorder import is_float_array, mixed


@dataclass(frozen=True, slots=True)
class Role:
    """A call of a module of the reference: what it returns for params and inputs that the reference never saw."""

    number: int
    method: str
    params: Any
    inputs: tuple[Any, ...]
    output: Any

    def move(self, answer: Any) -> Any:
        """What is returned in place of `answer`: number by number, so that rows, stacks and reshaping do no harm."""
        return moved_leaves(lambda leaf: leaf * (1.5 + self.number) + 0.37)(answer)


@dataclass(slots=True)
class Watched:
    """A call of a module of the learner's."""

    kind: type[linen.Module]
    method: str
    title: str
    """What a learner would call it."""
    role: Role | None
    holds_all: bool
    """Whether its params are all those of a role."""
    initialising: bool


@dataclass(slots=True)
class Roles:
    """The roles in a call of the reference, and who plays them."""

    rtol: float
    atol: float
    kind: type[linen.Module]
    by_name: bool
    found: list[Role] = field(default_factory=list)

    def of_reference(self, use: ModuleUse) -> Callable[[Any], Any]:
        """The role of an outermost call of the reference."""
        arrays = tuple(_other(_arrays(use)))
        keys = {name: jax.random.key(number) for number, name in enumerate(("params", *_STREAMS))}
        _, variables = linen.init_with_output(use.function, _unbound(use))(keys, *use.args, **use.kwargs)
        params = _other(variables)
        output = _alone(use, params, arrays)
        for role in self.found:
            if role.method == use.method and self._close(role.output, output):
                return role.move
        role = Role(len(self.found), use.method, params, arrays, output)
        self.found.append(role)
        return role.move

    def watch(self, watched: list[Watched]) -> Callable[[ModuleUse], Callable[[Any], Any] | None]:
        """What asks each call of the learner's for its role, and adds it to `watched`."""

        def whole(use: ModuleUse) -> Callable[[Any], Any] | None:
            role, holds_all, place = self._role(use)
            initialising = use.bound.is_initializing()
            # Not the call itself, which may hold tracers.
            watched.append(Watched(type(use.bound), use.method, use.title, role, holds_all, initialising))
            if role is None and self.by_name and getattr(type(use.bound), use.method, None) is use.function:
                return _as_it_is  # what a method of another name calls is called from inside
            return None if role is None else partial(_moved_at, role, place)

        return whole

    def _role(self, use: ModuleUse) -> tuple[Role | None, bool, Any]:
        """The role that a call plays, whether its module holds all params of one, and where in its answer."""
        if not isinstance(use.bound, self.kind):
            return None, False, None
        named = [role for role in self.found if role.method == use.method or not self.by_name]
        own = _paths(heard(lambda: use.bound.variables).value)
        holds_all = False
        for role in named:
            outcome = _apart(_alone, use, role.params, role.inputs)
            if outcome.error is None:
                for place, value in _items(outcome.value):
                    if self._close(value, role.output):
                        return role, True, place
            paths = own or _paths(_apart(_made, use, role).value)
            if paths == _paths(role.params):
                holds_all = True
                if outcome.error is not None:
                    # It takes its input in another form, so nobody can say what it should return.
                    return role, True, None
        return None, holds_all, None

    def _close(self, ours: Any, theirs: Any) -> bool:
        return nearly(ours, theirs, self.rtol, self.atol)


def _items(value: Any) -> list[tuple[Any, Any]]:
    """What a module returned, at None, and each thing in it where that is a tuple, list or dict: it may return more."""
    if type(value) in (tuple, list):
        return [(None, value), *enumerate(value)]
    return [(None, value), *(value.items() if isinstance(value, Mapping) else ())]


def _moved_at(role: Role, place: Any, answer: Any) -> Any:
    """`answer`, in which what is at `place` is moved; at None all of it."""
    if place is None:
        return role.move(answer)
    if isinstance(answer, Mapping):
        return {**answer, place: role.move(answer[place])}
    return type(answer)(role.move(item) if number == place else item for number, item in enumerate(answer))


def _as_it_is(answer: Any) -> Any:
    return answer


_STREAMS = ("dropout", "default", "noise")
_ARRAY = (jax.Array, np.ndarray)
_LONGEST = 5.0
"""How many seconds a module may take alone: it may wait for what the learner's function holds."""


def _alone(use: ModuleUse, variables: Any, arrays: tuple[Any, ...]) -> Any:
    """What is called in `use` gives for these variables and arrays; an array that is mapped over has its whole axis."""
    given = _arrays(use)
    if len(given) != len(arrays):
        raise ValueError("not as many arrays")
    apply = linen.apply(use.function, _unbound(use), mutable=DenyList("params"))
    rngs = {name: jax.random.key(number) for number, name in enumerate(_STREAMS)}

    def call(*arrays: Any) -> Any:
        args, kwargs = _with_arrays(use, arrays)
        return apply(variables, *args, rngs=rngs, **kwargs)[0]

    mapped = bool(arrays) and all(own.ndim + 1 == array.ndim for own, array in zip(given, arrays, strict=True))
    return jax.vmap(call)(*arrays) if mapped else call(*arrays)


def _apart(function: Callable[..., Any], *args: Any) -> Outcome:
    """The function called in a thread of its own: what JAX traces and Linen runs just now is this thread's alone."""
    outcomes: list[Outcome] = []
    context = contextvars.copy_context()

    def call() -> None:
        try:
            outcomes.append(context.run(heard, function, *args))
        except BaseException as error:
            outcomes.append(Outcome(error=error))

    thread = threading.Thread(target=call, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # there are too many
        return Outcome(error=error)
    thread.join(_LONGEST)
    return outcomes[0] if outcomes else Outcome(error=TimeoutError())


def _made(use: ModuleUse, role: Role) -> Any:
    """The variables that `init` makes for the inputs of `role`, as shapes."""
    args, kwargs = _with_arrays(use, role.inputs)
    initialise = linen.init(use.function, _unbound(use))
    return jax.eval_shape(lambda: initialise(jax.random.key(0), *args, **kwargs))


def _unbound(use: ModuleUse) -> linen.Module:
    module: linen.Module = use.bound.unbind()[0] if use.module is None else use.module
    return module


def _arrays(use: ModuleUse) -> list[Any]:
    return [leaf for leaf in jax.tree.leaves((use.args, dict(use.kwargs))) if isinstance(leaf, _ARRAY)]


def _with_arrays(use: ModuleUse, arrays: tuple[Any, ...]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments in `use` with these arrays in the place of its own."""
    new = iter(arrays)
    args, kwargs = jax.tree.map(
        lambda leaf: next(new, leaf) if isinstance(leaf, _ARRAY) else leaf, (use.args, dict(use.kwargs))
    )
    return args, kwargs


def _other(tree: Any) -> Any:
    """A tree like `tree` with other floats, each leaf with its own."""
    leaves, structure = jax.tree.flatten(tree)
    return structure.unflatten(
        mixed(leaf, float(number)) if is_float_array(leaf) else leaf for number, leaf in enumerate(leaves)
    )


def _paths(variables: Any) -> frozenset[str]:
    """The paths of the params in `variables`."""
    return frozenset(path for path in install_hooks.flat(variables or {}) if path.startswith("params/"))
