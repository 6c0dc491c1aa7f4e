"""What variables hold, as it is told."""

from __future__ import annotations

from typing import Any

import jax
import ml_dtypes
import numpy as np
import pytest

from flaxdrills.worker.checks.held_values import held_and_wanted, short

LARGE = np.arange(20, dtype=np.float32).reshape(4, 5)
ONE_OFF = LARGE.copy()
ONE_OFF[2, 3] = 0.9


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


@pytest.mark.parametrize(
    ("held", "wanted", "told"),
    [
        (np.array([1.0, 2.0, 3.0, 4.0]), 0.0, "holds [1. 2. 3. 4.], and should hold [0. 0. 0. 0.]"),
        (np.float32(0.9), 5, "holds 0.9, and should hold 5"),
        (3.0, 4.0, "holds 3.0, and should hold 4.0"),
        (np.array([0.3]), np.array([0.30001]), "holds [0.3], and should hold [0.30001]"),
        (np.ones(3), np.ones((2, 3)), "holds [1. 1. 1.], and should hold [[1. 1. 1.] [1. 1. 1.]]"),
        (ONE_OFF, LARGE, "holds 0.9 at [2, 3], and should hold 13.0; 1 of 20 numbers differ"),
        (LARGE, -1, "holds 0.0 at [0, 0], and should hold -1; all numbers differ"),
        ("a text", 1.0, "holds 'a text', and should hold 1.0"),
        (np.array([np.nan]), 1.0, "holds [nan], and should hold [1.]"),
        (jax.random.key(1), jax.random.key(2), "holds [0 1], and should hold [0 2]"),
    ],
)
def test_both_are_told(held: Any, wanted: Any, told: str) -> None:
    assert held_and_wanted(held, wanted) == told
