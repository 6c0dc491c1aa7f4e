"""What usually leads to an exception that was raised here."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Final

import jax

from flaxdrills.known_errors.causes import Cause, cause_for

# What a class says of itself, whatever its metaclass makes of these names.
name_of: Final[Callable[[type], str]] = vars(type)["__name__"].__get__
_module_of: Final[Callable[[type], object]] = vars(type)["__module__"].__get__
_ancestors_of: Final[Callable[[type], tuple[type, ...]]] = vars(type)["__mro__"].__get__

_USUALLY: Final = {"jax.numpy": "jnp", "flax.nnx": "nnx", "flax.linen": "nn"}
"""Under which name a module is usually imported."""

_ATTRIBUTE_OF_ARRAY: Final = re.compile(r"(ArrayImpl|Tracer)'? (object )?has no attribute '?(?P<name>\w+)")
_NAME_NOT_THERE: Final = re.compile(
    r"(?i)(module '?(?P<module>[\w.]+)'? has no attribute|cannot import name) '(?P<name>\w+)'"
    r"( from '(?P<package>[\w.]+)')?"
)


def cause_of(kind: type[BaseException], message: str, trace: TracebackType | None = None) -> Cause | None:
    """The row of the tables that fits an exception of class `kind`; None where nothing is known."""
    ancestors = [f"{_module_of(ancestor)}.{name_of(ancestor)}" for ancestor in _ancestors_of(kind)]
    cause = cause_for(ancestors, message, _where_raised(trace))
    if cause is not None and not cause.names and (near := _near_name(message)):
        return replace(cause, text=f"Did you mean {near}? {cause.text}")
    return cause


def _where_raised(trace: TracebackType | None) -> str:
    """ "path:function" of the innermost frame of `trace`."""
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return f"{code.co_filename}:{code.co_name}"


def _near_name(message: str) -> str:
    """The name of a module's that is spelt most like the one that `message` says it lacks; "" where none is near."""
    if found := _ATTRIBUTE_OF_ARRAY.search(message):
        near = difflib.get_close_matches(found["name"], dir(jax.Array), n=1, cutoff=0.8)
        return f"x.{near[0]}" if near else ""
    found = _NAME_NOT_THERE.search(message)
    module = sys.modules.get(found["module"] or found["package"] or "") if found else None
    if found is None or module is None:
        return ""
    names = [name for name in dir(module) if not name.startswith("_")]
    near = difflib.get_close_matches(found["name"], names, n=1, cutoff=0.8)
    return f"{_USUALLY.get(module.__name__, module.__name__)}.{near[0]}" if near else ""
