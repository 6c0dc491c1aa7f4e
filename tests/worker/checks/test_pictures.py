"""What `draw_...` functions make of arrays."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest

from flaxdrills.judging.picture import SERIES, VALUES, PictureKind
from flaxdrills.worker.checks.pictures import bars, curve, heat


def test_a_curve_has_a_row_for_each_line() -> None:
    made = curve("Loss", yours=jnp.array([2.0, 1.0], jnp.bfloat16), reference=np.array([2, 1]))
    assert (made.kind, made.title) == (PictureKind.CURVE, "Loss")
    assert [(row.name, row.values) for row in made.rows] == [("yours", (2.0, 1.0)), ("reference", (2.0, 1.0))]


def test_a_long_curve_is_thinned_and_keeps_its_ends() -> None:
    [row] = curve("Loss", yours=jnp.arange(10_001.0)).rows
    assert len(row.values) == VALUES
    assert (row.values[0], row.values[-1]) == (0.0, 10_000.0)


def test_a_heat_map_has_a_row_for_each_row() -> None:
    made = heat("Mask", jnp.eye(3), names=("a",))
    assert [(row.name, row.values[0]) for row in made.rows] == [("a", 1.0), ("1", 0.0), ("2", 0.0)]


def test_bars_have_a_value_each() -> None:
    assert [(row.name, row.values) for row in bars("Sizes", kernel=jnp.array(6), bias=2).rows] == [
        ("kernel", (6.0,)),
        ("bias", (2.0,)),
    ]


@pytest.mark.parametrize(
    "make",
    [
        lambda: curve("Loss", yours=jnp.ones((2, 2))),
        lambda: heat("Mask", jnp.ones(3)),
        lambda: heat("Mask", jnp.ones((SERIES + 1, 2))),
        lambda: heat("Mask", jnp.ones((2, VALUES + 1))),
    ],
)
def test_an_array_of_another_shape_is_refused(make: object) -> None:
    with pytest.raises(ValueError, match="was given"):
        make()  # type: ignore[operator]
