"""What one call of the learner's function did on the way, as the hooks (*_calls.py) wrote it down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen, nnx

from flaxdrills.worker.outcome import heard


def creation_key(side: str, number: int) -> str:
    """What the `number`th variable or param that `side` ("nnx" or "linen") creates in a call is known by."""
    return f"{side}/{number}"


@dataclass(frozen=True, slots=True)
class ModuleUse:
    """A call of a Linen module, or of a function that is given one (`nn.apply`), before it is made."""

    bound: linen.Module
    """The module with its variables."""
    function: Callable[..., Any]
    """What is called with the module first, such as `MLP.__call__`."""
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    module: linen.Module | None = None
    """The module without variables; None where only the bound one is there."""

    @property
    def method(self) -> str:
        """The name of the method, or of the function."""
        return str(getattr(self.function, "__name__", "function"))

    @property
    def title(self) -> str:
        """What a learner would call what is called: the class, and the method where it is no `__call__`."""
        kind = type(self.bound).__name__
        if self.method == "__call__":
            return f"`{kind}`"
        return f"`{kind}.{self.method}`" if hasattr(type(self.bound), self.method) else f"a function of `{kind}`"


@dataclass(frozen=True, slots=True)
class Shift:
    """Which values are moved as they are created, to see whether the result depends on them."""

    created: frozenset[int] = frozenset()
    """NNX: the numbers of the variables in the order of their creation."""
    param: str | None = None
    """Linen: the name of the params."""
    every_param: bool = False
    """Linen: all params, each by its path and shape, so that another tree moves otherwise."""
    answers: str | None = None
    """What the modules of this side, "nnx" or "linen", return when they are called is moved as well."""
    of: str | type[Any] | None = None
    """NNX: of these modules only those that contain an attribute of this name, or are of this type."""
    stream: str | None = None
    """NNX: the keys that are drawn from the stream of this name."""
    held: str | None = None
    """NNX: what the attribute of this name holds as the constructor of its module ends."""
    added: Mapping[str, Any] = field(default_factory=dict)
    """What is added to single params, by `creation_key`."""
    grown: bool = False
    """Linen: each array that init returns is longer by one along each axis."""
    whole: Callable[[ModuleUse], Callable[[Any], Any] | None] | None = None
    """Linen: how what this call returns is moved; None: it is not, and the calls in it are asked about. What is called
    within a call that is moved is not."""

    def plus(self, side: str, number: int, value: Any) -> Any:
        """`value`, which is the `number`th that `side` creates, and what is to be added to it."""
        move = self.added.get(creation_key(side, number))
        return value if move is None or np.shape(value) != np.shape(move) else value + move


@dataclass(slots=True)
class Created:
    """An nnx.Variable as it was created."""

    variable: nnx.Variable[Any]
    value: Any
    """What it held then."""
    name: str | None = None
    """The attribute that it was given in the constructor of its module."""
    owner: type[Any] | None = None
    """The class of that module."""


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


@dataclass(slots=True)
class LinenApply:
    """A call of a Linen module from outside any module: by `apply`, or of a method while it is bound."""

    module: linen.Module
    leaves: Mapping[str, Any]
    """The leaves of the variables that it was given, by path, such as "params/kernel"."""
    mutable: Any = False
    """As it was given."""
    streams: tuple[str, ...] = ()
    """The names of the rngs that it was given."""
    returned: Mapping[str, Any] | None = None
    """The leaves of the variables that it returned, by path; None where nothing was mutable, or it raised."""


@dataclass(frozen=True, slots=True)
class LinenCall:
    """A call of a method of a Linen module, the outermost one included."""

    module: linen.Module
    """With its variables, as it was called."""
    method: str
    path: str
    """Where the module is in its parent, such as "Dense_0"; "" for the outermost."""
    inputs: tuple[tuple[int, ...], ...]
    """The shapes of the arrays among its arguments."""
    outputs: tuple[tuple[int, ...], ...]

    @property
    def kind(self) -> type[linen.Module]:
        """The class of the module."""
        return type(self.module)


@dataclass(frozen=True, slots=True)
class Draw:
    """A key that was taken from a named stream."""

    side: str
    """"nnx" or "linen"."""
    stream: str
    path: str = ""
    """The Linen module that took it, such as "Dropout_0"."""


@dataclass(frozen=True, slots=True)
class Update:
    """A call of `nnx.Optimizer.update`."""

    optimizer: Any
    grads: Any


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A call of a function that is watched."""

    name: str
    sure: bool
    """Whether it came straight from code that is no library's."""
    caller: Mapping[str, Any] = field(repr=False)
    """The globals of the module that called it."""


