"""What usually leads to an exception that was raised here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from flaxdrills.known_errors.causes import Cause, cause_for

# What a class says of itself, whatever its metaclass makes of these names.
name_of: Final[Callable[[type], str]] = vars(type)["__name__"].__get__
_module_of: Final[Callable[[type], object]] = vars(type)["__module__"].__get__
_ancestors_of: Final[Callable[[type], tuple[type, ...]]] = vars(type)["__mro__"].__get__


def cause_of(kind: type[BaseException], message: str) -> Cause | None:
    """The row of the tables that fits an exception of class `kind`; None where nothing is known."""
    return cause_for([f"{_module_of(ancestor)}.{name_of(ancestor)}" for ancestor in _ancestors_of(kind)], message)
