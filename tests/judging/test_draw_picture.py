"""Pictures as lines of text."""

from __future__ import annotations

import math

import pytest

from flaxdrills.judging.draw_picture import drawn
from flaxdrills.judging.picture import PRINTED, Picture, PictureKind, Series


def picture(kind: PictureKind, **rows: tuple[float, ...]) -> Picture:
    return Picture(kind, "Title", tuple(Series(name, values) for name, values in rows.items()))


@pytest.mark.parametrize("width", [30, 54, 96])
@pytest.mark.parametrize("kind", PictureKind)
def test_no_line_is_wider_than_there_is_room_and_nothing_is_coloured(kind: PictureKind, width: int) -> None:
    lines = drawn(picture(kind, yours=(4.0, 2.0, 1.0, 0.5), reference=(4.0, 1.0, 0.2, 0.1)), width)
    assert lines[0] == "Title"
    assert max(map(len, lines)) <= width
    assert "\x1b" not in "".join(lines)


def test_a_curve_that_falls_begins_high_and_ends_low_and_says_whose_it_is() -> None:
    lines = drawn(picture(PictureKind.CURVE, yours=tuple(10.0 - n for n in range(10))), 60)
    rows = [number for number, line in enumerate(lines) if "•" in line and "yours" not in line]
    columns = [lines[row].index("•") for row in rows]
    assert columns == sorted(columns) and len(set(columns)) > 3
    assert "yours" in "".join(lines)


def test_the_steps_under_a_curve_are_whole_numbers() -> None:
    lines = drawn(picture(PictureKind.CURVE, yours=tuple(float(n) for n in range(30))), 60)
    assert lines[-1].split() == ["1", "8", "15", "23", "30"]


@pytest.mark.parametrize("kind", PictureKind)
def test_what_is_printed_is_as_wide_wherever_it_runs(kind: PictureKind, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = picture(kind, yours=(4.0, 2.0, 1.0), reference=(3.0, 1.0, 0.5))
    at_first = str(printed)
    monkeypatch.setenv("COLUMNS", "33")
    assert str(printed) == at_first
    assert at_first.splitlines()[0] == "Title"
    assert max(map(len, at_first.splitlines())) <= PRINTED


def test_where_a_curve_is_lost_is_said() -> None:
    text = "\n".join(drawn(picture(PictureKind.CURVE, yours=(1.0, 9.0, math.inf, math.nan), reference=(3.0, 2.0)), 60))
    assert "•• yours (inf at 3)   .. reference" in text
    text = "\n".join(drawn(picture(PictureKind.CURVE, yours=(math.nan, math.nan), reference=(3.0, 2.0)), 60))
    assert "•• yours (nan at 1)" in text


def test_large_numbers_are_short() -> None:
    lines = drawn(picture(PictureKind.CURVE, yours=(1.0, 3.4e22)), 60)
    assert next(line.split("┤")[0].strip() for line in lines if "┤" in line) == "3.4e+22"


def test_two_curves_have_different_marks() -> None:
    text = "\n".join(drawn(picture(PictureKind.CURVE, yours=(1.0, 2.0, 3.0), reference=(3.0, 2.0, 1.0)), 60))
    assert "•• yours" in text and ".. reference" in text


def test_the_fullest_cell_is_the_largest_and_each_row_has_its_name() -> None:
    lines = drawn(picture(PictureKind.HEAT, first=(0.0, 1.0), second=(0.5, 0.0)), 60)
    assert lines[1] == "first  ··██"
    assert lines[2].startswith("second ▒▒")
    assert lines[3].split() == ["·", "0", "█", "1"]


def test_the_longest_bar_is_the_largest_value() -> None:
    _, first, second = drawn(picture(PictureKind.BARS, kernel=(120.0,), bias=(60.0,)), 60)
    assert abs(first.count("█") - 2 * second.count("█")) <= 1
    assert first.split()[:2] == ["kernel", "120"]


@pytest.mark.parametrize("kind", PictureKind)
@pytest.mark.parametrize("values", [(), (math.nan,), (math.inf, math.nan)])
def test_where_nothing_is_finite_it_says_so(kind: PictureKind, values: tuple[float, ...]) -> None:
    assert drawn(picture(kind, yours=values), 60) == ["Title", "(nothing that can be drawn)"]


@pytest.mark.parametrize("kind", PictureKind)
def test_what_is_not_finite_leaves_a_gap(kind: PictureKind) -> None:
    assert len(drawn(picture(kind, one=(2.0, math.nan, 1.0), other=(math.inf, -math.inf)), 60)) > 1


@pytest.mark.parametrize("kind", PictureKind)
@pytest.mark.parametrize("value", [0.0, -3.0, 1e-300, 1e300])
def test_a_single_value_can_be_drawn(kind: PictureKind, value: float) -> None:
    assert len(drawn(picture(kind, one=(value,)), 60)) > 1


def test_a_layout_is_a_box_for_each_part() -> None:
    parts = {"0 4": (0.0, 6.0, 0.0, 2.0), "1 5": (0.0, 6.0, 2.0, 4.0), "2 6": (6.0, 12.0, 0.0, 2.0)}
    lines = drawn(Picture(PictureKind.LAYOUT, "Kernel", tuple(Series(*part) for part in parts.items())), 60)
    assert lines == [
        "Kernel",
        "       0:2   2:4",
        "     ┌─────┬─────┐",
        " 0:6 │ 0 4 │ 1 5 │",
        "     ├─────┼─────┤",
        "6:12 │ 2 6 │     │",
        "     └─────┴─────┘",
    ]
