"""Loading source text as a module, as Python would, without a file on the path."""

from __future__ import annotations

import ast
import linecache
import sys
import types
from pathlib import Path
from typing import Any

_LOOKS = ("print", "pprint", "assert")
"""How the names of functions begin that only look at values, such as numpy.testing.assert_allclose."""


def load(source: str, filename: str, name: str, *, is_quiet: bool = False) -> types.ModuleType:
    """A module called `name` made from `source`; tracebacks and `inspect` find its lines under `filename`.

    With `is_quiet`, without its asserts and prints. Raises whatever the source raises, SyntaxError included.
    """
    source = source.removeprefix("\ufeff")  # A byte order mark, as some editors write it.
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    code = compile(_Quiet().visit(ast.parse(source)) if is_quiet else source, filename, "exec", dont_inherit=True)
    module = types.ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module
    exec(code, vars(module))
    return module


class _Quiet(ast.NodeTransformer):
    """Takes away the statements that only look at values: asserts and prints."""

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        return ast.copy_location(ast.Pass(), node)

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        if isinstance(node.value, ast.Call) and ast.unparse(node.value.func).rpartition(".")[2].startswith(_LOOKS):
            return ast.copy_location(ast.Pass(), node)
        return node


def load_file(path: Path, name: str) -> types.ModuleType:
    """The module at `path`, under `name`. Raises OSError, and whatever the file raises."""
    return load(path.read_text("utf-8"), str(path), name)


def member(module: types.ModuleType, name: str) -> Any:
    """What `module` defines as `name`, or None."""
    return vars(module).get(name)
