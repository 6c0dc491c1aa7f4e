"""Where in a solution file to begin to write."""

from __future__ import annotations

import ast
import re
import warnings

_FIRST = re.compile(r"^(@|def |async def |class )", re.MULTILINE)
_GAP = re.compile(r"^[ \t]*raise NotImplementedError", re.MULTILINE)


def line_to_begin(source: str, function: str) -> int | None:
    """The line (from 1) at which a learner begins: a gap that the stub left, else the body of `function`.

    The docstring above it is long, and was read in the app. None where there is nothing but text or nothing at all.
    """
    if gap := _GAP.search(source):
        return _line(source, gap.start())
    if (line := _body(source, function)) is not None:
        return line
    return first_definition(source)


def first_definition(source: str) -> int | None:
    """The line (from 1) where docstring and imports end; None where nothing is defined."""
    first = _FIRST.search(source)
    return _line(source, first.start()) if first else None


def _body(source: str, function: str) -> int | None:
    """Where the first statement of `function` stands; None where the file cannot be parsed or lacks it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            statements = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            return (statements or node.body)[0].lineno
    return None


def _line(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1
