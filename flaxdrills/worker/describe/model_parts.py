"""What a run made as parts of a model, within bounds."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

import jax
import numpy as np
from flax import linen, nnx
from flax.core import meta

from flaxdrills.judging.model_description import Layout, ModelPart, PartKind
from flaxdrills.worker.describe.layout import drawing_of, sharding_of
from flaxdrills.worker.describe.linen_modules import SeenModule, Submodule
from flaxdrills.worker.jax_internals.flax_bookkeeping import HYPERPARAMETERS, METADATA, is_bookkeeping
from flaxdrills.worker.supervise.description_limits import DEPTH, FACTS, LAYOUTS, NAME, PARTS, WIDTH

_OWN = ("solution", "flaxdrills_reference")
"""The modules whose classes are the solution's own, or the reference's."""

_FUNCTIONS = (types.FunctionType, jax.custom_jvp, type(jax.jit(abs)))
_PLAIN = (bool, int, float, complex, str)

TRACED = ("traced", "no value is known")
"""The fact of an array that stands for a value."""

Named = tuple[str, Any]
Told = tuple[tuple[ModelPart, ...], int]
"""Parts, and how many more there are."""


def is_own(kind: type) -> bool:
    """Whether a solution defines that class."""
    return getattr(kind, "__module__", "") in _OWN


class PartReader:
    """What was seen so far, and how much more may be told."""

    def __init__(self, seen: list[SeenModule]) -> None:
        self.layouts: list[Layout] = []
        self._left = PARTS
        self._places: dict[int, str] = {}
        """Where each thing that can change stands."""
        self._kept: list[Any] = []
        """So that no id is used twice."""
        self._seen = {id(one.module): one for one in seen}
        self._collections = {id(held): name for one in seen for name, held in one.collections.items()}

    @property
    def linen_modules(self) -> Iterator[linen.Module]:
        """The Linen modules that were seen."""
        return (one.module for one in self._seen.values())

    def root(self, name: str, value: Any) -> list[ModelPart]:
        """`value` as a part of its own, unless it was told already, or there is no more room."""
        if id(value) in self._places or self._left <= 0:
            return []
        return [self._part(name, value, (name,))]

    def _part(self, name: str, value: Any, path: tuple[str, ...], collection: str = "") -> ModelPart:
        self._left -= 1
        try:
            return self._told(name[:NAME], value, path, collection)
        except Exception as error:
            # Whatever a class of the solution does when it is looked at.
            return ModelPart(name[:NAME], PartKind.VALUE, _name(value), facts=(("cannot be shown", _name(error)),))

    def _told(self, name: str, value: Any, path: tuple[str, ...], collection: str) -> ModelPart:
        if isinstance(value, nnx.Variable | nnx.Pytree | linen.Module | dict | list):
            if id(value) in self._places and not (type(value) in (dict, list) and not value):
                return ModelPart(
                    name, PartKind.SHARED, *_types(value), facts=(("the same as", self._places[id(value)]),)
                )
            self._places[id(value)] = " / ".join(path)
            self._kept.append(value)
        collection = self._collections.get(id(value), collection)
        match value:
            case nnx.Variable():
                return self._variable(name, value, path)
            case jax.Array() | np.ndarray() | jax.ShapeDtypeStruct():
                return self._array(name, value, path, collection)
            case linen.Module():
                return self._linen_module(name, value, path)
            case nnx.Pytree():
                return self._pytree(name, value, path)
            case meta.AxisMetadata():
                names = _plain_text(getattr(value, "names", None))
                part = self._part(name, value.unbox(), path, collection)
                return dataclasses.replace(part, facts=(("axes", names), *part.facts))
            case bool() | int() | float() | complex() | str() | None:
                return ModelPart(name, PartKind.VALUE, *_types(value), facts=(("value", _plain_text(value)),))
        pairs = _inside(value)
        if pairs is None:
            text = _plain_text(value)
            return ModelPart(name, PartKind.VALUE, *_types(value), facts=(("value", text),) if text else ())
        kind = PartKind.COLLECTION if id(value) in self._collections else PartKind.CONTAINER
        parts, left_out = self._parts(pairs, path, collection)
        return ModelPart(name, kind, *_types(value), parts=parts, left_out=left_out)

    def _parts(self, pairs: Iterable[Named], path: tuple[str, ...], collection: str = "") -> Told:
        """These as far as there is room, and how many there are more."""
        pairs = list(pairs)
        parts = []
        if len(path) < DEPTH:
            for name, value in pairs[:WIDTH]:
                if self._left <= 0:
                    break
                parts.append(self._part(name, value, (*path, name[:NAME]), collection))
        return tuple(parts), len(pairs) - len(parts)

    def _variable(self, name: str, variable: nnx.Variable[Any], path: tuple[str, ...]) -> ModelPart:
        value = variable.get_raw_value()
        facts = tuple(_facts(variable.get_metadata().items(), skip=METADATA))
        is_param = isinstance(variable, nnx.Param)
        if _is_array(value):
            array = self._array(name, value, path)
            return dataclasses.replace(
                array,
                kind=PartKind.VARIABLE,
                type=_types(variable)[0],
                base=_types(variable)[1],
                is_param=is_param,
                facts=(*facts, *array.facts),
            )
        parts, left_out = self._parts(_inside(value) or [("value", value)], path)
        return ModelPart(
            name, PartKind.VARIABLE, *_types(variable), is_param=is_param, facts=facts, parts=parts, left_out=left_out
        )

    def _array(self, name: str, array: Any, path: tuple[str, ...], collection: str = "") -> ModelPart:
        shape, dtype = tuple(array.shape), str(array.dtype)
        sharding = "" if isinstance(array, np.ndarray) else sharding_of(array)
        if sharding:
            self._lay_out(" / ".join(path), array, sharding)
        facts = []
        if isinstance(array, jax.core.Tracer):
            facts.append(TRACED)
        elif isinstance(array, jax.Array) and array.is_deleted():
            facts.append(("donated", "its buffer is gone"))
        if collection:
            is_param = collection == "params"
            return ModelPart(
                name, PartKind.VARIABLE, collection, collection, shape, dtype, is_param, tuple(facts), sharding
            )
        return ModelPart(name, PartKind.ARRAY, *_types(array), shape, dtype, facts=tuple(facts), sharding=sharding)

    def _lay_out(self, path: str, array: Any, sharding: str) -> None:
        known = {(layout.shape, layout.sharding) for layout in self.layouts}
        if (array.shape, sharding) not in known and len(self.layouts) < LAYOUTS:
            with suppress(Exception):
                self.layouts.append(Layout(path, tuple(array.shape), sharding, drawing_of(array)))

    def _pytree(self, name: str, value: nnx.Pytree, path: tuple[str, ...]) -> ModelPart:
        held = [(str(key), one) for key, one in _attributes(value) if not is_bookkeeping(str(key))]
        parts, left_out = self._parts(((key, one) for key, one in held if _has_structure(one)), path)
        facts = _facts(_hyperparameters(value, held), skip=HYPERPARAMETERS)
        kind = PartKind.MODULE if isinstance(value, nnx.Module) else PartKind.CONTAINER
        return ModelPart(name, kind, *_types(value), facts=tuple(facts), parts=parts, left_out=left_out)

    def _linen_module(self, name: str, module: linen.Module, path: tuple[str, ...]) -> ModelPart:
        own = dict(_attributes(module))
        fields = [(f.name, own.get(f.name)) for f in dataclasses.fields(module) if f.name not in ("parent", "name")]
        parts, left_out = self._parts(((key, one) for key, one in fields if _has_structure(one)), path)
        seen = self._seen.get(id(module))
        if seen is not None:
            called, more = self._submodules(seen.inner, path)
            held, yet_more = self._collected(seen.collections, path)
            parts, left_out = (*parts, *called, *held), left_out + more + yet_more
        facts = tuple(_facts(_hyperparameters(module, fields)))
        return ModelPart(name, PartKind.MODULE, *_types(module), facts=facts, parts=parts, left_out=left_out)

    def _collected(self, collections: dict[str, Any], path: tuple[str, ...]) -> Told:
        """The collections of a Linen module; what apply was given has no object of its own, and is one all the same."""
        for name, held in collections.items():
            self._collections.setdefault(id(held), name)
        return self._parts(collections.items(), path)

    def _submodules(self, inner: dict[str, Submodule], path: tuple[str, ...]) -> Told:
        parts = []
        for name, one in islice(inner.items(), WIDTH):
            if self._left <= 0 or len(path) >= DEPTH:
                break
            self._left -= 1
            below, left_out = self._submodules(one.inner, (*path, name))
            types = _class_names(one.call.kind) if one.call else ("", "")
            facts = (
                ((one.call.method, f"{_shapes(one.call.inputs)} -> {_shapes(one.call.outputs)}"),) if one.call else ()
            )
            parts.append(ModelPart(name[:NAME], PartKind.MODULE, *types, facts=facts, parts=below, left_out=left_out))
        return tuple(parts), len(inner) - len(parts)


def _inside(value: Any) -> list[Named] | None:
    """What a container holds; None for what is none."""
    if isinstance(value, Mapping):
        return [(_key(key), one) for key, one in value.items()]
    if isinstance(value, tuple | list):
        names = getattr(value, "_fields", None) or map(str, range(len(value)))
        return [(str(name), one) for name, one in zip(names, value, strict=True)]
    if isinstance(value, type | types.FunctionType | types.ModuleType):
        return None
    flattened = jax.tree_util.default_registry.flatten_one_level_with_keys(value)
    if flattened is None:
        return None
    return [(jax.tree_util.keystr((key,), simple=True), one) for key, one in flattened[0]]


def _key(key: Any) -> str:
    return str(key) if type(key) in (str, int, bool) else _name(key)


def _attributes(value: Any) -> Iterable[Named]:
    """What an object holds, whatever its class says of it."""
    held: dict[str, Any] = object.__getattribute__(value, "__dict__")
    return held.items()


def _has_structure(value: Any, depth: int = 3) -> bool:
    """Whether `value` is worth a part of its own, and is no mere fact."""
    if isinstance(value, nnx.Variable | nnx.Pytree | linen.Module | meta.AxisMetadata) or _is_array(value):
        return True
    if depth and isinstance(value, Mapping | tuple | list):
        some = value.values() if isinstance(value, Mapping) else value
        return any(_has_structure(one, depth - 1) for one in islice(some, WIDTH))
    return False


def _is_function(value: Any) -> bool:
    return isinstance(value, _FUNCTIONS)


def _is_array(value: Any) -> bool:
    return isinstance(value, jax.Array | np.ndarray | jax.ShapeDtypeStruct)


def _hyperparameters(owner: Any, held: Iterable[Named]) -> Iterator[Named]:
    """What is set on a module and is no part of it. Which functions a layer of flax's own uses is no news."""
    for name, value in held:
        if not _has_structure(value) and (is_own(type(owner)) or not _is_function(value)):
            yield name, value


