"""From which classes an exception's class derives, where only its name is known: base_classes.toml, read."""

from __future__ import annotations

import builtins
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

BASES: Final[dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("base_classes.toml").read_text("utf-8"))
"""For each class with its module, those that it derives from; the last is one of Python's own."""
_BY_NAME: Final = {full.rpartition(".")[2]: full for full in reversed(BASES)}


def is_known(name: str) -> bool:
    """Whether `name`, as a traceback has it, is the name of an exception's class that is known here."""
    return _full_name(name) in BASES or _of_python(name) is not None


@cache
def ancestors_of(name: str) -> tuple[str, ...]:
    """The class that a traceback calls `name`, and those that it derives from, each with its module, nearest first.

    A class that is not known counts as one that derives from Exception alone.
    """
    full = _full_name(name)
    if full in BASES:
        *bases, last = BASES[full]
        return (full, *bases, *_python_line(last))
    if _of_python(name):
        return _python_line(name)
    return (name if "." in name else f"__main__.{name}", "builtins.Exception")


def _full_name(name: str) -> str:
    if name in BASES:
        return name
    found = _BY_NAME.get(name.rpartition(".")[2], "")
    # A class of the same name in other code is another class; without a module it may be pasted from anywhere.
    return found if "." not in name or name.partition(".")[0] == found.partition(".")[0] else ""


def _of_python(name: str) -> type[BaseException] | None:
    found = getattr(builtins, name.removeprefix("builtins."), None)
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def _python_line(name: str) -> tuple[str, ...]:
    kind = _of_python(name)
    assert kind is not None
    return tuple(f"builtins.{ancestor.__name__}" for ancestor in kind.__mro__)
