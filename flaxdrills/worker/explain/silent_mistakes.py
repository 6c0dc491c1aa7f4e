"""Habits of NumPy's and PyTorch's that raise no error in Flax, and change nothing: seen in the text of a solution."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

_UPDATES: Final = frozenset(("set", "add", "subtract", "multiply", "divide", "power", "min", "max", "apply"))
_NNX, _LINEN = frozenset(("nnx",)), frozenset(("nn", "linen"))


def silent_mistakes(source: str) -> list[str]:
    """A note for each such line of `source`, with its number; none where it cannot be read."""
    try:
        tree = ast.parse(source)
        found = [note for node in ast.walk(tree) for note in _notes_on(node, source)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [f"line {line}: {text}" for line, text in sorted(found)]


def _notes_on(node: ast.AST, source: str) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Expr(ast.Call(ast.Attribute(ast.Subscript(ast.Attribute(array, "at")), update))) if update in _UPDATES:
            name = ast.unparse(array)
            yield (
                node.lineno,
                (
                    f"`{name}.at[...].{update}(...)` changes nothing: it returns a new array, and that is thrown away. "
                    f"Write `{name} = {name}.at[...].{update}(...)`."
                ),
            )
        case ast.Call(ast.Attribute(ast.Name(root), "Dense"), [_, second, *_]) if root in _LINEN:
            if not (isinstance(second, ast.Constant) and isinstance(second.value, bool)):
                yield (
                    node.lineno,
                    (
                        f"`{root}.Dense(features)` takes the number of outputs alone, and learns the other from x: "
                        "its second argument is `use_bias`."
                    ),
                )
        case ast.ClassDef():
            yield from _notes_on_class(node, source)


def _notes_on_class(node: ast.ClassDef, source: str) -> Iterator[tuple[int, str]]:
    roots = {
        base.value.id for base in node.bases if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name)
    }
    methods = {item.name: item.lineno for item in node.body if isinstance(item, ast.FunctionDef)}
    if roots & _NNX and "setup" in methods and not _is_used("setup", source):
        yield methods["setup"], "`setup` is never called: it belongs to Linen. NNX makes its layers in `__init__`."
    if (
        roots & (_NNX | _LINEN)
        and "forward" in methods
        and "__call__" not in methods
        and not _is_used("forward", source)
    ):
        yield methods["forward"], "`forward` is never called: Flax runs a module by its method `__call__`."


def _is_used(method: str, source: str) -> bool:
    """Whether `source` looks that method up somewhere, or has its name as a text."""
    return re.search(rf"""\.{method}\b|["']{method}["']""", source) is not None
