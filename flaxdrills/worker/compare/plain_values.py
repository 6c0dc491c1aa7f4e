"""Results as plain data: taken apart where the learner's code ran, put together and compared where it never was."""

from __future__ import annotations

import base64
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jax
import ml_dtypes  # noqa: F401 (numpy learns the names of bfloat16 and its like)
import numpy as np

from flaxdrills.worker.compare.closeness import holds_numbers
from flaxdrills.worker.outcome import heard

_DEPTH = 40
"""Deeper than any result; what holds itself ends here."""

_NAME = 200
"""The most characters of a type's name or a key's."""

_SCALARS = (bool, int, float, complex)

_DICTS = (dict, Counter, OrderedDict, defaultdict)
"""Each is as good a dict as any, whatever it does for a key that is missing."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An array or a number."""

    array: np.ndarray[Any, Any]
    weak: bool = False
    """A Python number, whose dtype nobody chose."""
    key: bool = False
    """A typed PRNG key; the array is its data."""
    gives_way: bool = False
    """A jax array of weak type: what it is combined with decides the dtype."""


@dataclass(frozen=True, slots=True)
class Node:
    """A container: a tuple, a dict, an nnx.State."""

    kind: str
    names: tuple[str, ...]
    children: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that has no values to compare."""

    kind: str


Value = Leaf | Node | Opaque


def packed(value: Any) -> dict[str, Any]:
    """`value` as JSON: arrays byte for byte, containers by kind, names and children.

    What is far larger than any result is only named.
    """
    return _packed(value, 0, _Budget())


@dataclass(slots=True)
class _Budget:
    """How much more is taken of one value."""

    parts: int = 20_000
    bytes: int = 64 * 2**20


def _packed(value: Any, depth: int, room: _Budget) -> dict[str, Any]:
    outcome = heard(_taken_apart, value, depth, room)
    if outcome.error is None:
        return dict(outcome.value)
    # Whatever a class of the solution does when it is looked at, or JAX when it takes apart what it cannot.
    return {"opaque": _short(str(heard(lambda: type(value).__name__).value or "object that cannot be looked at"))}


def _taken_apart(value: Any, depth: int, room: _Budget) -> dict[str, Any]:
    leaf = _packed_leaf(value, room)
    if leaf is not None:
        return leaf
    if depth > _DEPTH:
        return {"opaque": "structure that holds itself"}
    if isinstance(value, tuple | list | dict):
        room.parts -= len(value)
        if room.parts < 0:
            return {"opaque": f"{_short(type(value).__name__)} of {len(value):,} parts"}
    parts = _parts(value)
    if parts is None:
        return {"opaque": _short(type(value).__name__)}
    return {
        "node": "dict" if type(value) in _DICTS else _short(type(value).__name__),
        "names": [_short(name) for name, _ in parts],
        "children": [_packed(child, depth + 1, room) for _, child in parts],
    }


def _packed_leaf(value: Any, room: _Budget) -> dict[str, Any] | None:
    """`value` as JSON if it is an array or a number; None if it is none."""
    if isinstance(value, jax.core.Tracer):
        return {"opaque": "traced value that escaped from a transformation"}
    if isinstance(value, jax.Array) and value.is_deleted():
        return {"opaque": f"array whose values are gone (it was donated or deleted), {value.dtype}{list(value.shape)},"}
    if isinstance(value, jax.Array | np.ndarray):
        room.bytes -= value.nbytes
        if room.bytes < 0:
            return {"opaque": f"much too large array, {value.dtype}{list(value.shape)},"}
    if isinstance(value, jax.Array) and jax.dtypes.issubdtype(value.dtype, jax.dtypes.prng_key):
        return _packed_array(np.asarray(jax.random.key_data(value))) | {"key": True}
    if isinstance(value, jax.Array):
        return _packed_array(np.asarray(value)) | ({"gives_way": True} if value.weak_type else {})
    if isinstance(value, np.ndarray | np.generic):
        array = np.array(value, subok=False)
        if not holds_numbers(array.dtype):
            return {"opaque": f"NumPy array of dtype {_short(str(array.dtype))}"}
        return _packed_array(array)
    if type(value) in _SCALARS:
        try:
            array = np.asarray(value, jax.dtypes.canonicalize_dtype(type(value)))
        except OverflowError:
            return {"opaque": f"number of {value.bit_length():,} bits, too large for an array,"}
        return _packed_array(array) | {"weak": True}
    return None


def _parts(value: Any) -> list[tuple[str, Any]] | None:
    """What a container holds, by name; None where `value` is none."""
    if type(value) in (tuple, list):
        return [(str(number), child) for number, child in enumerate(value)]
    if type(value) in _DICTS:
        return [(str(key), child) for key, child in sorted(value.items(), key=lambda item: str(item[0]))]
    pairs = jax.tree_util.tree_flatten_with_path(value, is_leaf=lambda part: part is not value)[0]
    if len(pairs) == 1 and pairs[0][1] is value:
        return None
    return [(jax.tree_util.keystr(path, simple=True), child) for path, child in pairs]


def _short(text: str) -> str:
    return text if len(text) <= _NAME else f"{text[:_NAME]}…"


def has_opaque(data: Mapping[str, Any]) -> bool:
    """Whether something in what `packed` made has no values to compare."""
    return "opaque" in data or any(has_opaque(child) for child in data.get("children", ()))


def unpacked(data: Mapping[str, Any]) -> Value:
    """The value that `packed` took apart."""
    if "opaque" in data:
        return Opaque(data["opaque"])
    if "node" in data:
        return Node(data["node"], tuple(data["names"]), tuple(unpacked(child) for child in data["children"]))
    flat = np.frombuffer(base64.b64decode(data["data"]), np.dtype(data["dtype"]))
    return Leaf(flat.reshape(data["shape"]), bool(data.get("weak")), bool(data.get("key")), bool(data.get("gives_way")))


def leaves(value: Value) -> list[Leaf]:
    """The leaves of `value` in order."""
    if isinstance(value, Node):
        return [leaf for child in value.children for leaf in leaves(child)]
    return [value] if isinstance(value, Leaf) else []


def outline(value: Value) -> str:
    """The structure, dtypes and shapes of `value` in one line, such as "tuple(float32[3], int32[])"."""
    match value:
        case Leaf(array, weak, key):
            dtype = "key" if key else array.dtype.name
            return f"{'number ' if weak else ''}{dtype}{list(array.shape)}".replace(" ]", "]")
        case Node(kind, _, children):
            return f"{kind}({', '.join(outline(child) for child in children)})"
        case Opaque(kind):
            return kind


def _packed_array(array: np.ndarray[Any, Any]) -> dict[str, Any]:
    # What is sent is in this machine's order of bytes, whatever NumPy was told.
    array = array.astype(array.dtype.newbyteorder("="), copy=False)
    return {
        "dtype": array.dtype.name,
        "shape": list(array.shape),
        "data": base64.b64encode(np.ascontiguousarray(array).tobytes()).decode("ascii"),
    }
