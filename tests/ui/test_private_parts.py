"""What is private in Textual: little of it is used, and the app works without."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import flaxdrills.ui
from tests.conftest import paths_at
from tests.terminal.terminal import Terminal
from tests.ui.renamed_textual import PRIVATE

PROBLEM = "nnx-surgery-replace"
_UI = Path(flaxdrills.ui.__file__).parent
_PUBLIC_ELSEWHERE = {"XTermParser", "getincrementaldecoder", "get_inner_outer"}
"""Names without an underscore, in modules that are private or not meant to be changed."""


def test_no_private_names_are_used_but_those_that_can_be_missed() -> None:
    known = {name for names in PRIVATE.values() for name in names} - _PUBLIC_ELSEWHERE
    used = {name for path in sorted(_UI.rglob("*.py")) for name in _private_names(path)}
    assert used == known


def _private_names(path: Path) -> Iterator[str]:
    """The private names of Textual that a module takes from other objects, or that its classes have in common."""
    tree = ast.parse(path.read_text())
    names = ".".join(path.relative_to(_UI.parents[1]).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr) and not _is_own(node.value):
            yield node.attr
        if isinstance(node, ast.ClassDef) and inspect.isclass(kind := getattr(module, node.name, None)):
            bases = [base for base in kind.__mro__ if base.__module__.startswith("textual.")]
            yield from _names_in(node) & set().union(*map(_names_of, bases))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _is_own(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("self", "cls")


def _names_in(kind: ast.AST) -> set[str]:
    """What the source of a class calls its own."""
    nodes = list(ast.walk(kind))
    methods = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute) and _is_own(node.value)}
    return {name for name in methods | attributes if _is_private(name)}


@cache
def _names_of(kind: type) -> set[str]:
    return _names_in(ast.parse(textwrap.dedent(inspect.getsource(kind))))


@pytest.mark.terminal
@pytest.mark.worker
def test_the_app_works_with_a_textual_that_has_other_private_names(tmp_path: Path, compiled: Path) -> None:
    paths_at(tmp_path / "home", compiled)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "PYTHONPATH") if name in os.environ}
    environment = kept | {"FLAXDRILLS_HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "tests.ui.renamed_textual", "open", PROBLEM]
    with Terminal(command, (120, 40), environment) as app:
        app.wait_for("Lesson")
        app.wait_for("ready")
        # A byte that is no UTF-8 may be lost with what comes right after it, and ends nothing.
        app.process.send(b"\xff ")
        app.settle()
        app.press("r")
        app.wait_for("ERROR")
        app.press("\x1b")
        app.wait_for("solved")
        app.press("jj/")
        app.settle()
        app.press("\x1b")
        app.settle()
        app.press("q")
        assert app.wait_for_end() == 0
