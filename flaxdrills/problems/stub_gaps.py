"""What a stub leaves to be done, and whether a file still leaves it: then it is only half written."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaxdrills.system.python_source import LARGE

PLACEHOLDER = "# In place of"
"""How a comment of a stub begins that stands above the one statement which is to go."""


@dataclass(frozen=True, slots=True)
class StubGaps:
    """What a stub leaves to be done, by the name of the function or method. What has no mark in the stub may stay."""

    statements: Mapping[str, frozenset[str]]
    """Each `raise NotImplementedError`, and what stands under a comment that begins with PLACEHOLDER."""
    bodies: Mapping[str, str]
    """All that a function does, where any other comment in it says that something is missing."""

    def left_in(self, source: str) -> str | None:
        """The first function in `source` that still has one of them, where it is reached. Raises SyntaxError."""
        for name, function in _functions(ast.parse(source)):
            body = _body(function)
            reached = {_code(statement) for statement in _reached(body)}
            if reached & self.statements.get(name, frozenset()) or self.bodies.get(name) == _code(*body):
                return name
        return None


def gaps_of(stub: str) -> StubGaps:
    """The gaps of the file `stub`. Raises SyntaxError."""
    comments = [
        token for token in tokenize.generate_tokens(io.StringIO(stub).readline) if token.type == tokenize.COMMENT
    ]
    statements: dict[str, frozenset[str]] = {}
    bodies: dict[str, str] = {}
    for name, function in _functions(ast.parse(stub)):
        body = _body(function)
        own = [comment for comment in comments if function.lineno < comment.start[0] <= (function.end_lineno or 0)]
        begun = [comment.start[0] for comment in own if comment.string.startswith(PLACEHOLDER)]
        marked = [next((one for one in body if one.lineno > line), None) for line in begun]
        if found := frozenset(_code(one) for one in body if one in marked or _is_not_implemented(one)):
            statements[name] = found
        elif own:
            bodies[name] = _code(*body)
    return StubGaps(statements, bodies)


def is_half_written(stub: str, source: str) -> bool:
    """Whether something that `stub` leaves to be done is still to be done in `source`."""
    if source == stub or len(source) > LARGE:
        return source == stub
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return gaps_of(stub).left_in(source) is not None
    except (SyntaxError, tokenize.TokenError, ValueError, RecursionError, MemoryError):
        return False


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each function, and each method under the name of its class and its own."""
    for outer in tree.body:
        if isinstance(outer, ast.FunctionDef):
            yield outer.name, outer
        elif isinstance(outer, ast.ClassDef):
            yield from ((f"{outer.name}.{one.name}", one) for one in outer.body if isinstance(one, ast.FunctionDef))


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    """What it does, without its docstring and what it only prints."""
    is_told = ast.get_docstring(function, clean=False) is not None
    return [one for one in function.body[is_told:] if not _is_print(one)]


def _reached(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, ast.Return | ast.Raise):
            return


def _is_print(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case _:
            return False


def _is_not_implemented(statement: ast.stmt) -> bool:
    match statement:
        case ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError")) | ast.Name(id="NotImplementedError")):
            return True
        case _:
            return False


def _code(*statements: ast.stmt) -> str:
    """What tells some statements from others, however they are spaced and commented."""
    return "\n".join(map(ast.dump, statements))
