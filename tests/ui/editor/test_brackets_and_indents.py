"""What keys do to Python code."""

from __future__ import annotations

import pytest

from flaxdrills.ui.editor.brackets_and_indents import (
    Typed,
    deeper,
    shallower,
    surrounded,
    typed_backspace,
    typed_bracket,
    typed_enter,
)


def after(typed: Typed | None, line: str) -> str | None:
    """`line`, in which | is the cursor, after that."""
    if typed is None:
        return None
    left, right = line.split("|")
    return f"{left[: len(left) - typed.erased_before]}{typed.text}|{typed.after}{right[typed.erased_after :]}"


def around(line: str) -> tuple[str, str]:
    left, right = line.split("|")
    return left, right


@pytest.mark.parametrize(
    ("key", "line", "becomes"),
    [
        ("(", "f|", "f(|)"),
        ("[", "f(|)", "f([|])"),
        ("{", "x = | + 1", "x = {|} + 1"),
        ("(", "|name", None),
        ("[", "|(a)", None),
        (")", "f(|)", "f()|"),
        (")", "f(|", None),
        ("]", "f(|)", None),
        ("x", "f(|)", None),
    ],
)
def test_brackets_come_in_pairs(key: str, line: str, becomes: str | None) -> None:
    assert after(typed_bracket(key, *around(line)), line) == becomes


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("x = 1|", "x = 1\n|"),
        ("    x = 1|", "    x = 1\n    |"),
        ("def f(x):|", "def f(x):\n    |"),
        ("    if x:  # why|", "    if x:  # why\n        |"),
        ("f(|)", "f(\n    |\n)"),
        ("    f(| )", "    f(\n        |\n    )"),
        ("f(|a)", "f(\n    |a)"),
        ("    return x|", "    return x\n|"),
        ("        raise ValueError(1)|", "        raise ValueError(1)\n    |"),
        ("    return f(x,|", "    return f(x,\n    |"),
        ("    return |x", "    return \n    |x"),
        ("    returned = 1|", "    returned = 1\n    |"),
        ("|", "\n|"),
        ("  |  x", "  \n  |  x"),
        ("\tx|", "\tx\n\t|"),
    ],
)
def test_a_new_line_is_as_deep_as_it_has_to_be(line: str, becomes: str) -> None:
    assert after(typed_enter(*around(line)), line) == becomes


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("        |x", "    |x"),
        ("      |", "    |"),
        ("  |", "|"),
        ("f(|)", "f|"),
        ("f[|)", None),
        ("x |", None),
        ("|x", None),
        ("\t|", None),
    ],
)
def test_backspace_goes_a_step_back_and_takes_both_of_a_pair(line: str, becomes: str | None) -> None:
    assert after(typed_backspace(*around(line)), line) == becomes


def test_what_is_selected_is_surrounded() -> None:
    assert surrounded("[", "a, b") == "[a, b]"
    assert surrounded("]", "a, b") is None


@pytest.mark.parametrize(("line", "left"), [("    x", "x"), ("      x", "  x"), (" x", "x"), ("x", "x"), ("\tx", "x")])
def test_lines_move_by_steps(line: str, left: str) -> None:
    assert shallower(line) == left
    assert deeper("x") == "    x"
    assert deeper(" ") == " "
