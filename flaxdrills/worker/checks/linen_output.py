"""The claim that what a function returns comes out of the module that the task names, and that this alone gives it.

The reference shows which module that is: each of its outermost calls is a role. A module of the learner's plays a role
when it returns the same on its own, for params and inputs that nobody has seen before. Then both functions are called
again while what plays a role returns something else, and their outputs must still agree. So whatever the reference
does after the call may be done, and nothing more.
"""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import jax
import numpy as np
from flax import linen
from flax.core import DenyList

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import close, same, unmoved
from flaxdrills.worker.checks.nnx_variables import answered_by
from flaxdrills.worker.checks.observed_run import Outcome, Run, Unmet, heard
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.install_hooks import ModuleUse
from flaxdrills.worker.spy.recorder import is_float_array, mixed


def output_of_module(run: Run, kind: type[linen.Module] = linen.Module, *, by_name: bool = False) -> None:
    """The output comes out of calls of a module of `kind` that does what the reference's does, and it gives it alone.

    By `apply`, `init_with_output`, bound, in a parent, lifted, under a transformation, in a thread. With `by_name`
    the methods have the reference's names as well, and are called from outside of the module.

    Where the output is not the reference's, in this case or with other params, other checks say so, and it is only
    asked that it comes out of some call of a Linen module. Where the function raises when it is called again (it may
    compare the output itself), nothing is known, and that passes. Raises Unmet.
    """
    if not _is_right(run):
        answered_by(run, "linen")
        return
    roles = _Roles(run.case.rtol, run.case.atol, kind, by_name)
    expected = run.expected(install_hooks.Shift(whole=roles.of_reference))
    try:
        watched, moved = _moved(run, roles, run.again)
        kept = _calls(moved) < _calls(run) or bool(run.recorder.earlier)
        if kept and not _agree(run, moved.output, expected.output):
            watched, moved = _moved(run, roles, run.again_traced)
    except Unmet:
        return
    if not _agree(run, moved.output, expected.output):
        _tell(run, roles, watched, moved.output, expected.output)


def modules_run(run: Run, kind: type[linen.Module] = linen.Module) -> list[Any]:
    """The Linen modules of `kind` of which a method ran, in whatever way: init, apply, bound, in a parent, lifted."""
    return [call.module for call in run.recorder.linen_calls if isinstance(call.module, kind)]


@dataclass(frozen=True, slots=True)
class _Role:
    """A call of a module of the reference: what it returns for params and inputs that the reference never saw."""

    number: int
    method: str
    params: Any
    inputs: tuple[Any, ...]
    output: Any

    def move(self, leaf: Any) -> Any:
        """What is returned in place of `leaf`: number by number, so that rows, stacks and reshaping do no harm."""
        return leaf * (1.5 + self.number) + 0.37


@dataclass(slots=True)
class _Watched:
    """A call of a module of the learner's."""

    use: ModuleUse
    role: _Role | None
    holds_all: bool
    """Whether its params are all those of a role."""
    initialising: bool


@dataclass(slots=True)
class _Roles:
    """The roles in a call of the reference, and who plays them."""

    rtol: float
    atol: float
    kind: type[linen.Module]
    by_name: bool
    found: list[_Role] = field(default_factory=list)

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
        role = _Role(len(self.found), use.method, params, arrays, output)
        self.found.append(role)
        return role.move

    def watch(self, watched: list[_Watched]) -> Callable[[ModuleUse], Callable[[Any], Any] | None]:
        """What asks each call of the learner's for its role, and adds it to `watched`."""

        def whole(use: ModuleUse) -> Callable[[Any], Any] | None:
            role, holds_all = self._role(use)
            watched.append(_Watched(use, role, holds_all, use.bound.is_initializing()))
            if role is None and self.by_name and getattr(type(use.bound), use.method, None) is use.function:
                return _as_it_is  # what a method of another name calls is called from inside
            return None if role is None else role.move

        return whole

    def _role(self, use: ModuleUse) -> tuple[_Role | None, bool]:
        if not isinstance(use.bound, self.kind):
            return None, False
        named = [role for role in self.found if role.method == use.method or not self.by_name]
        own = _paths(heard(lambda: use.bound.variables).value)
        holds_all = False
        for role in named:
            outcome = _apart(_alone, use, role.params, role.inputs)
            if outcome.error is None and any(self._close(value, role.output) for value in _items(outcome.value)):
                return role, True
            paths = own or _paths(_apart(_made, use, role).value)
            if paths == _paths(role.params):
                holds_all = True
                if outcome.error is not None:
                    # It takes its input in another form, so nobody can say what it should return.
                    return role, True
        return None, holds_all

    def _close(self, ours: Any, theirs: Any) -> bool:
        return _close(ours, theirs, self.rtol, self.atol)


