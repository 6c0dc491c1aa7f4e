"""What a call of the learner's function does on the way: NNX modules and their variables, Linen's init and apply.

NNX: `_graph_node_meta_call` constructs every Pytree, so patching it shows each module that a constructor
makes. What `nnx.merge`, `nnx.clone` or a transform makes does not pass there; it is seen when it is called,
because `__call__` of every module class is wrapped too.

The hooks are laid once in a process and do nothing while no recorder is active.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen, nnx
from flax.core import scope as linen_scope
from flax.nnx import pytreelib


@dataclass(frozen=True, slots=True)
class Shift:
    """Which values are moved as they are created, to see whether the result depends on them."""

    created: frozenset[int] = frozenset()
    """NNX: the numbers of the variables in the order of their creation."""
    param: str | None = None
    """Linen: the name of the params."""
    answers: str | None = None
    """What the modules of this side, "nnx" or "linen", return when they are called is moved as well."""


@dataclass(slots=True)
class Created:
    """An nnx.Variable as it was created."""

    variable: nnx.Variable[Any]
    value: Any
    """What it held then."""
    name: str | None = None
    """The attribute that it was given in the constructor of its module."""


@dataclass(frozen=True, slots=True)
class LinenInit:
    """A call of a Linen module's `init` or `init_with_output` from outside any module."""

    module: linen.Module
    variables: Mapping[str, Any]
    """What it returned: the same object that the learner holds."""
    leaves: Mapping[str, Any]
    """Its leaves at that moment, by path, such as "params/kernel"."""
    collections: Mapping[str, Any]
    """Its collections at that moment, the same objects: still here when the learner pops one."""


@dataclass(frozen=True, slots=True)
class LinenApply:
    """A call of a Linen module's `apply` from outside any module."""

    module: linen.Module
    leaves: Mapping[str, Any]
    """The leaves of the variables that it was given, by path, such as "params/kernel"."""


@dataclass(slots=True)
class Recorder:
    """Everything that was seen during one call."""

    shift: Shift = field(default_factory=Shift)
    modules: list[nnx.Module] = field(default_factory=list)
    """In the order in which their constructors ended, then those that were only called."""
    called: list[nnx.Module] = field(default_factory=list)
    created: list[Created] = field(default_factory=list)
    inits: list[LinenInit] = field(default_factory=list)
    applies: list[LinenApply] = field(default_factory=list)
    params: list[str] = field(default_factory=list)
    """The names of the params that Linen created."""
    reads: list[tuple[str, Any]] = field(default_factory=list)
    """Path and value of each param that a Linen module found in the variables it was given, in order."""
    depth: int = 0
    """How many Linen init and apply calls are open."""

    def see(self, module: nnx.Module) -> None:
        """Keep `module`, and so its id, for as long as this recorder lives."""
        if not any(module is known for known in self.modules):
            self.modules.append(module)

    def name_variables(self, module: nnx.Module) -> None:
        """Learn the attribute names of the variables that `module` has right after its constructor."""
        names = {id(value): name for name, value in vars(module).items() if isinstance(value, nnx.Variable)}
        for created in self.created:
            if created.name is None:
                created.name = names.get(id(created.variable))


_active: list[Recorder] = []
_wrapped: set[type] = set()


@contextmanager
def recording(shift: Shift | None = None) -> Iterator[Recorder]:
    """A recorder that sees all until the block ends."""
    lay_hooks()
    recorder = Recorder(shift or Shift())
    _active.append(recorder)
    try:
        with linen.intercept_methods(_move_linen_answers) if recorder.shift.answers else nullcontext():
            yield recorder
    finally:
        _active.remove(recorder)


def flat(tree: Any) -> dict[str, Any]:
    """The leaves of a nested mapping by path, such as "params/Dense_0/kernel"; a leaf alone is at ""."""
    if not isinstance(tree, Mapping):
        return {"": tree}
    return {
        "/".join(part for part in (str(key), path) if part): leaf
        for key, branch in tree.items()
        for path, leaf in flat(branch).items()
    }


def is_traced(value: Any) -> bool:
    """Whether `value` stands for a value that is not known yet."""
    return isinstance(value, jax.core.Tracer) or (not isinstance(value, jax.Array) and hasattr(value, "aval"))


def shifted(value: Any) -> Any:
    """`value` plus a small ramp, so that neither a sum nor a single element hides the difference."""
    ramp = 0.37 + 0.11 * np.arange(value.size).reshape(value.shape)
    return value + ramp.astype(value.dtype)


@functools.cache
def lay_hooks() -> None:
    """Patch flax so that recorders see what happens. Once in a process."""
    _hook_nnx_construction()
    _hook_nnx_variables()
    for kind in list(_subclasses(nnx.Module)):
        _hook_calls(kind)
    _hook_linen_calls()
    _hook_linen_params()


