"""What variables, modules and results hold, told and compared."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.system.english import with_article
from flaxdrills.worker.compare.closeness import fits, wide
from flaxdrills.worker.compare.number_texts import shortest
from flaxdrills.worker.spy.recorder import Created, is_traced

RTOL = 1e-5
ATOL = 1e-6

_SHOWN = 12
"""So many numbers are shown one by one."""
_ROUNDINGS = 8
"""How many units in the last place two ways to compute the same may lie apart."""


def same(one: Any, other: Any) -> bool:
    """Whether two trees of arrays are equal to the bit, NaN like NaN."""
    ones, others = jax.tree.leaves(one), jax.tree.leaves(other)
    return len(ones) == len(others) and all(
        not (is_traced(a) or is_traced(b))
        and np.shape(a) == np.shape(b)
        and np.array_equal(as_numpy(a), as_numpy(b), equal_nan=_floating(a))
        for a, b in zip(ones, others, strict=True)
    )


def unmoved(before: Any, now: Any) -> bool:
    """Whether two outputs are the same up to rounding: adding something and taking it away again moves nothing."""
    ones, others = jax.tree.leaves(before), jax.tree.leaves(now)
    return len(ones) == len(others) and all(
        not (is_traced(a) or is_traced(b)) and _unmoved(as_numpy(a), as_numpy(b))
        for a, b in zip(ones, others, strict=True)
    )


def _unmoved(before: Any, now: Any) -> bool:
    if before.shape != now.shape:
        return False
    if not (_floating(before) and _floating(now)):
        return np.array_equal(before, now)
    # What went in has a size of about one, or of the output.
    size = max(1.0, float(np.max(np.abs(before), initial=0.0, where=np.isfinite(before))))
    limit = _ROUNDINGS * float(np.finfo(now.dtype).eps) * size
    return fits(wide(before), wide(now), 0.0, limit)


def close(array: Any, value: Any, rtol: float = RTOL, atol: float = ATOL) -> bool:
    """Whether `array` holds `value`, which is broadcast to its shape."""
    try:
        got = wide(np.asarray(array))
        wanted = wide(np.broadcast_to(np.asarray(value), got.shape))
        return not np.isnan(wanted).any() and fits(wanted, got, rtol, atol)
    except (TypeError, ValueError):  # ragged, not numbers, or another shape
        return False


def nearly(ours: Any, theirs: Any, rtol: float, atol: float) -> bool:
    """Whether two outputs are equal up to what another order of the same sums does."""
    ones, others = jax.tree.leaves(ours), jax.tree.leaves(theirs)
    return len(ones) == len(others) and all(
        same(one, other) or close(one, other, max(rtol, 1e-4), max(atol, 1e-5))
        for one, other in zip(ones, others, strict=True)
    )


def shape_of(value: Any) -> tuple[int, ...] | None:
    """The shape of `value`, or None where it has none."""
    return getattr(value, "shape", None)


def is_or_equals(one: Any, other: Any) -> bool:
    """Whether both are the same object or hold the same; what is traced is only itself."""
    if one is other:
        return True
    if one is None or other is None or is_traced(one) or is_traced(other):
        return False
    return same(one, other)


def still_holds(created: Created) -> bool:
    """Whether a variable holds what it was created with, as far as that is known."""
    now = created.variable.get_raw_value()
    return is_traced(now) or is_traced(created.value) or same(now, created.value)


def known_values(variables: Iterable[Any]) -> list[Any]:
    """What these hold, without the traced ones."""
    values = [raw_of(held) for held in variables]
    return [value for value in values if not is_traced(value)]


def raw_of(held: Any) -> Any:
    """What a variable holds; anything else as it is."""
    return held.get_raw_value() if isinstance(held, nnx.Variable) else held


def part_of(output: Any, part: int | None) -> Any:
    """One number of `output`, or all of it where there is no such number."""
    leaves = jax.tree.leaves(output)
    if any(is_traced(leaf) for leaf in leaves):
        return output
    numbers = [number for leaf in leaves for number in np.ravel(as_numpy(leaf))]
    return numbers if part is None or part >= len(numbers) else numbers[part]


def role(held: nnx.Variable[Any]) -> str:
    """The nearest class of flax's own, so that a learner's subclass is told by its role."""
    own = next(kind for kind in type(held).__mro__ if kind.__module__.startswith("flax."))
    return own.__name__


def is_key(value: Any) -> bool:
    """Whether `value` is a random key, or an array of them."""
    return isinstance(value, jax.Array) and bool(jnp.issubdtype(value.dtype, jax.dtypes.prng_key))


def kind_name(value: Any) -> str:
    """What a learner would call the kind of `value`."""
    if value is None:
        return "None"
    if is_key(value):
        return "random key"
    if isinstance(value, jax.Array):
        return "jax array"
    if isinstance(value, np.ndarray):
        return "NumPy array"
    return type(value).__name__


def raw_kind(value: Any) -> str:
    """What something without a wrapper is: an array or a Python value."""
    return "array" if isinstance(value, jax.Array | np.ndarray) else "Python value"


def short(value: Any, precision: int = 4) -> str:
    """The numbers of `value` in one line; what is no array of numbers is told as Python does."""
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):  # a random key, a ragged list
        return with_article(kind_name(value))
    if array.dtype.kind == "V":  # bfloat16 and its like, with the digits that they have
        digits = [float(shortest(number, array.dtype)) for number in array.reshape(-1)]
        array = np.array(digits).reshape(array.shape)
    if array.dtype.kind not in "biufc":
        return " ".join(reprlib.repr(value).split())
    text = np.array2string(array, precision=precision, threshold=_SHOWN, edgeitems=2)
    return " ".join(text.split())


def held_and_wanted(held: Any, wanted: Any) -> str:
    """What something holds and should hold, for a message: "holds [1. 2.], and should hold [0. 0.]".

    `wanted` is broadcast to the shape of `held`. Of many numbers the first that differs is told.
    """
    try:
        have = as_numpy(held)
        want = np.broadcast_to(as_numpy(wanted), have.shape)
        differ = np.argwhere(~np.isclose(wide(have), wide(want), RTOL, ATOL, equal_nan=True))
    except (TypeError, ValueError):  # other shapes, or not numbers
        return _holds(held, wanted)
    if have.size <= _SHOWN or len(differ) == 0:
        return _holds(have, want)
    place = tuple(differ[0].tolist())
    some = "all" if len(differ) == have.size else f"{len(differ):,} of {have.size:,}"
    where = f"holds {_told(have[place], 8)} at [{', '.join(map(str, place))}]"
    return f"{where}, and should hold {_told(want[place], 8)}; {some} numbers differ"


def _holds(have: Any, want: Any) -> str:
    """Both in one line each, with as many digits as show that they are not the same."""
    texts = _told(have, 4), _told(want, 4)
    one, other = texts if texts[0] != texts[1] else (_told(have, 8), _told(want, 8))
    return f"holds {one}, and should hold {other}"


def _told(value: Any, precision: int) -> str:
    text = short(value, precision)
    return f"{text}0" if text.endswith(".") else text


def _floating(value: Any) -> bool:
    return np.issubdtype(as_numpy(value).dtype, np.inexact)


def as_numpy(value: Any) -> np.ndarray[Any, Any]:
    """`value` for NumPy, which knows no random keys."""
    return np.asarray(jax.random.key_data(value) if is_key(value) else value)
