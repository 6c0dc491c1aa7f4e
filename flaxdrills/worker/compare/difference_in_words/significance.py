"""Whether what two arrays have in common is no accident."""

from __future__ import annotations

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance, wide

_SAMPLE = 10_000
"""How many values are looked at to see whether they differ."""
CLEAR = 10.0
"""How many times the tolerance something must be, to be no accident of rounding."""


def telling(a: Array, tolerance: Tolerance) -> bool:
    """Whether `a` has enough different values that a rearrangement of them is no accident."""
    if a.size < 3 or not np.isfinite(a).all():
        return False
    flat = np.sort(a.real.reshape(-1)[:: 1 + a.size // _SAMPLE])
    different = 1 + int((np.diff(flat) > CLEAR * float(tolerance.limit(a).max())).sum())
    return different >= (3 if bool((flat != np.round(flat)).any()) else 8)


def varies(a: Array, limit: float) -> bool:
    return float(np.abs(a - a.reshape(-1)[0]).max()) > CLEAR * limit


def distinctive(a: Array) -> bool:
    """Whether `a` holds what nobody would write by chance: a number with digits, or eight different ones."""
    if a.dtype.kind not in "fcVbiu" or not a.size:
        return False
    flat = wide(a).reshape(-1)
    return bool(digits(flat).any()) or len(np.unique(flat[:_SAMPLE])) >= 8


def all_have_digits(a: Array) -> bool:
    return bool(digits(a).all())


def digits(a: Array) -> Array:
    """Where a number is not a whole one, nor a half, a tenth or the like."""
    coarse = [np.abs(a.real * unit - np.round(a.real * unit)) <= 1e-6 * np.abs(a.real * unit) for unit in (64, 100)]
    found: Array = np.isfinite(a) & ~coarse[0] & ~coarse[1]
    return found


def without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)


def broadcasts(few: tuple[int, ...], many: tuple[int, ...]) -> bool:
    """Whether an array of shape `few` fills one of shape `many`, which is larger."""
    try:
        return np.broadcast_shapes(few, many) == many and np.prod(few, dtype=int) < np.prod(many, dtype=int)
    except ValueError:
        return False


def cut(a: Array, axis: int, start: int | None, stop: int | None) -> Array:
    return a[(slice(None),) * axis + (slice(start, stop),)]
