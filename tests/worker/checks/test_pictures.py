"""What `draw_...` functions make of arrays."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from flaxdrills.judging.picture import SERIES, VALUES, PictureKind
from flaxdrills.worker.checks.pictures import bars, curve, heat, layout


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


def _laid(shape: tuple[int, ...], *spec: str | tuple[str, ...] | None) -> jax.Array:
    mesh = jax.make_mesh((2, 4), ("data", "model"), axis_types=(jax.sharding.AxisType.Auto,) * 2)
    return jax.device_put(jnp.zeros(shape), jax.NamedSharding(mesh, jax.P(*spec)))


def test_a_layout_has_a_row_for_each_part() -> None:
    made = layout("Kernel", _laid((6, 8), None, "model"))
    assert made.title == "Kernel (6, 8): each device holds (6, 2), 48 bytes"
    assert [(row.name, row.values) for row in made.rows] == [
        ("0 4", (0.0, 6.0, 0.0, 2.0)),
        ("1 5", (0.0, 6.0, 2.0, 4.0)),
        ("2 6", (0.0, 6.0, 4.0, 6.0)),
        ("3 7", (0.0, 6.0, 6.0, 8.0)),
    ]


@pytest.mark.parametrize(
    ("shape", "spec", "parts"),
    [
        ((), (), {"0 1 2 3 4 5 6 7": (0.0, 1.0, 0.0, 1.0)}),
        ((4,), ("data",), {"0 1 2 3": (0.0, 1.0, 0.0, 2.0), "4 5 6 7": (0.0, 1.0, 2.0, 4.0)}),
        ((4, 3), (), {"0 1 2 3 4 5 6 7": (0.0, 4.0, 0.0, 3.0)}),
        ((5, 2, 3), (None, "data"), {"0 1 2 3": (0.0, 5.0, 0.0, 1.0), "4 5 6 7": (0.0, 5.0, 1.0, 2.0)}),
        ((2, 5, 3), (None, None, None), {"0 1 2 3 4 5 6 7": (0.0, 2.0, 0.0, 5.0)}),
    ],
)
def test_axes_that_are_split_are_shown_first(
    shape: tuple[int, ...], spec: tuple[str | None, ...], parts: dict[str, tuple[float, ...]]
) -> None:
    assert {row.name: row.values for row in layout("x", _laid(shape, *spec)).rows} == parts


def test_two_split_axes_of_three_are_shown() -> None:
    made = layout("x", _laid((4, 3, 8), "data", None, "model"))
    assert len(made.rows) == 8
    assert [row.values for row in made.rows if row.name == "6"] == [(2.0, 4.0, 4.0, 6.0)]


def test_what_is_split_along_three_axes_is_refused() -> None:
    mesh = jax.make_mesh((2, 2, 2), ("a", "b", "c"), axis_types=(jax.sharding.AxisType.Auto,) * 3)
    array = jax.device_put(jnp.zeros((2, 2, 2)), jax.NamedSharding(mesh, jax.P("a", "b", "c")))
    with pytest.raises(ValueError, match="along 3 axes"):
        layout("x", array)
