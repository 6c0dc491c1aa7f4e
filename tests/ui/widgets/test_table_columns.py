"""Cells in columns."""

from __future__ import annotations

import pytest
from textual.content import Content

from flaxdrills.ui.widgets.table_columns import columns

ROWS = [["a", "what it is"], ["long name", "x"]]


def told(rows: list[list[str]], width: int) -> list[str]:
    """The lines as they stand on a screen."""
    return [line.plain.rstrip() for line in columns([list(map(Content, row)) for row in rows], width)]


def test_columns_stand_under_each_other() -> None:
    assert told(ROWS, 40) == ["a          what it is", "long name  x"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (20, ["a          what it", "           is", "long name  x"]),
        (14, ["a       what", "        it is", "long    x", "name"]),
    ],
)
def test_the_widest_column_wraps_first(width: int, lines: list[str]) -> None:
    assert told(ROWS, width) == lines


def test_a_column_of_long_words_keeps_them_whole_where_another_can_wrap() -> None:
    assert told([["initializers", "a b c d e f"]], 20) == ["initializers  a b c", "              d e f"]
    assert told([["a b c d e f g h", "initializers"]], 20) == ["a b c   initializers", "d e f", "g h"]


@pytest.mark.parametrize("width", [0, 1, 5, 6, 7])
def test_a_cell_of_one_long_word_is_broken_where_there_is_no_room(width: int) -> None:
    lines = told([["initializers", "w"]], width)
    assert "".join(line[: len(line) - 1] if "w" in line else line for line in lines).replace(" ", "") == "initializers"


def test_a_cell_that_is_missing_is_empty() -> None:
    assert told([["a", "b", "c"], ["d"]], 20) == ["a  b  c", "d"]


def test_wide_characters_count_as_two() -> None:
    assert told([["漢字", "x"], ["abcd", "y"]], 20) == ["漢字  x", "abcd  y"]


def test_no_rows_are_no_lines() -> None:
    assert told([], 20) == []