def _items(value: Any) -> list[Any]:
    """What a module returned, and each thing in it where that is a tuple, a list or a dict: it may return more."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple | list) else ()
    return [value, *inner]


def _as_it_is(leaf: Any) -> Any:
    return leaf


_STREAMS = ("dropout", "default", "noise")
_ARRAY = (jax.Array, np.ndarray)


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
    thread = threading.Thread(target=lambda: outcomes.append(context.run(heard, function, *args)), daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # there are too many
        return Outcome(error=error)
    thread.join()
    return outcomes[0]


def _made(use: ModuleUse, role: _Role) -> Any:
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


def _is_right(run: Run) -> bool:
    """Whether the output is the reference's, also when every param is created with another value."""
    expected = run.expected()
    if not _agree(run, run.output, expected.output):
        return False
    shift = install_hooks.Shift(every_param=True)
    try:
        moved = run.again(shift)
    except Unmet:
        return True
    expected = run.expected(shift)
    kept = not moved.recorder.param_values and _calls(moved) < max(1, _calls(run))  # by jit
    return kept or _agree(run, moved.output, expected.output)


def _moved(run: Run, roles: _Roles, again: Callable[[install_hooks.Shift], Run]) -> tuple[list[_Watched], Run]:
    """The calls of Linen modules when the function is called again, and that run, in which they are moved."""
    watched: list[_Watched] = []
    return watched, again(install_hooks.Shift(whole=roles.watch(watched)))


def _calls(run: Run) -> int:
    return len(run.recorder.linen_calls)


def _tell(run: Run, roles: _Roles, watched: list[_Watched], moved: Any, expected: Any) -> None:
    """Say what was seen in place of calls of the module that gives the output."""
    played = [one for one in watched if one.role is not None]
    partly = [one for one in watched if one.holds_all]
    if not watched:
        fail("Your output should come out of a call of a Linen module, and none was called.", "no call")
    if not any(isinstance(one.use.bound, roles.kind) for one in watched):
        name = roles.kind.__name__
        fail(f"Your output should come out of a call of an nn.{name}, and none was called.", f"no call of {name}")
    methods = sorted({role.method for role in roles.found} - {"__call__"}) if roles.by_name else []
    missing = [method for method in methods if method not in (one.use.method for one in watched)]
    if missing:
        listed = " and no method ".join(f"`{method}`" for method in missing)
        from_outside = [one for one in watched if not one.initialising]
        fail(
            f"No method {listed} was called from outside of the module. Called were: {_titles(from_outside)}.",
            f"no call of {missing}, but of {sorted({_kind(one) for one in from_outside})}",
        )
    where = _where(run, moved, expected)
    if not played and partly:
        fail(
            f"{where} does not come out of {partly[-1].use.title} alone: called on its own, with other params and"
            " another input, it does not return what your function would. A part of the work is done outside.",
            "the module alone gives something else",
        )
    called = _titles(one for one in watched if not one.initialising)
    if not played:
        fail(f"{where} comes out of calls of parts ({called}), and of no call of the whole module.", "only parts")
    _tell_played(run, where, played, methods, moved, called)


def _tell_played(run: Run, where: str, played: list[_Watched], methods: list[str], moved: Any, called: str) -> None:
    if methods:
        listed = " or ".join(f"`{method}`" for method in methods)
        fail(f"{where} is not what a call of the method {listed} returned.", f"{where}: not out of the method")
    title = played[-1].use.title
    if not unmoved(run.output, moved):
        fail(
            f"{where} is not what {title} returned: something else was done to it, or for a part of it.",
            "not only the module",
        )
    if all(one.initialising for one in played):
        beside = f" Outside of `init` these were called: {called}." if called != "nothing" else ""
        fail(
            f"{title} ran only in `init`, and your output does not come out of that: it would be the same if"
            f" {title} returned something else.{beside}",
            "the module was only initialised",
        )
    fail(
        f"{title} was called, and your output does not come out of that call: it would be the same if {title}"
        " returned something else.",
        "not out of the module",
    )


def _where(run: Run, moved: Any, expected: Any) -> str:
    """The entry of a returned dict that is not as it should be, or the output as a whole."""
    if isinstance(moved, Mapping) and isinstance(expected, Mapping):
        for key in expected:
            if not _agree(run, moved.get(key), expected[key]):
                return f"`{key}` of what your function returned"
    return "Your output"


def _titles(watched: Iterable[_Watched]) -> str:
    return ", ".join(dict.fromkeys(one.use.title for one in watched)) or "nothing"


def _kind(one: _Watched) -> str:
    """What was called, without names that a learner chose."""
    kind = type(one.use.bound)
    return kind.__name__ if kind.__module__.startswith("flax.") else "an own module"


def _agree(run: Run, ours: Any, theirs: Any) -> bool:
    return _close(ours, theirs, run.case.rtol, run.case.atol)


def _close(ours: Any, theirs: Any, rtol: float, atol: float) -> bool:
    ones, others = jax.tree.leaves(ours), jax.tree.leaves(theirs)
    return len(ones) == len(others) and all(
        same(one, other) or close(one, other, max(rtol, 1e-4), max(atol, 1e-5))
        for one, other in zip(ones, others, strict=True)
    )
