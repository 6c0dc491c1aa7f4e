"""Numbers as text: with the digits that they have, and in columns with the same decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from flaxdrills.worker.compare.closeness import Array

Texts = list[list[str]]
"""The cells of a 2-D array."""

_DECIMALS = 4
"""So many are shown at first."""
_MOST_DECIMALS = 9
"""So many where two numbers look alike with fewer, and are not."""
_LARGE, _SMALL = 1e7, 1e-3
"""Where a number is as large as that, or most are smaller, they are written with an exponent."""


def shortest(number: Any, dtype: np.dtype[Any]) -> str:
    """`number` with no more digits than tell it from its neighbours in `dtype`: a float32 is 0.9, not 0.89999998."""
    if dtype.kind == "c":
        part = np.dtype(np.float32 if dtype.itemsize == 8 else np.float64)
        real, imag = shortest(number.real, part), shortest(number.imag, part)
        return f"{real}{'' if imag.startswith('-') else '+'}{imag}j"
    if dtype.kind in "biu":
        return str(number)
    wide = float(number)
    for digits in range(1, 17):
        text = float(f"{wide:.{digits}g}")
        if not np.isfinite(wide) or _same(text, number, dtype):
            return repr(text)
    return repr(wide)


def two_texts(one: Any, other: Any, dtype: np.dtype[Any]) -> tuple[str, str]:
    """Two numbers of `dtype`, with as many digits as show that they are not the same."""
    exact = shortest(one, dtype), shortest(other, dtype)
    short = f"{one:.6g}", f"{other:.6g}"
    return exact if short[0] == short[1] or len("".join(exact)) < len("".join(short)) else short


def aligned(blocks: Sequence[Array], apart: Array | None = None) -> list[Texts]:
    """The cells of 2-D arrays as texts of one width, with the same decimals.

    Where `apart` is true the first two are not the same, and do not look so.
    """
    exact = [[[shortest(cell, block.dtype) for cell in row] for row in block] for block in blocks]
    texts = exact
    if all(block.dtype.kind not in "biuc" for block in blocks):
        cells = [cell for block in exact for row in block for cell in row]
        form = "e" if _has_exponent(blocks) else "f"
        most = min(_MOST_DECIMALS, max((_decimals(cell, form) for cell in cells), default=1))
        for decimals in range(min(most, _DECIMALS), _MOST_DECIMALS + 1):
            texts = [_rounded(block, f".{decimals}{form}") for block in blocks]
            if apart is None or not _look_alike(texts, apart):
                break
    width = max((len(cell) for block in texts for row in block for cell in row), default=0)
    return [[[cell.rjust(width) for cell in row] for row in block] for block in texts]


def _same(text: float, number: Any, dtype: np.dtype[Any]) -> bool:
    with np.errstate(all="ignore"):
        return bool(dtype.type(text) == dtype.type(number))


def _decimals(text: str, form: str) -> int:
    """How many digits a number has behind its point in that form, at least one."""
    digits, _, exponent = text.partition("e")
    if form == "e":
        return max(len(re.sub(r"\D", "", digits).strip("0")) - 1, 1)
    return max(len(digits.partition(".")[2]) - int(exponent or 0), 1)


def _rounded(block: Array, form: str) -> Texts:
    # What rounds to zero has no sign.
    return [[re.sub(r"^-(?=[0.]+$)", "", f"{float(cell):{form}}") for cell in row] for row in block]


def _has_exponent(blocks: Sequence[Array]) -> bool:
    sizes = np.concatenate([np.abs(block.astype(np.float64)).reshape(-1) for block in blocks])
    sizes = sizes[np.isfinite(sizes) & (sizes > 0)]
    return bool(sizes.size) and bool(sizes.max() >= _LARGE or np.median(sizes) < _SMALL)


def _look_alike(texts: Sequence[Texts], apart: Array) -> bool:
    """Whether two cells that are not the same look so."""
    rows = zip(texts[0], texts[1], apart, strict=True)
    return any(differ and a == b for one, other, where in rows for a, b, differ in zip(one, other, where, strict=True))
