"""The rows of the tables beside this file, and which of them fits an error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from flaxdrills.system.installed_versions import MODULES

TABLES = (
    "jax_gradients",
    "jax_calls",
    "jax_tracing",
    "jax_transforms",
    "jax_arrays",
    "jax_devices",
    "nnx",
    "nnx_transforms",
    "linen",
    "optax_orbax",
    "names",
    "python",
)
"""The tables in the order in which they are read: what is said of a library goes before what is said of any Python."""

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


def cause_for(ancestors: Iterable[str], message: str) -> Cause | None:
    """The row that fits best: one for the class itself goes before one for a class that it derives from.

    `ancestors` are the class and those that it derives from, nearest first, each with its module
    ("builtins.ValueError"). Of two rows for one class, the first that fits holds.
    """
    for ancestor in ancestors:
        module, _, name = ancestor.rpartition(".")
        if module.partition(".")[0] not in _LIBRARIES:
            continue
        for cause in _ROWS.get(name, ()):
            if _pattern(cause.message).search(message):
                return cause
    return None
