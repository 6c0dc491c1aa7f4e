"""What a problem's `draw_...` functions return: numbers that somebody may want to see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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


def _thinned(line: Any) -> tuple[float, ...]:
    array = np.asarray(line, np.float64)
    if array.ndim != 1:
        raise ValueError(f"A curve is made of an array of shape (n,), and {array.shape} was given.")
    if len(array) > VALUES:
        array = array[np.linspace(0, len(array) - 1, VALUES).round().astype(int)]
    return tuple(array.tolist())
