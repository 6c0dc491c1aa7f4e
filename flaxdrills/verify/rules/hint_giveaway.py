"""Whether a hint that is a nudge already holds what the learner is to write.

A key line of the reference is a statement in a function or class of solution.py, or what it assigns or
returns where that is a longer call, which neither the stub nor the task says already. Spacing and the kind of
quotes make no difference.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts

_NUDGES = 2
"""So many hints leave the writing to the learner."""
_STATEMENT = 16
"""A shorter statement, spaces not counted, is found by anyone: `return model(x)`."""
_VALUE = 24
"""A shorter call is named rather than given away: `nnx.split(model)`."""


def find_giveaways(texts: ProblemTexts) -> Iterator[Finding]:
    """The first hints that hold a key line of the reference."""
    key_lines = list(_key_lines(texts))
    for number, hint in enumerate(texts.hints[:_NUDGES], 1):
        bare = _bare(hint)
        for line in key_lines:
            if _bare(line) in bare:
                yield texts.finding(
                    "hints.md",
                    f"hint {number} holds a key line of solution.py (neither stub nor task says it): `{line}`. "
                    f"The first {_NUDGES} hints must leave it to the learner",
                )
                break


def _key_lines(texts: ProblemTexts) -> Iterator[str]:
    said = _bare(texts.stub) + "\n" + _bare(texts.task)
    for statement in _statements(ast.parse(texts.solution)):
        line = ast.unparse(statement)
        if len(_bare(line)) >= _STATEMENT and _bare(line) not in said:
            yield line
        value = getattr(statement, "value", None)
        if isinstance(value, ast.expr) and any(isinstance(node, ast.Call) for node in ast.walk(value)):
            call = ast.unparse(value)
            if len(_bare(call)) >= _VALUE and _bare(call) not in said:
                yield call


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements in functions and classes that do something: no headers, no docstrings, no plain names."""
    for outer in tree.body:
        if isinstance(outer, ast.FunctionDef | ast.ClassDef):
            for node in ast.walk(outer):
                match node:
                    case ast.AugAssign() | ast.Assert():
                        yield node
                    case (
                        ast.Assign(value=value)
                        | ast.AnnAssign(value=value)
                        | ast.Return(value=value)
                        | ast.Expr(value=value)
                    ) if not _is_plain(value):
                        yield node
                    case _:
                        continue


def _is_plain(value: ast.expr | None) -> bool:
    """Whether `value` is nothing that had to be thought of: a constant, a name, an attribute, or some of them."""
    match value:
        case None | ast.Constant() | ast.Name() | ast.Attribute():
            return True
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return all(map(_is_plain, elements))
        case _:
            return False


def _bare(text: str) -> str:
    """`text` without what may be written one way or the other."""
    bare = "".join(text.split()).replace("'", '"')
    for closing in ")]}":
        bare = bare.replace(f",{closing}", closing)
    return bare
