"""What relates a wrong result of another shape to the expected one."""

from __future__ import annotations

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance
from flaxdrills.worker.compare.difference_in_words.reordering import orders, transposed
from flaxdrills.worker.compare.difference_in_words.significance import (
    broadcasts,
    cut,
    distinctive,
    telling,
    without_ones,
)


def of_shapes(a: Array, b: Array, tolerance: Tolerance) -> str:
    """Arrays whose shapes differ."""
    if a.size == b.size and tolerance.fits(a.reshape(-1), b.reshape(-1)):
        return of_right_values(a.shape, b.shape)
    if a.size == b.size and a.ndim == b.ndim and telling(a, tolerance):
        axes = [axes for axes in orders(a) if tolerance.fits(a.transpose(axes), b)]
        if len(axes) == 1:
            return transposed(axes[0])
    if not distinctive(a) or not distinctive(b):
        return ""
    return of_repetition(a, b, tolerance) or of_reduction(a, b, tolerance) or of_length(a, b, tolerance)


def of_right_values(want: tuple[int, ...], have: tuple[int, ...]) -> str:
    values = "The values are right" if np.prod(want, dtype=int) > 1 else "The value is right"
    if without_ones(want) == without_ones(have):
        one = abs(len(want) - len(have)) == 1
        if len(have) > len(want):
            return f"{values}; there {'is an axis' if one else 'are axes'} of size one too many."
        if len(have) < len(want):
            return f"{values}; {'an axis' if one else 'axes'} of size one {'is' if one else 'are'} missing."
        return f"{values}; an axis of size one is in a different place."
    if len(have) == 1:
        return f"{values} and in order, and were flattened."
    return f"{values} and in order; only the shape is different."


def of_repetition(a: Array, b: Array, tolerance: Tolerance) -> str:
    if broadcasts(a.shape, b.shape) and tolerance.fits(np.broadcast_to(a, b.shape), b):
        return "The values are right, and repeated: they were broadcast to a larger shape."
    if broadcasts(b.shape, a.shape) and tolerance.fits(a, np.broadcast_to(b, a.shape)):
        return "The values are right, and should be repeated (broadcast) to the expected shape."
    return ""


def of_reduction(a: Array, b: Array, tolerance: Tolerance) -> str:
    """One is the sum or the mean of the other, over all or over an axis."""
    for few, many, text in (
        (a, b, "What is expected is the {what} of what was returned{where}."),
        (b, a, "What was returned is the {what} of what is expected{where}."),
    ):
        for axis in (None, *range(many.ndim)):
            if axis is None and many.ndim == 1:
                continue
            length = many.size if axis is None else many.shape[axis]
            for what, function in (("sum", np.sum), ("mean", np.mean)):
                if length > 1 and tolerance.fits(few.reshape(-1), np.reshape(function(many, axis=axis), -1)):
                    where = "" if axis is None or many.ndim == 1 else f" over axis {axis}"
                    return text.format(what=what, where=where)
    return ""


def of_length(a: Array, b: Array, tolerance: Tolerance) -> str:
    """One has a row more than the other, at one of its ends."""
    if a.ndim != b.ndim:
        return ""
    unlike = [axis for axis in range(a.ndim) if a.shape[axis] != b.shape[axis]]
    if len(unlike) != 1 or abs(a.shape[unlike[0]] - b.shape[unlike[0]]) != 1:
        return ""
    axis = unlike[0]
    short, long = sorted((a, b), key=lambda array: array.shape[axis])
    if not telling(short, tolerance):
        return ""
    ends = [
        end
        for end, part in (("first", cut(long, axis, 1, None)), ("last", cut(long, axis, None, -1)))
        if tolerance.fits(part, short)
    ]
    if len(ends) != 1:
        return ""
    what = "value" if a.ndim == 1 else f"slice along axis {axis}"
    if short is b:
        return f"The {ends[0]} {what} is missing; the others are right."
    return f"There is one {what} too many, the {ends[0]}; the others are right."
