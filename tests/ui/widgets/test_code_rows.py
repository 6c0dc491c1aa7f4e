"""In which rows code is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from flaxdrills.ui.widgets.code_rows import CodeRow, CodeRows, docstring_lines


def shown(lines: list[str], width: int) -> list[str]:
    return [" " * row.hang + lines[row.line][row.start : row.end] for row in CodeRows(lines, width)]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("x = 1", ["x = 1"]),
        ("", [""]),
        ("first second third fourth", ["first second ", "    third ", "    fourth"]),
        ("  longer(than_the_row)", ["  longer(than_", "      the_row)"]),
        ("            deeper(than_half)", ["            de", "       eper(th", "       an_half", "       )"]),
        ("名前 = 名前名前名前", ["名前 = 名前名", "    前名前"]),
    ],
)
def test_a_line_goes_on_below_and_deeper(line: str, rows: list[str]) -> None:
    assert shown([line], 14) == rows


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")), max_size=4), st.integers(2, 30))
def test_nothing_is_lost_and_everything_fits(lines: list[str], width: int) -> None:
    rows = CodeRows(lines, width)
    assert [
        "".join(line[row.start : row.end] for row in rows if row.line == n) for n, line in enumerate(lines)
    ] == lines
    for row in rows:
        part = lines[row.line][row.start : row.end]
        assert row.hang + cell_len(part) <= width or len(part) == 1


def test_lines_that_are_folded_have_no_rows() -> None:
    rows = CodeRows(["a", "b", "c", "d"], 9, range(1, 3))
    assert list(rows) == [CodeRow(0, 0, 1), CodeRow(3, 0, 1)]
    assert [rows.first_of(line) for line in range(4)] == [0, 1, 1, 1]


def test_a_row_is_found_from_the_end_and_none_beyond() -> None:
    rows = CodeRows(["a", "b c d e f g h"], 8)
    assert [(row.line, row.hang) for row in rows] == [(0, 0), (1, 0), (1, 4), (1, 4)]
    assert rows[-1] == rows[3] and rows[1:3] == [rows[1], rows[2]]
    with pytest.raises(IndexError):
        rows[4]


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ('"""Title\n\nThe task.\nMore.\n"""\n\nimport jax\n', range(1, 5)),
        ("'''Title\n\n\n\n'''\n", range(1, 5)),
        ('"""Title\n"""\nx = """\n\n\n\n"""\n', range(0)),
        ('"""One line."""\n\n\n\n', range(0)),
        ('"""Never ends\n\n\n\n', range(0)),
        ("import jax\n", range(0)),
        ("", range(0)),
    ],
)
def test_of_a_long_docstring_all_but_the_first_line_can_be_folded(source: str, folded: range) -> None:
    assert docstring_lines(source) == folded
