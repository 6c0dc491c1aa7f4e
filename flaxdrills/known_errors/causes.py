"""The rows of the tables beside this file, and which of them fits an error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from flaxdrills.known_errors.old_names import hint_for
from flaxdrills.system.installed_versions import MODULES

TABLES = (
    "names",
    "layers",
    "nnx_graph",
    "jax_gradients",
    "jax_calls",
    "jax_sharding",
    "jax_loops",
    "jax_values",
    "jax_tracing",
    "jax_transforms",
    "jax_arrays",
    "jax_devices",
    "nnx",
    "nnx_transforms",
    "linen_layers",
    "linen",
    "saved_state",
    "optax_orbax",
    "python",
    "calls",
)
"""The tables in the order in which they are read: what is said of one name, then of a library, then of any Python."""

_LIBRARIES = frozenset(("builtins", "dataclasses", *MODULES))
"""Who defines the errors that the tables are about; a learner's own class may have any name."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A row of a table."""

    id: str
    type: str
    """The name of the exception's class, or of one that it derives from."""
    message: str
    """A regular expression that is found in the exception's message; "" fits any."""
    text: str
    """What usually leads to it and what to look at, written to the learner."""
    problems: tuple[str, ...] = ()
    """The ids of the problems that teach it."""
    frame: str = ""
    """A regular expression that is found in "path:function" of the frame that raised it; "" fits any, and unknown ones.
    For errors whose message says nothing."""
    names: str = ""
    """A table of `old_names.toml`: the row fits where the name that is missing stands there, and says today's name."""


def read_table(name: str) -> tuple[Cause, ...]:
    """The rows of one table, in order."""
    rows = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["cause"]
    return tuple(
        Cause(
            row["id"],
            row["type"],
            row.get("message", ""),
            " ".join(row["text"].split()),
            tuple(row.get("problems", ())),
            row.get("frame", ""),
            row.get("names", ""),
        )
        for row in rows
    )


# Read when this is imported: in a worker, that is before any learner's code could be in the way.
CAUSES: Final = tuple(cause for name in TABLES for cause in read_table(name))


def _by_type(causes: Iterable[Cause]) -> Mapping[str, tuple[Cause, ...]]:
    """The rows for each name of a class, in order."""
    rows: dict[str, list[Cause]] = {}
    for cause in causes:
        rows.setdefault(cause.type, []).append(cause)
    return MappingProxyType({name: tuple(found) for name, found in rows.items()})


_ROWS: Final = _by_type(CAUSES)

# Compiled when it is first asked for: all at once take longer than a whole answer, and `re` itself keeps fewer.
_pattern: Final = cache(re.compile)


def cause_for(ancestors: Iterable[str], message: str, frame: str = "") -> Cause | None:
    """The row that fits best: one for the class itself goes before one for a class that it derives from.

    `ancestors` are the class and those that it derives from, nearest first, each with its module
    ("builtins.ValueError"). Of two rows for one class, the first that fits holds. `frame` is "path:function" of the
    frame that raised it, "" where it is not known.
    """
    for ancestor in ancestors:
        module, _, name = ancestor.rpartition(".")
        if module.partition(".")[0] not in _LIBRARIES:
            continue
        for cause in _ROWS.get(name, ()):
            if cause.frame and not (frame and _pattern(cause.frame).search(frame)):
                continue
            if (found := _pattern(cause.message).search(message)) and (told := _with_name(cause, found)):
                return told
    return None


def _with_name(cause: Cause, found: re.Match[str]) -> Cause | None:
    """`cause`, and where it is about a name that is missing, with today's name; None where that is not known."""
    if not cause.names:
        return cause
    hint = hint_for(found.expand(cause.names), found["name"])
    return replace(cause, text=f"{hint} {cause.text}") if hint else None
