"""Where in a solution file to begin to write."""

from __future__ import annotations

import ast
import re
import warnings

_FIRST_DEFINITION = re.compile(r"^(@|def |async def |class )", re.MULTILINE)
_LARGEST = 32 * 1024
"""To read a longer file would hold up the key that opens it."""
_LEFT_TO_WRITE = re.compile(r"^[ \t]*raise NotImplementedError", re.MULTILINE)


def line_to_edit(source: str, function: str) -> int | None:
    """The line (from 1) at which a learner begins: a gap that the stub left, else the body of `function`.

    The docstring above it is long, and was read in the app. None where there is nothing but text or nothing at all.
    """
    if gap := _LEFT_TO_WRITE.search(source):
        return _line_at(source, gap.start())
    if (line := _first_statement(source, function)) is not None:
        return line
    return first_definition(source)


def first_definition(source: str) -> int | None:
    """The line (from 1) where docstring and imports end; None where nothing is defined."""
    first = _FIRST_DEFINITION.search(source)
    return _line_at(source, first.start()) if first else None


def _first_statement(source: str, function: str) -> int | None:
    """Where the first statement of `function` stands; None where the file cannot be parsed, is large or lacks it."""
    if len(source) > _LARGEST:
        return None
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


def _line_at(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1
