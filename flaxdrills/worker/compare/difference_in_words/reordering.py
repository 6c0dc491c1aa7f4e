"""Whether a wrong result holds the right values in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance
from flaxdrills.worker.compare.difference_in_words.significance import cut, distinctive, telling

_LARGE = 1_000_000
"""Above so many values no rearrangement is looked for."""
_PAIRS = 4_000_000
"""Rows are not matched with each other where that takes more comparisons."""
_DIMENSIONS = 5
"""Arrays of more dimensions are not permuted."""


def of_order(a: Array, b: Array, tolerance: Tolerance) -> str:
    """The expected values, elsewhere."""
    if a.shape == b.shape and a.size == 2 and distinctive(a) and tolerance.fits(a.reshape(-1)[::-1], b.reshape(-1)):
        return "The two values are swapped."
    if a.size > _LARGE or not telling(a, tolerance):
        return ""
    if not tolerance.fits(np.sort(a, axis=None), np.sort(b, axis=None)):
        return shifted(a, b, tolerance)
    found = [transposed(axes) for axes in orders(a) if tolerance.fits(a.transpose(axes), b)]
    for axis in range(a.ndim):
        if a.shape[axis] > 2 and tolerance.fits(np.flip(a, axis), b):
            found.append(f"The values are right, and reversed{along(a, axis)}.")
    if not found:
        found = [shifted(a, b, tolerance)] if shifted(a, b, tolerance) else []
    if not found:
        found = [
            f"The {'values' if a.ndim == 1 else 'slices'} are right, but in a different order{along(a, axis)}."
            for axis in range(a.ndim)
            if permuted(np.moveaxis(a, axis, 0), np.moveaxis(b, axis, 0), tolerance)
        ]
    return found[0] if len(found) == 1 else "The values are the expected ones, in different places."


def shifted(a: Array, b: Array, tolerance: Tolerance) -> str:
    found = []
    for axis in range(a.ndim):
        if a.shape[axis] < 4:
            continue
        for step, there, here in ((1, (None, -1), (1, None)), (-1, (1, None), (None, -1))):
            want, have = cut(a, axis, *there), cut(b, axis, *here)
            if telling(want, tolerance) and tolerance.fits(want, have):
                way = "later" if step > 0 else "earlier"
                found.append(f"Each value stands one place {way} than it should{along(a, axis)}.")
    return found[0] if len(found) == 1 else ""


def permuted(a: Array, b: Array, tolerance: Tolerance) -> bool:
    """Whether the rows of `b` are those of `a` in another order, every row having one counterpart alone."""
    count = len(a)
    if count < 2 or count * a.size > _PAIRS:
        return False
    rows, others = a.reshape(count, 1, -1), b.reshape(1, count, -1)
    matches = tolerance.same(rows, others).all(axis=2)
    return bool((matches.sum(axis=0) == 1).all() and (matches.sum(axis=1) == 1).all())


def orders(a: Array) -> Iterator[tuple[int, ...]]:
    """Every order of the axes of `a` that moves an axis which is longer than one."""
    if not 2 <= a.ndim <= _DIMENSIONS or a.size > _LARGE:
        return
    long = [axis for axis in range(a.ndim) if a.shape[axis] > 1]
    for axes in permutations(range(a.ndim)):
        if [axis for axis in axes if axis in long] != long:
            yield axes


def transposed(axes: Sequence[int]) -> str:
    if len(axes) == 2:
        return "The values are right, and transposed."
    order = ", ".join(map(str, axes))
    return f"The values are right, and their axes are in a different order: that of transpose({order})."


def along(a: Array, axis: int) -> str:
    return f" along axis {axis}" if a.ndim > 1 else ""
