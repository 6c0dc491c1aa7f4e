"""Numbers as text."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

from flaxdrills.worker.compare.number_texts import aligned, shortest, two_texts

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("number", "dtype", "text"),
    [
        (0.9, np.float32, "0.9"),
        (0.9, np.float16, "0.9"),
        (0.9, ml_dtypes.bfloat16, "0.9"),
        (0.9, ml_dtypes.float8_e4m3fn, "0.9"),
        (0.1 + 0.2, np.float64, "0.30000000000000004"),
        (1 / 3, np.float32, "0.33333334"),
        (3, np.float32, "3.0"),
        (1e-5, np.float32, "1e-05"),
        (2.0**24, np.float32, "16777216.0"),
        (NAN, np.float32, "nan"),
        (-INF, ml_dtypes.bfloat16, "-inf"),
        (3.4e38, np.float32, "3.4e+38"),
        (65504, np.float16, "65500.0"),
        (0.5 - 0.9j, np.complex64, "0.5-0.9j"),
        (0.5 + 0.9j, np.complex128, "0.5+0.9j"),
        (-7, np.int32, "-7"),
        (True, np.bool_, "True"),
    ],
)
def test_a_number_has_the_digits_that_its_dtype_has(number: Any, dtype: Any, text: str) -> None:
    array = np.asarray(number).astype(dtype)
    assert shortest(array[()], array.dtype) == text


@pytest.mark.parametrize(
    ("one", "other", "dtype", "texts"),
    [
        (1.7993712, 3.5642661, np.float32, ("1.79937", "3.56427")),
        (1.0, 1.0000001, np.float32, ("1.0", "1.0000001")),
        (0.9, 0.8, ml_dtypes.bfloat16, ("0.9", "0.8")),
    ],
)
def test_two_numbers_that_are_not_the_same_do_not_look_so(one: float, other: float, dtype: Any, texts: Any) -> None:
    a, b = np.array([one, other]).astype(dtype)
    assert two_texts(float(a), float(b), a.dtype) == texts


def rows(*numbers: Any, dtype: Any = np.float32) -> Any:
    return np.array(numbers, dtype)


@pytest.mark.parametrize(
    ("block", "texts"),
    [
        (rows([0.9, -1], [10, 0.25]), [[" 0.90", "-1.00"], ["10.00", " 0.25"]]),
        (rows([1 / 3, -1e-9]), [["0.3333", "0.0000"]]),
        (rows([1, 2]), [["1.0", "2.0"]]),
        (rows([NAN, -INF, 1]), [[" nan", "-inf", " 1.0"]]),
        (rows([1e-5, 2.5e-6]), [["1.0e-05", "2.5e-06"]]),
        (rows([1.5, 2e9]), [["1.5e+00", "2.0e+09"]]),
        (rows([0, 0]), [["0.0", "0.0"]]),
        (rows([1, -20], dtype=np.int32), [["  1", "-20"]]),
        (rows([True, False], dtype=bool), [[" True", "False"]]),
        (rows([0.9], dtype=ml_dtypes.bfloat16), [["0.9"]]),
        (np.zeros((2, 0), np.float32), [[], []]),
    ],
)
def test_cells_have_one_width_and_the_same_decimals(block: Any, texts: list[list[str]]) -> None:
    assert aligned([block]) == [texts]


def test_two_blocks_have_the_same_columns() -> None:
    assert aligned([rows([0.5, 1.0]), rows([-12.25, 1.0])]) == [[["  0.50", "  1.00"]], [["-12.25", "  1.00"]]]


def test_cells_that_are_not_the_same_do_not_look_so() -> None:
    one, other = rows([0.5, 1.0]), rows([0.5, 1.00002])
    apart = np.array([[False, True]])
    assert aligned([one, other], apart) == [[["0.50000", "1.00000"]], [["0.50000", "1.00002"]]]
    assert aligned([one, other]) == [[["0.5000", "1.0000"]], [["0.5000", "1.0000"]]]
