"""From JSON back to the frozen dataclasses of which it was made, as their type hints say."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def from_json(kind: type[T], value: Any) -> T:
    """The `kind` that `value` was before `asdict` and `json.dumps`: a dataclass, an enum, a tuple, text or a number.

    Raises TypeError, ValueError or AttributeError where it cannot have been one.
    """
    hint: Any = kind
    result: T = _reader(hint)(value)
    return result


@functools.cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, UnionType):
        # The only union in our values is `... | None`.
        (inner,) = (one for one in get_args(hint) if one is not NoneType)
        return lambda value: None if value is None else _reader(inner)(value)
    if get_origin(hint) is tuple:
        return functools.partial(_tuple, get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return functools.partial(_dataclass, hint, get_type_hints(hint))
    return hint if issubclass(hint, Enum) else functools.partial(_plain, hint)


def _tuple(hints: tuple[Any, ...], values: Any) -> tuple[Any, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r:.80} is no list")
    each: Iterable[tuple[Any, Any]] = zip(repeat(hints[0]), values) if ... in hints else zip(hints, values, strict=True)
    return tuple(_reader(hint)(value) for hint, value in each)


def _dataclass(kind: Callable[..., Any], hints: Mapping[str, Any], fields: Mapping[str, Any]) -> Any:
    if fields.keys() != hints.keys():
        raise TypeError(f"{fields!r:.80} does not have the fields of {kind}")
    return kind(**{name: _reader(hints[name])(value) for name, value in fields.items()})


def _plain(kind: type, value: Any) -> Any:
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r:.80} is no {kind.__name__}")
    return value