def _subclasses(kind: type) -> Iterator[type]:
    child: type
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def _hook_nnx_construction() -> None:
    construct = pytreelib._graph_node_meta_call

    @functools.wraps(construct)
    def constructed(cls: type, *args: Any, **kwargs: Any) -> Any:
        if not _active:
            return construct(cls, *args, **kwargs)
        if issubclass(cls, nnx.Module):
            for base in cls.__mro__:
                if issubclass(base, nnx.Module):
                    _hook_calls(base)
        node = construct(cls, *args, **kwargs)
        if isinstance(node, nnx.Module):
            for recorder in _active:
                recorder.see(node)
                recorder.name_variables(node)
        return node

    pytreelib._graph_node_meta_call = constructed


def _hook_calls(kind: type) -> None:
    call = vars(kind).get("__call__")
    if kind in _wrapped or not callable(call):
        return
    _wrapped.add(kind)

    @functools.wraps(call)
    def called(self: nnx.Module, *args: Any, **kwargs: Any) -> Any:
        for recorder in _active:
            recorder.see(self)
            recorder.called.append(self)
        return _moved_answer("nnx", call(self, *args, **kwargs))

    type.__setattr__(kind, "__call__", called)


def _moved_answer(side: str, answer: Any) -> Any:
    for recorder in _active:
        if recorder.shift.answers == side:
            answer = jax.tree.map(lambda leaf: shifted(leaf) if _is_float_array(leaf) else leaf, answer)
    return answer


def _move_linen_answers(
    method: Callable[..., Any], args: Any, kwargs: Any, context: linen.module.InterceptorContext
) -> Any:
    answer = method(*args, **kwargs)
    return _moved_answer("linen", answer) if context.method_name == "__call__" else answer


def _hook_nnx_variables() -> None:
    initialise = nnx.Variable.__init__

    @functools.wraps(initialise)
    def initialised(self: nnx.Variable[Any], *args: Any, **kwargs: Any) -> None:
        initialise(self, *args, **kwargs)
        for recorder in _active:
            value = self.get_raw_value()
            if len(recorder.created) in recorder.shift.created and _is_float_array(value):
                value = shifted(value)
                object.__setattr__(self, "_raw_value", value)
            first = value.copy() if isinstance(value, np.ndarray) else value
            recorder.created.append(Created(self, first))

    nnx.Variable.__init__ = initialised


def _is_float_array(value: Any) -> bool:
    return isinstance(value, jax.Array | np.ndarray) and jnp.issubdtype(value.dtype, jnp.floating)


def _hook_linen_calls() -> None:
    initialise, apply = linen.Module.init_with_output, linen.Module.apply

    @functools.wraps(initialise)
    def initialised(self: linen.Module, *args: Any, **kwargs: Any) -> Any:
        with _inside_linen() as outermost:
            output, variables = initialise(self, *args, **kwargs)
        if outermost:
            for recorder in _active:
                recorder.inits.append(LinenInit(self, variables, flat(variables), dict(variables)))
        return output, variables

    @functools.wraps(apply)
    def applied(self: linen.Module, variables: Any, *args: Any, **kwargs: Any) -> Any:
        with _inside_linen() as outermost:
            if outermost:
                for recorder in _active:
                    recorder.applies.append(LinenApply(self, flat(variables)))
            return apply(self, variables, *args, **kwargs)

    linen.Module.init_with_output = initialised
    linen.Module.apply = applied


@contextmanager
def _inside_linen() -> Iterator[bool]:
    """Whether this is the outermost Linen call; an apply inside a module's own is not the learner's."""
    outermost = all(recorder.depth == 0 for recorder in _active)
    for recorder in _active:
        recorder.depth += 1
    try:
        yield outermost
    finally:
        for recorder in _active:
            recorder.depth -= 1


def _hook_linen_params() -> None:
    param = linen_scope.Scope.param

    @functools.wraps(param)
    def created(self: Any, name: str, init_fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not _active:
            return param(self, name, init_fn, *args, **kwargs)
        if self.has_variable("params", name):
            value = param(self, name, init_fn, *args, **kwargs)
            for recorder in _active:
                recorder.reads.append(("/".join((*self.path, name)), value))
            return value
        for recorder in _active:
            recorder.params.append(name)
        if not any(recorder.shift.param == name for recorder in _active):
            return param(self, name, init_fn, *args, **kwargs)

        def moved(*init_args: Any, **init_kwargs: Any) -> Any:
            return jax.tree.map(shifted, init_fn(*init_args, **init_kwargs))

        return param(self, name, moved, *args, **kwargs)

    linen_scope.Scope.param = created
