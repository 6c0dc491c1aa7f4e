"""Values as lines."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

from flaxdrills.worker.compare.closeness import Tolerance
from flaxdrills.worker.compare.plain_values import Leaf, Node, Opaque, Value
from flaxdrills.worker.compare.shown_values import compared_lines, input_lines, outline_lines, value_lines
from tests.worker.compare.test_difference_in_words import changed, f32, i32, value

TOLERANCE = Tolerance(1e-5, 1e-6)
LARGE = np.arange(640).reshape(64, 10).astype(np.int32)


def compared(want: Any, have: Any) -> list[str]:
    return compared_lines(value(want), value(have), TOLERANCE)


def test_rows_stand_in_the_same_columns() -> None:
    assert compared(f32([[0.5, -1], [0.25, 2]]), f32([[0.5, -10], [0.25, 2]])) == [
        "expected  float32[2, 2]",
        "  [  0.50  -1.00]",
        "  [  0.25   2.00]",
        "got       float32[2, 2]",
        "  [  0.50 -10.00]",
        "  [  0.25   2.00]",
    ]


@pytest.mark.parametrize(
    ("want", "have", "lines"),
    [
        (f32([0.5, -1]), f32([0.5, 1]), ["expected  float32[2] [ 0.5 -1.0]", "got       float32[2] [ 0.5  1.0]"]),
        (np.float32(0.9), np.float32(0.8), ["expected  0.9", "got       0.8"]),
        (0.9, 0.8, ["expected  0.9", "got       0.8"]),
        ((0.5, 1), (0.5, 2), ["expected  tuple(0.5, 1.0)", "got       tuple(0.5, 2.0)"]),
        ({"a": 0.5}, {"a": 2}, ["expected  dict(a: 0.5)", "got       dict(a: 2.0)"]),
    ],
)
def test_what_is_short_stands_behind_its_label(want: Any, have: Any, lines: list[str]) -> None:
    assert compared(want, have) == lines


def test_of_a_large_array_the_rows_that_are_wrong_are_shown_and_in_each_a_number_that_is() -> None:
    assert compared(LARGE, changed(LARGE, (5, 0), (17, 5), to=-1)) == [
        "expected  int32[64, 10], 2 of 64 rows are wrong",
        "  [5]  [ 50  51  52  53  54  55  56  57  58  59]",
        "  [17] [170 171 172 173 174 175 176 177 178 179]",
        "got       int32[64, 10]",
        "  [5]  [ -1  51  52  53  54  55  56  57  58  59]",
        "  [17] [170 171 172 173 174  -1 176 177 178 179]",
    ]
    wide = np.arange(200_000).reshape(2, 100_000).astype(np.int32)
    lines = compared(wide, changed(wide, (0, 0), (1, 500), to=-1))
    assert lines[4:] == [
        "  [    -1 … 499 more …    500 … 99,498 more …  99999]",
        "  [100000 … 499 more …     -1 … 99,498 more … 199999]",
    ]


def test_of_many_wrong_rows_the_middle_is_left_out_and_that_is_said() -> None:
    assert compared(LARGE[:, :2], LARGE[:, :2] + 1)[:6] == [
        "expected  int32[64, 2], 64 of 64 rows are wrong",
        "  [0]  [  0   1]",
        "  [1]  [ 10  11]",
        "       … 60 more rows …",
        "  [62] [620 621]",
        "  [63] [630 631]",
    ]


def test_of_a_long_row_the_middle_is_left_out_but_for_what_is_wrong() -> None:
    long = np.linspace(-1, 1, 1000).astype(np.float32)
    assert compared(long, changed(long, 500))[1] == "  [-1.0000 … 499 more …  0.0010 … 498 more …  1.0000]"
    assert compared(long, long + 1)[1] == "  [-1.0000 -0.9980 … 996 more …  0.9980  1.0000]"


def test_rows_of_more_than_two_axes_say_where_they_are() -> None:
    cube = np.arange(12).reshape(2, 3, 2).astype(np.int32)
    assert compared(cube, cube + 1)[1:3] == ["  [0,0] [ 0  1]", "  [0,1] [ 2  3]"]


def test_of_a_container_only_the_arrays_that_are_wrong_are_shown() -> None:
    good, bad = f32([[1, 2]]), f32([[1, 3]])
    assert compared((good, good, np.float32(1)), (good, bad, np.float32(2))) == [
        "expected  [1] float32[1, 2]",
        "  [1.0 2.0]",
        "got       [1] float32[1, 2]",
        "  [1.0 3.0]",
        "expected  [2] 1.0",
        "got       [2] 2.0",
    ]
    assert compared([good] * 9, [bad] * 9)[-1] == "  … 6 more entries are wrong …"


def test_bfloat16_has_its_own_digits() -> None:
    assert compared(np.array([0.9], ml_dtypes.bfloat16), np.array([0.8], ml_dtypes.bfloat16)) == [
        "expected  bfloat16[1] [0.9]",
        "got       bfloat16[1] [0.8]",
    ]


@pytest.mark.parametrize(
    ("want", "have", "lines"),
    [
        (value(f32([[1, 2]])), value(f32([1])), ["expected  float32[1, 2]", "got       float32[1]"]),
        (value(f32([1])), Opaque("Linear"), ["expected  float32[1]", "got       Linear"]),
        (value((f32([1]),)), Node("NoneType", (), ()), ["expected  tuple(float32[1])", "got       None"]),
    ],
)
def test_where_the_structure_is_wrong_only_that_is_told(want: Value, have: Value, lines: list[str]) -> None:
    assert outline_lines(want, have) == lines


def test_of_a_large_container_the_outline_says_how_much_is_left_out() -> None:
    (line, _) = outline_lines(value([f32([1])] * 9), value(1))
    assert line == "expected  list(float32[1], float32[1], float32[1], float32[1], … 5 more …)"
    (line, _) = outline_lines(value([[f32([1])] * 8] * 8), value(1))
    assert line.startswith("expected  list(list(float32[1], ") and " … " in line and len(line) < 220


def test_numbers_of_values_with_different_structures() -> None:
    assert value_lines(value(f32([[1, 2]])), value(f32([1, 2.5]))) == [
        "expected  float32[1, 2]",
        "  [1.0 2.0]",
        "got       float32[2] [1.0 2.5]",
    ]
    lines = value_lines(value(1), value([f32([1])] * 5))
    assert lines == [
        "expected  1.0",
        *(f"got       [{place}] float32[1] [1.0]" for place in range(3)),
        "  … 2 more entries …",
    ]


def test_arguments_are_one_line_and_a_block_for_each_array() -> None:
    arguments = {"seed": 0.0, "x": f32([[1, 2]]), "rate": np.float32(0.9), "y": i32([1, 2]), "model": (f32([1]), 2)}
    assert input_lines({name: value(given) for name, given in arguments.items()}) == [
        "input     seed=0.0, rate=0.9",
        "input     x=float32[1, 2]",
        "  [1.0 2.0]",
        "input     y=int32[2] [1 2]",
        "input     model=tuple(float32[1], number float32[])",
    ]


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), (2, 0, 3)])
def test_an_array_without_numbers_has_no_rows(shape: tuple[int, ...]) -> None:
    assert input_lines({"x": Leaf(np.zeros(shape, np.float32))}) == [f"input     x=float32{list(shape)}"]


def test_no_row_is_too_wide_for_the_screen() -> None:
    random = np.random.default_rng(0)
    for shape in ((3, 7), (9, 9), (2, 3, 40), (1000,), (700, 3)):
        for size in (1e-5, 1, 1e4, 1e9):
            want = (random.normal(size=shape) * size).astype(np.float32)
            lines = compared(want, -want)
            assert max(map(len, lines)) <= 56, lines