@dataclass(slots=True, eq=False, weakref_slot=True)
class Recorder:
    """Everything that was seen during one call."""

    shift: Shift = field(default_factory=Shift)
    of: Any = None
    """The function that was called."""
    repeats: int = 0
    """How often a check had the same call made again."""
    modules: list[nnx.Module] = field(default_factory=list)
    """In the order in which their constructors ended, then those that were only called."""
    built: list[nnx.Module] = field(default_factory=list)
    """Those that a constructor made."""
    objects: list[Any] = field(default_factory=list)
    """The nnx.Pytree objects that are no modules (optimizers, Rngs, metrics), in the same order."""
    called: list[nnx.Module] = field(default_factory=list)
    answers: dict[int, Any] = field(default_factory=dict, repr=False)
    """What each NNX module (its id) returned when it was last called, where that is known and not traced."""
    moved: int = 0
    """How many values that an attribute holds were moved; see `Shift.held`."""
    created: list[Created] = field(default_factory=list)
    inits: list[LinenInit] = field(default_factory=list)
    applies: list[LinenApply] = field(default_factory=list)
    linen_calls: list[LinenCall] = field(default_factory=list)
    params: list[str] = field(default_factory=list)
    """The names of the params that Linen created."""
    param_values: list[tuple[str, Any]] = field(default_factory=list)
    """Path and value of each param that Linen created."""
    reads: list[tuple[str, Any]] = field(default_factory=list)
    """Path and value of each param that a Linen module found in the variables it was given, in order."""
    draws: list[Draw] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    api_calls: list[ApiCall] = field(default_factory=list)
    traced: Counter[str] = field(default_factory=Counter)
    """How often a function of that name was traced to be compiled."""
    compiled: Counter[str] = field(default_factory=Counter)
    earlier: Counter[str] = field(default_factory=Counter)
    """The same as `traced` for the calls before this one, of the same function."""
    intercepts: bool = False
    """Whether methods of Linen modules were intercepted by the function itself."""
    known: set[int] = field(default_factory=set, repr=False)
    """The ids of `modules`."""

    def see(self, module: nnx.Module) -> None:
        """Keep `module`, and so its id, for as long as this recorder lives."""
        if id(module) not in self.known:
            self.known.add(id(module))
            self.modules.append(module)

    def name_variables(self, module: nnx.Module) -> None:
        """Learn the attribute names of the variables that `module` has right after its constructor."""
        names = {id(value): name for name, value in vars(module).items() if isinstance(value, nnx.Variable)}
        for created in self.created:
            if created.name is None and (name := names.get(id(created.variable))) is not None:
                created.name, created.owner = name, type(module)


active: list[Recorder] = []
"""The recorders that see what happens now; the hooks do nothing while there is none."""


def flat(tree: Any, depth: int = 40) -> dict[str, Any]:
    """The leaves of a nested mapping by path, such as "params/Dense_0/kernel"; a leaf alone is at "".

    What is deeper than any model, as a dict that holds itself, is a leaf, too.
    """
    if depth == 0 or not isinstance(tree, Mapping):
        return {"": tree}
    return {
        "/".join(part for part in (str(key), path) if part): leaf
        for key, branch in tree.items()
        for path, leaf in flat(branch, depth - 1).items()
    }


def leaves_of(value: Any) -> list[Any]:
    """The leaves of a tree; what JAX cannot take apart, as a dict whose keys have no order, is one itself."""
    outcome = heard(jax.tree.leaves, value)
    return [value] if outcome.error is not None else list(outcome.value)


def mapped(function: Callable[[Any], Any], value: Any) -> Any:
    """`value` with `function` of each float array in it; what JAX cannot take apart stays as it is."""
    outcome = heard(jax.tree.map, lambda leaf: function(leaf) if is_float_array(leaf) else leaf, value)
    return value if outcome.error is not None else outcome.value


def plain_path(parts: tuple[str, ...]) -> str:
    """A path in a Linen module without the marks of lifted transforms: "vmap(d)/Dense_0" is "d/Dense_0"."""
    return "/".join(re.sub(r"\w+\(([^()]*)\)", r"\1", part) for part in parts)


def is_traced(value: Any) -> bool:
    """Whether `value` stands for a value that is not known: it is traced, abstract, or was donated."""
    if isinstance(value, jax.core.Tracer | jax.ShapeDtypeStruct):
        return True
    if isinstance(value, jax.Array):
        return bool(value.is_deleted())
    return hasattr(type(value), "aval")


def shifted(value: Any) -> Any:
    """`value` plus a small ramp, so that neither a sum nor a single element hides the difference."""
    ramp = 0.37 + 0.11 * np.arange(value.size).reshape(value.shape)
    return value + ramp.astype(value.dtype)


def mixed(value: Any, phase: float) -> Any:
    """Other values than `value`, positive and negative ones, with another phase other ones."""
    wave = 0.15 + 0.4 * np.cos(1.7 * np.arange(value.size) + phase).reshape(value.shape)
    return value * 0.8 + wave.astype(value.dtype)


def is_float_array(value: Any) -> bool:
    """Whether `value` is an array of floats, traced or not."""
    return isinstance(value, jax.Array | np.ndarray) and bool(jnp.issubdtype(value.dtype, jnp.floating))
