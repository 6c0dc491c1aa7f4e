"""Whether a wrong result is NaN, infinite, or zero: everywhere, or where alone it is wrong."""

from __future__ import annotations

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance


def of_one_kind(a: Array, b: Array) -> str:
    """A sentence where all values of `b`, which is wrong, are NaN, infinite, or zero."""
    if np.isnan(b).all() and not np.isnan(a).any():
        return "Every value is NaN." if b.size > 1 else ""
    if np.isinf(b).all() and not np.isinf(a).any():
        return "Every value is infinite." if b.size > 1 else ""
    if not b.any() and a.any():
        return "Every value is zero." if b.size > 1 else ""
    return ""


def of_missing_numbers(a: Array, b: Array, tolerance: Tolerance) -> str:
    """A sentence where only NaN in `b` parts it from `a`."""
    lost = np.isnan(b) & ~np.isnan(a)
    if not lost.any() or not tolerance.fits(a[~lost], b[~lost]):
        return ""
    return "The wrong values are NaN; all the others are right."
