"""Drawn lines that remember little: there are thousands of them for each lesson."""

from __future__ import annotations

from typing import Any

from textual import strip
from textual.cache import FIFOCache

_NOTHING: dict[Any, Any] = {}


class LastOnly(FIFOCache[Any, Any]):
    """A cache of the one line that was set last; until there is one it is a few bytes."""

    __slots__ = ()

    def __init__(self, maxsize: int) -> None:
        super().__init__(maxsize)
        self._cache = _NOTHING

    def set(self, key: Any, value: Any) -> None:
        # The pieces of a line that was cut are three times as many as the lines, and are cut again as fast as found.
        if not isinstance(value, list):
            # Never into the one that all share.
            self._cache = {key: value}

    __setitem__ = set


def make_lines_light() -> None:
    """Have every line that Textual draws from now on remember what was made of it last, not all that ever was.

    A line of Textual's (8.2) has seven caches of its own, most of them empty: half of the memory of a lesson.
    """
    setattr(strip, "FIFOCache", LastOnly)  # noqa: B010 (mypy knows no such attribute)
