"""Reading Python without running it."""

from __future__ import annotations

import ast

import pytest

from flaxdrills.system.python_source import LARGE, syntax_tree


def test_what_is_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = syntax_tree("#" * LARGE)
    assert isinstance(tree, ast.Module)
    monkeypatch.setattr(ast, "parse", None)
    assert syntax_tree("#" * (LARGE + 1)) is None


@pytest.mark.parametrize("source", ["x = (", "\0", "(" * 20_000, "-" * 20_000 + "1"])
def test_what_cannot_be_parsed_has_no_tree(source: str) -> None:
    assert syntax_tree(source) is None
