"""What usually leads to a known error, and what to look at: known_errors.toml, read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flaxdrills.system.installed_versions import MODULES

_LIBRARIES = ("builtins", "dataclasses", *MODULES)
"""Who defines the errors that the table is about; a learner's own class may have any name."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A row of the table."""

    id: str
    type: str
    """The name of the exception's class, or of one that it derives from."""
    message: str
    """A regular expression that is found in the exception's message; "" fits any."""
    text: str
    """What usually leads to it and what to look at, written to the learner."""


def read_causes(path: Path) -> tuple[Cause, ...]:
    """The rows in `path`, in order: of two that fit, the first holds."""
    rows = tomllib.loads(path.read_text("utf-8"))["cause"]
    return tuple(Cause(row["id"], row["type"], row.get("message", ""), " ".join(row["text"].split())) for row in rows)


# Read when this is imported, which is before any learner's code could be in the way.
CAUSES: Final = read_causes(Path(__file__).with_name("known_errors.toml"))


# What a class says of itself, whatever its metaclass makes of these names.
name_of: Final[Callable[[type], str]] = vars(type)["__name__"].__get__
_module_of: Final[Callable[[type], object]] = vars(type)["__module__"].__get__
_ancestors_of: Final[Callable[[type], tuple[type, ...]]] = vars(type)["__mro__"].__get__


def cause_for(kind: type[BaseException], message: str) -> Cause | None:
    """The row that fits best: one for the class itself goes before one for a class that it derives from."""
    for ancestor in _ancestors_of(kind):
        module = _module_of(ancestor)
        if not isinstance(module, str) or module.partition(".")[0] not in _LIBRARIES:
            continue
        name = name_of(ancestor)
        for cause in CAUSES:
            if cause.type == name and re.search(cause.message, message):
                return cause
    return None


def cause_of(kind: type[BaseException], message: str) -> str:
    """What to say of an exception of class `kind`; "" where nothing is known."""
    cause = cause_for(kind, message)
    return "" if cause is None else cause.text