def _facts(pairs: Iterable[Named], skip: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Those of `pairs` that can be said in a few words."""
    told = ((str(name)[:NAME], _plain_text(value)) for name, value in pairs if name not in skip)
    return islice(((name, text) for name, text in told if text), FACTS)


def _plain_text(value: Any) -> str:
    """`value` in a few words if it is plain; "" otherwise. No class of the solution has a say in it."""
    if type(value) in _PLAIN:
        return repr(value[:NAME] if isinstance(value, str) else value)[:NAME]
    if type(value) in (tuple, list) and len(value) <= FACTS:
        texts = ["None" if one is None else _plain_text(one) for one in value]
        inner = ", ".join(texts) + ("," if len(texts) == 1 and type(value) is tuple else "")
        if all(texts):
            return (f"({inner})" if type(value) is tuple else f"[{inner}]")[:NAME]
    if isinstance(value, np.dtype):
        return str(value)
    if isinstance(value, type) and issubclass(value, np.generic):
        return value.__name__
    if _is_function(value):
        return str(getattr(value, "__name__", ""))[:NAME]
    return str(getattr(value, "dtype", "")) if type(value) is type(jax.numpy.float32) else ""


def _types(value: Any) -> tuple[str, str]:
    return _class_names(type(value))


def _class_names(kind: type) -> tuple[str, str]:
    """How the class of something is called, and the nearest one above it that no solution defines."""
    if issubclass(kind, jax.Array):
        return "Array", "Array"
    base = next((above for above in kind.__mro__ if not is_own(above)), kind)
    return kind.__name__[:NAME], base.__name__[:NAME]


def _name(value: Any) -> str:
    try:
        return str(type(value).__name__)[:NAME]
    except Exception:  # a class of a class of the solution's
        return "unnamed class"


def _shapes(shapes: Iterable[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes)) or "()"
