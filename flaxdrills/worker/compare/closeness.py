"""When two numbers are near enough to be the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


# Functions, since what a solution may change in a module is put back, and what it changes in a class is not.
def limit(want: Array, rtol: float, atol: float) -> Array:
    """How far from `want` a value may be."""
    found: Array = atol + rtol * np.abs(want)
    return found


def same(want: Array, have: Array, rtol: float, atol: float) -> Array:
    """Where |have - want| <= atol + rtol * |want|, as in numpy.allclose.

    NaN is right only where NaN is expected, and an infinity only where the same one is.
    """
    with np.errstate(all="ignore"):
        found: Array = (
            (want == have)
            | (np.isnan(want) & np.isnan(have))
            | (np.isfinite(want) & (np.abs(have - want) <= limit(want, rtol, atol)))
        )
    return found


def fits(want: Array, have: Array, rtol: float, atol: float) -> bool:
    """Whether `have` is the same as `want` all over."""
    return want.shape == have.shape and bool(same(want, have, rtol, atol).all())


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How near is near enough."""

    rtol: float
    atol: float

    def limit(self, want: Array) -> Array:
        """See `limit`."""
        return limit(want, self.rtol, self.atol)

    def same(self, want: Array, have: Array) -> Array:
        """See `same`."""
        return same(want, have, self.rtol, self.atol)

    def fits(self, want: Array, have: Array) -> bool:
        """See `fits`."""
        return fits(want, have, self.rtol, self.atol)


def wide(a: Array) -> Array:
    """`a` in double precision, so that comparing it rounds nothing. Raises TypeError where it holds no numbers."""
    if not holds_numbers(a.dtype):
        raise TypeError(f"{a.dtype} is no dtype of numbers.")
    return a.astype(np.complex128 if a.dtype.kind == "c" else np.float64)


def holds_numbers(dtype: np.dtype[Any]) -> bool:
    """Whether an array of `dtype` holds numbers, bfloat16 and its like too; one of records does not, nor of float0."""
    return dtype.kind in "biufc" or (dtype.kind == "V" and dtype.names is None and _is_named(dtype))


def _is_named(dtype: np.dtype[Any]) -> bool:
    try:
        return dtype.itemsize > 0 and np.dtype(dtype.name) == dtype.newbyteorder("=")
    except TypeError:
        return False
