"""What a problem's `draw_...` functions return: numbers that somebody may want to see."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import jax
import numpy as np

from flaxdrills.judging.picture import NAME, SERIES, VALUES, Picture, PictureKind, Series


def curve(title: str, **lines: Any) -> Picture:
    """A line for each of `lines`, arrays of shape (n,), by its name; the learner's comes first.

    Of more than VALUES numbers only some are kept. Raises ValueError where one is no such array.
    """
    return Picture(PictureKind.CURVE, title, tuple(Series(name, _thinned(line)) for name, line in lines.items()))


def heat(title: str, cells: Any, names: Sequence[str] = ()) -> Picture:
    """A cell for each number of `cells`, an array of shape (rows, columns); `names` are those of its rows.

    Raises ValueError where it is no such array, or too large.
    """
    array = np.asarray(cells, np.float64)
    if array.ndim != 2 or array.shape[0] > SERIES or array.shape[1] > VALUES:
        raise ValueError(f"A heat map is made of at most ({SERIES}, {VALUES}) numbers, and {array.shape} was given.")
    rows = enumerate(array.tolist())
    named = tuple(Series((names[n] if n < len(names) else str(n))[:NAME], tuple(row)) for n, row in rows)
    return Picture(PictureKind.HEAT, title, named)


def bars(title: str, **values: Any) -> Picture:
    """A bar for each of `values`, numbers, by its name. Raises ValueError or TypeError where one is no number."""
    return Picture(PictureKind.BARS, title, tuple(Series(name, (float(value),)) for name, value in values.items()))


def layout(title: str, array: jax.Array) -> Picture:
    """Which devices hold which part of `array`, along the axes that are split, of which there are two at most.

    Raises ValueError where there are more, or more than SERIES parts.
    """
    parts: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for device, slices in array.sharding.devices_indices_map(array.shape).items():
        place = tuple(part.indices(size)[:2] for part, size in zip(slices, array.shape, strict=True))
        parts.setdefault(place, []).append(device.id)
    split = [axis for axis in range(array.ndim) if len({place[axis] for place in parts}) > 1]
    if len(split) > 2 or len(parts) > SERIES:
        raise ValueError(f"{len(parts)} parts along {len(split)} axes cannot be drawn.")
    # The axes that are whole are shown last, and where two are shown at all, in their order.
    shown = sorted([*split, *(axis for axis in range(array.ndim) if axis not in split)][:2])
    rows = []
    for place, devices in sorted(parts.items()):
        ends = [(0, 1)] * (2 - len(shown)) + [place[axis] for axis in shown]
        rows.append(
            Series(" ".join(map(str, sorted(devices)))[:NAME], tuple(float(end) for pair in ends for end in pair))
        )
    held = array.sharding.shard_shape(array.shape)
    each = f"each device holds {held}, {math.prod(held) * array.dtype.itemsize:,} bytes"
    return Picture(PictureKind.LAYOUT, f"{title} {array.shape}: {each}", tuple(rows))


def _thinned(line: Any) -> tuple[float, ...]:
    array = np.asarray(line, np.float64)
    if array.ndim != 1:
        raise ValueError(f"A curve is made of an array of shape (n,), and {array.shape} was given.")
    if len(array) > VALUES:
        array = array[np.linspace(0, len(array) - 1, VALUES).round().astype(int)]
    return tuple(array.tolist())
