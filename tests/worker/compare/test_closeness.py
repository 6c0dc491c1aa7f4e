"""When two numbers are near enough to be the same."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

from flaxdrills.worker.checks.held_values import close
from flaxdrills.worker.compare.closeness import Tolerance, fits, wide

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("want", "have", "expected"),
    [
        (1.0, 1.0 + 1e-6, True),
        (1.0, 1.0 + 1e-3, False),
        (0.0, 1e-7, True),
        (NAN, NAN, True),
        (NAN, 1.0, False),
        (1.0, NAN, False),
        (INF, INF, True),
        (INF, -INF, False),
        (INF, 1.0, False),
        (1.0, INF, False),
        (1 + 1j, 1 + 1j, True),
        (1 + 1j, 1 - 1j, False),
        (True, True, True),
        (3, 4, False),
    ],
)
def test_numbers_are_the_same_within_the_limit(want: Any, have: Any, expected: bool) -> None:
    a, b = wide(np.asarray(want)), wide(np.asarray(have))
    assert fits(a, b, 1e-5, 1e-6) is Tolerance(1e-5, 1e-6).fits(a, b) is expected


def test_what_a_variable_holds_is_close_as_in_numpy() -> None:
    examples: tuple[tuple[Any, Any], ...] = (
        (np.ones(3, np.float32), 1.0),
        (np.ones(3, ml_dtypes.bfloat16), 1.0),
        (np.array([NAN, 1.0]), np.array([NAN, 1.0])),
        (np.array([INF]), INF),
        (np.arange(3), np.arange(3)),
        (np.arange(3), np.arange(4)),
        (np.float32(1.00001), 1.0),
        (np.float32(1.00002), 1.0),
        ([1, [2]], 1.0),
        ("1", 1.0),
        (None, 0.0),
    )
    for held, value in examples:
        try:
            expected = bool(np.allclose(np.asarray(held), np.broadcast_to(value, np.shape(held)), rtol=1e-5, atol=1e-6))
        except (TypeError, ValueError):
            expected = False
        assert close(held, value) is expected, (held, value)
