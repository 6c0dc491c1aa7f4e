"""Whether each pitfall can be run and copied by itself: after the lesson, and without the pitfalls before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts

_PITFALL = re.compile(r"^\*\*", re.MULTILINE)


def find_leaning_pitfalls(texts: ProblemTexts) -> Iterator[Finding]:
    """The names that a pitfall's block uses as another pitfall's block left them."""
    before, heading, _ = texts.lesson.partition("\n## Pitfalls\n")
    if not heading:
        return
    begins = [texts.lesson.count("\n", 0, found.start()) + 1 for found in _PITFALL.finditer(texts.lesson, len(before))]
    try:
        blocks = blocks_of(texts.lesson)
    except ValueError:
        # Another rule says so.
        return
    changed: dict[str, int] = {}
    """By the pitfall (from 0) that gave it its last value."""
    for block in blocks:
        pitfall = sum(begin < block.line for begin in begins) - 1
        if pitfall < 0:
            continue
        try:
            tree = ast.parse(block.code)
        except SyntaxError:
            continue
        own = set[str]()
        for statement in tree.body:
            stored, loaded = _names(statement)
            for name in sorted(loaded - own - stored):
                if changed.get(name, pitfall) != pitfall:
                    reason = (
                        f"line {block.line}: it uses `{name}` as an earlier pitfall left it, and should make its own"
                    )
                    yield texts.finding("lesson.md", reason)
            own |= stored
        changed |= dict.fromkeys(own, pitfall)


def _names(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """The names that a statement sets, and those that it uses."""
    stored, loaded = set[str](), set[str]()
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                loaded.add(name)
            case ast.Name(id=name) | ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                stored.add(name)
            case ast.alias(name=name, asname=other):
                stored.add((other or name).partition(".")[0])
    return stored, loaded
