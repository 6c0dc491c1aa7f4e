"""Whether the values of a wrong result are off by a constant, a factor, or in some rows only."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance
from flaxdrills.worker.compare.difference_in_words.significance import CLEAR, all_have_digits, telling, varies
from flaxdrills.worker.compare.plain_values import Leaf, Value

_NAMED_ROWS = 3
"""How many wrong rows are listed."""


def of_amounts(a: Array, b: Array, arguments: Mapping[str, Value], tolerance: Tolerance) -> str:
    """Every value off by the same constant or factor."""
    if not (np.isfinite(a).all() and np.isfinite(b).all()) or not a.any():
        return ""
    limit = float(tolerance.limit(a).max())
    if a.size < 3 or not telling(a, tolerance):
        return of_few(a, b, arguments, limit)
    if tolerance.fits(-a, b):
        return "Every value has the opposite sign."
    offset = b - a
    middle = float(np.median(offset.real))
    if abs(middle) > CLEAR * limit and bool((np.abs(offset - middle) <= tolerance.limit(a)).all()):
        return f"Every value is {abs(middle):.4g} too {'large' if middle > 0 else 'small'}."
    factor = float((np.vdot(a, b) / np.vdot(a, a)).real)
    if abs(factor) > 1e-6 and tolerance.fits(factor * a, b) and varies(b, float(tolerance.limit(b).max())):
        return f"Every value is {times(factor, a, arguments)}."
    return of_terms(a, b, tolerance)


def of_few(a: Array, b: Array, arguments: Mapping[str, Value], limit: float) -> str:
    """One or two numbers, or all alike: only a factor that has a name is more than an accident."""
    if not (all_have_digits(a) and all_have_digits(b)) or limit > 1e-3 * float(np.abs(a).min()):
        return ""
    factors = (b / a).real.reshape(-1)
    factor = float(factors[0])
    if np.iscomplexobj(a) or not np.allclose(factors, factor, rtol=1e-5, atol=0.0):
        return ""
    every = "Every value" if a.size > 1 else "The value"
    if np.isclose(factor, -1.0, rtol=1e-5):
        return f"{every} has the opposite sign."
    named = [2.0, *map(float, lengths(a, arguments))]
    if any(np.isclose(factor, (number, 1 / number), rtol=1e-5).any() for number in named):
        return f"{every} is {times(factor, a, arguments)}."
    return ""


def of_terms(a: Array, b: Array, tolerance: Tolerance) -> str:
    """The same difference in every row: a bias, say."""
    if a.ndim < 2:
        return ""
    offset = b - a
    for axis in range(a.ndim):
        first = np.take(offset, [0], axis)
        if (
            a.shape[axis] >= 3
            and bool((np.abs(offset - first) <= 2 * tolerance.limit(a)).all())
            and float(np.abs(first).max()) > CLEAR * float(tolerance.limit(a).max())
            and varies(a - np.take(a, [0], axis), float(tolerance.limit(a).max()))
        ):
            return f"The error is the same all along axis {axis}, as when a bias is left out or added twice."
    return ""


def of_rows(a: Array, b: Array, tolerance: Tolerance) -> str:
    """Only some of the slices along an axis are wrong."""
    if a.ndim < 2:
        return ""
    wrong = ~tolerance.same(a, b)
    found: list[tuple[float, int, list[int]]] = []
    for axis in range(a.ndim):
        others = tuple(other for other in range(a.ndim) if other != axis)
        rows = np.flatnonzero(wrong.any(axis=others))
        if a.shape[axis] >= 3 and 2 * len(rows) <= a.shape[axis]:
            found.append((len(rows) / a.shape[axis], axis, [int(row) for row in rows]))
    if not found:
        return ""
    _, axis, rows_wrong = min(found)
    if len(rows_wrong) == 1:
        return f"Along axis {axis} only index {rows_wrong[0]} of {a.shape[axis]} is wrong."
    if len(rows_wrong) <= _NAMED_ROWS:
        listed = f"{', '.join(map(str, rows_wrong[:-1]))} and {rows_wrong[-1]}"
        return f"Along axis {axis} only the indices {listed} of {a.shape[axis]} are wrong."
    return f"Along axis {axis} only {len(rows_wrong)} of {a.shape[axis]} are wrong, the first at index {rows_wrong[0]}."


def times(factor: float, a: Array, arguments: Mapping[str, Value]) -> str:
    """`factor` in words, with what has that length: a sum in place of a mean is off by it."""
    sign = "-" if factor < 0 else ""
    for length, owner in lengths(a, arguments).items():
        for number, shown in ((length, str(length)), (1 / length, f"1/{length}")):
            if np.isclose(abs(factor), number, rtol=1e-5):
                why = f"{length} is {owner}, which is the factor between a sum and a mean"
                return f"{sign}{shown} times what it should be; {why}"
    for length, owner in lengths(a, arguments).items():
        for number, shown in ((length**0.5, f"sqrt({length})"), (length**-0.5, f"1/sqrt({length})")):
            if number % 1 and np.isclose(abs(factor), number, rtol=1e-5):
                return f"{sign}{shown} times what it should be; {length} is {owner}"
    if np.isclose(factor, (2.0, 0.5), rtol=1e-5).any():
        return "twice what it should be" if factor > 1 else "half of what it should be"
    return f"{factor:.5g} times what it should be"


def lengths(a: Array, arguments: Mapping[str, Value]) -> dict[int, str]:
    """Lengths and sizes of three or more, each with what has it."""
    owned: dict[int, str] = {}
    arrays = [("what is expected", a)]
    arrays += [(name, value.array) for name, value in arguments.items() if isinstance(value, Leaf)]
    for name, array in arrays:
        for axis, length in enumerate(array.shape):
            owned.setdefault(
                length, f"the length of axis {axis} of {name}" if array.ndim > 1 else f"the size of {name}"
            )
        owned.setdefault(array.size, f"the size of {name}")
    return {length: owner for length, owner in owned.items() if length > 2}
