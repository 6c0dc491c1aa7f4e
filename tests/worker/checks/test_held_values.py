"""What variables hold, as it is told."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

from flaxdrills.worker.checks.held_values import both, short


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.float32(0.9), "0.9"),
        (float(np.float32(0.9)), "0.9"),
        (np.array([0.9, 2], ml_dtypes.bfloat16), "[0.9 2. ]"),
        (np.array([[1, 2], [3, 4]]), "[[1 2] [3 4]]"),
        ([1, [2]], "a list"),
    ],
)
def test_numbers_are_one_line_with_the_digits_that_they_have(value: Any, text: str) -> None:
    assert short(value) == text


def test_two_values_that_are_not_the_same_do_not_look_so() -> None:
    assert both(np.float32(0.9), np.zeros(2)) == ("0.9", "[0. 0.]")
    assert both(1.00001, 1.0) == ("1.00001", "1.0")
