"""Reading Python without running it, in the process that answers keys."""

from __future__ import annotations

import ast
import warnings

LARGE = 32 * 1024
"""Nobody's solution has so many characters. A longer one is judged like any other, but not coloured or read here."""


def syntax_tree(source: str) -> ast.Module | None:
    """The syntax tree of `source`; None where it cannot be parsed, or is LARGE."""
    if len(source) > LARGE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
