"""Odd values, and the places of a right solution in which a beginner's program may have one."""

from __future__ import annotations

import functools
import types
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
from flax import linen, nnx
from jax.experimental import sparse

from flaxdrills.worker.expect import Run
from flaxdrills.worker.spy.recorder import Recorder, active


class _Module(nnx.Module):  # type: ignore[misc]
    pass


def _raising(*methods: str) -> Callable[[], Any]:
    def raises(self: Any, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("the value's own")

    names: dict[str, Any] = {name: raises for name in methods}
    return lambda: type("Raises", (), names)()


def _attribute(**values: Any) -> Callable[[], Any]:
    return lambda: type("Claims", (), values)()


def _property(name: str) -> Callable[[], Any]:
    def raises(self: Any) -> Any:
        raise RuntimeError("the value's own")

    return lambda: type("Raises", (), {name: property(raises)})()


def _deleted() -> Any:
    array = jnp.arange(3.0) + 1
    array.delete()
    return array


def _leaked() -> Any:
    kept: list[Any] = []
    jax.make_jaxpr(lambda x: kept.append(x * 2))(jnp.ones(3))
    return kept[0]


def _itself() -> Any:
    value: list[Any] = []
    value.append(value)
    return value


class _StrangeText(str):
    def __str__(self) -> str:
        raise RuntimeError("the value's own")


class _StrangeKind(type):
    def __getattribute__(cls, name: str) -> Any:
        if name in ("__name__", "__module__", "__mro__"):
            raise RuntimeError("the value's own")
        return super().__getattribute__(name)

    def __repr__(cls) -> str:
        raise RuntimeError("the value's own")


class _OfAStrangeKind(metaclass=_StrangeKind):
    pass


class _StrangeArray(np.ndarray[Any, Any]):
    def __array_finalize__(self, of: Any) -> None:
        pass

    def __array_ufunc__(self, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("the value's own")

    def __repr__(self) -> str:
        raise RuntimeError("the value's own")


_EVERY = (
    *("__eq__", "__ne__", "__hash__", "__repr__", "__str__", "__len__", "__bool__", "__array__", "__iter__"),
    *("__getattr__", "__getitem__", "__float__", "__int__", "__index__", "__add__", "__mul__", "__sub__", "__call__"),
    *("__contains__", "__format__", "__jax_array__", "__lt__", "__neg__", "__abs__", "__copy__", "__deepcopy__"),
)
_Pair = namedtuple("_Pair", "one other")

VALUES: dict[str, Callable[[], Any]] = {
    "typed key": lambda: jax.random.key(0),
    "typed keys": lambda: jax.random.split(jax.random.key(0), 3),
    "raw key": lambda: jax.random.PRNGKey(0),
    "ragged list": lambda: [[1.0], [2.0, 3.0]],
    "list of arrays": lambda: [jnp.ones(2), jnp.ones(3)],
    "None": lambda: None,
    "text": lambda: "zeros",
    "bytes": lambda: b"zeros",
    "dict": lambda: {"a": 1.0, "b": [2.0]},
    "dict of mixed keys": lambda: {1: 1.0, "b": 2.0},
    "empty dict": dict,
    "module": _Module,
    "linear": lambda: nnx.Linear(2, 2, rngs=nnx.Rngs(0)),
    "linen module": lambda: linen.Dense(2),
    "param of a key": lambda: nnx.Param(jax.random.key(0)),
    "param of None": lambda: nnx.Param(None),
    "param of text": lambda: nnx.Param("zeros"),
    "param of a dict": lambda: nnx.Param({"a": jnp.ones(2)}),
    "function": lambda: lambda x: x,
    "jitted function": lambda: jax.jit(lambda x: x),
    "class": lambda: _Module,
    "object array": lambda: np.array([None, "a", 1.0], object),
    "ragged object array": lambda: np.array([[1.0], [2.0, 3.0]], object),
    "object number": lambda: np.array(1.0, object),
    "empty array": lambda: jnp.zeros((0,)),
    "empty plane": lambda: jnp.zeros((0, 3)),
    "0-d array": lambda: jnp.array(1.0),
    "0-d integers": lambda: np.array(7),
    "numpy scalar": lambda: np.float64(0.5),
    "numpy bool": lambda: np.bool_(True),
    "huge int": lambda: 10**400,
    "bool": lambda: True,
    "NaN": lambda: float("nan"),
    "array of NaN": lambda: jnp.full(3, jnp.nan),
    "infinity": lambda: float("inf"),
    "leaked tracer": _leaked,
    "generator": lambda: (n for n in range(3)),
    "iterator": lambda: iter([1.0]),
    "range": lambda: range(3),
    "set": lambda: {1.0, 2.0},
    "slice": lambda: slice(3),
    "ellipsis": lambda: ...,
    "named tuple": lambda: _Pair(1.0, None),
    "complex": lambda: 1 + 2j,
    "complex array": lambda: jnp.array([1 + 2j, 3]),
    "string array": lambda: np.array(["a", "b"]),
    "byte string array": lambda: np.array([b"a"]),
    "dates": lambda: np.array(["2026-01-01"], "datetime64[D]"),
    "records": lambda: np.zeros(2, [("a", float), ("b", int)]),
    "float0": lambda: np.zeros(3, jax.dtypes.float0),
    "bfloat16": lambda: jnp.ones(3, jnp.bfloat16),
    "int4": lambda: np.ones(3, ml_dtypes.int4),
    "masked array": lambda: np.ma.masked_array([1.0, 2.0], [True, False]),
    "shape": lambda: jax.ShapeDtypeStruct((3,), jnp.float32),
    "sparse": lambda: sparse.BCOO.fromdense(jnp.eye(3)),
    "deleted array": _deleted,
    "state": lambda: nnx.state(nnx.Linear(2, 2, rngs=nnx.Rngs(0))),
    "rngs": lambda: nnx.Rngs(0),
    "holds itself": _itself,
    "dtype": lambda: jnp.float32,
    "exception": lambda: ValueError("no"),
    "python module": lambda: types,
    "strange text": lambda: _StrangeText("zeros"),
    "of a strange class": _OfAStrangeKind,
    "strange array": lambda: np.zeros(3).view(_StrangeArray),
    "claims a shape": _attribute(shape="wide", dtype="no dtype", ndim=None, size=None),
    "claims an odd shape": _attribute(shape=(None, "a"), dtype=np.float32),
    "claims an array": _attribute(__array__=lambda self, *args, **kwargs: "no array"),
    "claims a jax array": _attribute(__jax_array__=lambda self: None),
    "claims to be equal": _attribute(__eq__=lambda self, other: True, __hash__=lambda self: 0),
    "equal to arrays only": _attribute(__eq__=lambda self, other: np.array([True, False]), __hash__=lambda self: 0),
    "raises in __eq__": _raising("__eq__", "__ne__"),
    "raises in __repr__": _raising("__repr__", "__str__", "__format__"),
    "raises in __array__": _raising("__array__"),
    "raises in __len__": _raising("__len__", "__getitem__"),
    "raises in __bool__": _raising("__bool__"),
    "raises in __hash__": _raising("__hash__"),
    "raises in __iter__": _raising("__iter__"),
    "raises in __getattr__": _raising("__getattr__"),
    "raises in __call__": _raising("__call__"),
    "raises in shape": _property("shape"),
    "raises in dtype": _property("dtype"),
    "raises in aval": _property("aval"),
    "raises in __class__": _property("__class__"),
    "raises in all": _raising(*_EVERY),
}

NOT_OF_A_BEGINNER = [name for name in VALUES if name.startswith(("claims", "raises", "strange", "of a strange"))]
"""Those whose classes were written to be odd: a check may meet them and be unable to go on."""

Function = Callable[..., Any]
Place = Callable[[Function, Callable[[], Any]], Function]
"""What puts an odd value into what a function does."""


def _seen() -> Recorder:
    return active[-1]


def _put(holder: Any, name: str, way: str, value: Any) -> None:
    """By the `__dict__`, as an `__init__` may that Flax does not look at."""
    own = holder.__dict__
    if way == "bare":
        own[name] = value
    elif way == "held":
        if isinstance(own.get(name), nnx.Variable):
            own[name].set_raw_value(value)
    else:
        own[name] = {"param": nnx.Param, "variable": nnx.Variable, "cache": nnx.Cache}[way](value)


def at_the_end(name: str, way: str) -> Place:
    """In each module, once the result is there."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            output = function(*args)
            for module in list(_seen().modules):
                if name in vars(module):
                    _put(module, name, way, make())
            return output

        return odd

    return place


@contextmanager
def _at_construction(kinds: list[type], put: Callable[[Any], None]) -> Iterator[None]:
    kept = [(kind, vars(kind)["__init__"]) for kind in kinds if "__init__" in vars(kind)]
    for kind, real in kept:

        def initialised(self: Any, *args: Any, real: Any = real, **kwargs: Any) -> None:
            real(self, *args, **kwargs)
            put(self)

        kind.__init__ = initialised  # type: ignore[misc]
    try:
        yield
    finally:
        for kind, real in kept:
            kind.__init__ = real  # type: ignore[misc]


def at_construction(name: str, way: str) -> Place:
    """In each module of one's own, before it is used."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        own = [value for value in function.__globals__.values() if isinstance(value, type)]
        kinds = [kind for kind in own if issubclass(kind, nnx.Module) and kind.__module__ == "solution"]

        def put(module: Any) -> None:
            _put(module, name, way, make())

        def odd(*args: Any) -> Any:
            with _at_construction(kinds, put):
                return function(*args)

        return odd

    return place


def beside(name: str, way: str, *, first: bool) -> Place:
    """In a module that has nothing to do with the result."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            output = None if first else function(*args)
            _put(_Module(), name, way, make())
            return function(*args) if first else output

        return odd

    return place


class _Called(nnx.Module):  # type: ignore[misc]
    def __call__(self, value: Any, *more: Any) -> Any:
        return value


def called_beside(name: str) -> Place:
    """What a module that has nothing to do with the result is given, and gives."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            module = _Called()
            if name:
                _put(module, name, "param", jnp.ones(3))
            module(make())
            return function(*args)

        return odd

    return place


def random_state_beside(function: Function, make: Callable[[], Any]) -> Function:
    """In the variables of a stream."""

    def odd(*args: Any) -> Any:
        nnx.RngKey(make(), tag="params")
        nnx.RngCount(make(), tag="params")
        return function(*args)

    return odd


def returned(way: str) -> Place:
    """In what the function returns."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            output, value = function(*args), make()
            match way:
                case "whole":
                    return value
                case "in a tuple":
                    return output, value
                case "in a list":
                    return [output, value]
                case "in a dict":
                    return {"output": output, "odd": value}
                case "in a param":
                    return nnx.Param(value)
                case "in a module":
                    module = _Module()
                    _put(module, "odd", "bare", value)
                    return module
            leaves, structure = jax.tree.flatten(output)
            number = int(way)
            if number >= len(leaves):
                return output
            return structure.unflatten([*leaves[:number], value, *leaves[number + 1 :]])

        return odd

    return place


class _LinenOdd(linen.Module):  # type: ignore[misc]
    make: Callable[[], Any]
    way: str
    name_of_param: str = "odd"
    field: Any = None

    @linen.compact  # type: ignore[untyped-decorator]
    def __call__(self, value: Any) -> Any:
        if self.way == "param":
            self.param(self.name_of_param, lambda key: self.make())
        if self.way == "variable":
            self.variable("batch_stats", self.name_of_param, self.make)
        if self.way == "sow":
            self.sow("intermediates", "odd", self.make())
        return self.make() if self.way == "answer" else value


def linen_beside(name: str, way: str) -> Place:
    """In a Linen module that has nothing to do with the result."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            field = make() if way == "field" else None
            value = make() if way == "argument" else jnp.ones(3)
            module = _LinenOdd(make, way, name, field)
            variables = module.init(jax.random.key(0), value)
            if way == "given":
                variables = {"params": {name: make()}, "odd": make()}
            module.apply(variables, value, mutable=["intermediates"] if way == "sow" else False)
            return function(*args)

        return odd

    return place


def in_what_init_returned(way: str) -> Place:
    """In the tree that `init` of the solution's own module returned, once the result is there."""

    def place(function: Function, make: Callable[[], Any]) -> Function:
        def odd(*args: Any) -> Any:
            output = function(*args)
            for init in _seen().inits:
                tree: Any = init.variables
                if way == "collection":
                    tree["odd"] = make()
                    continue
                tree = tree["params"]
                while isinstance(tree[next(iter(tree))], dict):
                    tree = tree[next(iter(tree))]
                tree["odd" if way == "new" else next(iter(tree))] = make()
            return output

        return odd

    return place


def _each_array(args: tuple[Any, ...], function: Function) -> None:
    for value in args:
        if isinstance(value, jax.Array) and not isinstance(value, jax.core.Tracer) and not value.is_deleted():
            function(value)


def _copies(args: tuple[Any, ...]) -> list[Any]:
    return [jnp.array(value) if isinstance(value, jax.Array) else value for value in args]


def deletes_at_the_end(function: Function) -> Function:
    def odd(*args: Any) -> Any:
        output = jax.tree.map(jnp.array, function(*args))
        _each_array(args, lambda array: array.delete())
        return output

    return odd


def deletes_at_first(function: Function) -> Function:
    def odd(*args: Any) -> Any:
        copies = _copies(args)
        _each_array(args, lambda array: array.delete())
        return function(*copies)

    return odd


def copies(function: Function) -> Function:
    """Gives and takes copies, and leaves all that it was given as it was."""

    def odd(*args: Any) -> Any:
        return jax.tree.map(jnp.array, function(*_copies(args)))

    return odd


def donates_at_the_end(function: Function) -> Function:
    def odd(*args: Any) -> Any:
        output = jax.tree.map(jnp.array, function(*args))
        _each_array(args, jax.jit(lambda array: array + 1, donate_argnums=0))
        return output

    return odd


def donates_at_first(function: Function) -> Function:
    def odd(*args: Any) -> Any:
        given = list(args)
        for number, value in enumerate(args):
            if isinstance(value, jax.Array) and not isinstance(value, jax.core.Tracer):
                given[number] = jax.jit(lambda array: array * 1, donate_argnums=0)(value)
        return function(*given)

    return odd


GONE: dict[str, Callable[[Function], Function]] = {
    kind.__name__: kind for kind in (deletes_at_the_end, deletes_at_first, donates_at_the_end, donates_at_first)
}
"""Right solutions after whose call their arguments are gone."""

PLACES: dict[str, Place] = {
    **{f"returned {way}": returned(way) for way in ("whole", "in a tuple", "in a list", "in a dict", "0", "1")},
    **{f"returned {way}": returned(way) for way in ("in a param", "in a module")},
    "random state beside": random_state_beside,
    "called beside": called_beside(""),
}
"""Those of every solution."""


def places_in_modules(names: list[str]) -> dict[str, Place]:
    """Those in modules with attributes of these names."""
    return {
        **{f"{name}, {way}, at the end": at_the_end(name, way) for name in names for way in ("bare", "held", "param")},
        **{f"{name}, cache, at the end": at_the_end(name, "cache") for name in names},
        **{
            f"{name}, {way}, at construction": at_construction(name, way)
            for name in (*names, "odd")
            for way in ("bare", "param", "variable")
        },
        **{
            f"{name}, {way}, beside, {'first' if first else 'last'}": beside(name, way, first=first)
            for name in (*names, "odd")
            for way in ("bare", "param")
            for first in (True, False)
        },
        **{f"{name}, called beside": called_beside(name) for name in names},
    }


def places_in_linen(names: list[str]) -> dict[str, Place]:
    """Those of Linen modules whose params have these names."""
    return {
        **{f"init, {way}": in_what_init_returned(way) for way in ("collection", "new", "old")},
        **{
            f"{name}, {way}, linen beside": linen_beside(name, way)
            for name in (*names, "odd")
            for way in ("param", "variable", "given")
        },
        **{f"{way}, linen beside": linen_beside("odd", way) for way in ("sow", "answer", "argument", "field")},
    }


def places_in(run: Run) -> dict[str, Place]:
    """Those of a solution that does what was done in `run`."""
    attributes = [name for module in run.modules() for name in vars(module) if not name.startswith("_")]
    found = dict(PLACES)
    if attributes:
        found |= places_in_modules(list(dict.fromkeys(attributes)))
    if run.recorder.params:
        found |= places_in_linen(list(dict.fromkeys(run.recorder.params)))
    return found


def with_odd(function: Function, place: str, value: str) -> Function:
    """`function`, in which the odd value of that name is in the place of that name."""
    found = {**PLACES, **places_in_modules([place.partition(",")[0]]), **places_in_linen([place.partition(",")[0]])}
    return functools.wraps(function)(found[place](function, VALUES[value]))
