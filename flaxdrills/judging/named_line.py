"""Which line of a learner's file a failed check is about: the one where what the message names is assigned or named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flaxdrills.judging.events import CheckKind, CheckResult
from flaxdrills.system.python_source import syntax_tree

_IN_BACKTICKS = re.compile(r"`([A-Za-z_][\w/.]*)`")
"""A name, or a path such as "layers/0/kernel"."""

_ASSIGNED, _FIELD, _GIVEN, _DEFINED, _USED = range(5)
"""How a line names something, the likeliest place of a mistake first."""


def with_lines(checks: Sequence[CheckResult], source: str) -> tuple[CheckResult, ...]:
    """`checks`, with a line in `source` for each failed mechanism that says none and names something that is there."""
    if all(check.passed for check in checks):
        return tuple(checks)
    tree = syntax_tree(source)
    if tree is None:
        return tuple(checks)
    places = sorted(_places(tree))
    return tuple(
        check
        if check.passed or check.line or check.kind is CheckKind.CASE
        else replace(check, line=_line(check.message, places))
        for check in checks
    )


def _line(message: str, places: Sequence[tuple[int, int, str]]) -> int:
    for path in _IN_BACKTICKS.findall(message):
        for name in re.split(r"[/.]", path):
            lines = [(rank, line) for rank, line, named in places if named == name]
            if lines:
                rank, first = lines[0]
                # What an attribute holds at the end was assigned last.
                return max(line for own, line in lines if own == rank) if rank == _ASSIGNED else first
    return 0


def _places(tree: ast.AST) -> Iterator[tuple[int, int, str]]:
    """What is named in `tree`: how, on which line, and the name."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield _ASSIGNED, node.lineno, name
            case ast.Attribute(attr=name):
                yield _USED, node.lineno, name
            case ast.ClassDef(name=name, body=body):
                yield _DEFINED, node.lineno, name
                yield from _fields(body)
            case ast.FunctionDef(name=name):
                yield _DEFINED, node.lineno, name
            case ast.Call(args=args, keywords=keywords):
                for given in (*args, *(keyword.value for keyword in keywords)):
                    if isinstance(given, ast.Constant) and isinstance(given.value, str):
                        yield _GIVEN, given.lineno, given.value
            case ast.Subscript(slice=ast.Constant(value=str(name))):
                yield _USED, node.lineno, name
            case _:
                pass


def _fields(body: Sequence[ast.stmt]) -> Iterator[tuple[int, int, str]]:
    for statement in body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                yield _FIELD, statement.lineno, name
            case _:
                pass
