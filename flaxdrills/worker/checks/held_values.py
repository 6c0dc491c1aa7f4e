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
from flaxdrills.worker.compare.closeness import Array, fits, holds_numbers, wide
from flaxdrills.worker.compare.number_texts import shortest
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import Created, is_traced, leaves_of

RTOL = 1e-5
ATOL = 1e-6

_SHOWN = 12
"""So many numbers are shown one by one."""
_PLAIN = (bool, int, float, complex, str, bytes, type(None))
"""What Python tells as it is written."""
_ARRAYS = (jax.Array, jax.ShapeDtypeStruct, np.ndarray, np.generic)
_ROUNDINGS = 8
"""How many units in the last place two ways to compute the same may lie apart."""


def numbers_in(value: Any) -> Array | None:
    """The numbers that `value` holds; None where it is no array of numbers, or nobody knows them."""
    if is_traced(value):
        return None
    array = heard(np.asarray, value).value
    return array if isinstance(array, np.ndarray) and holds_numbers(array.dtype) else None


def bits_in(value: Any) -> Array | None:
    """The same, and of a random key its data."""
    return numbers_in(jax.random.key_data(value) if is_key(value) and not is_traced(value) else value)


def equal(one: Any, other: Any) -> bool:
    """Whether `one == other`, whatever these are: what raises, or says neither, is not."""
    return one is other or heard(lambda: bool(one == other)).value is True


def same(one: Any, other: Any) -> bool:
    """Whether two trees of arrays are equal to the bit, NaN like NaN."""
    ones, others = leaves_of(one), leaves_of(other)
    return len(ones) == len(others) and all(
        not (is_traced(a) or is_traced(b)) and _same(a, b) for a, b in zip(ones, others, strict=True)
    )


def _same(one: Any, other: Any) -> bool:
    have, want = bits_in(one), bits_in(other)
    if have is None or want is None:
        return type(one) is type(other) and equal(one, other)
    return have.shape == want.shape and np.array_equal(have, want, equal_nan=_floating(have))


def unmoved(before: Any, now: Any) -> bool:
    """Whether two outputs are the same up to rounding: adding something and taking it away again moves nothing."""
    ones, others = leaves_of(before), leaves_of(now)
    return len(ones) == len(others) and all(
        not (is_traced(a) or is_traced(b)) and _unmoved(a, b) for a, b in zip(ones, others, strict=True)
    )


def _unmoved(one: Any, other: Any) -> bool:
    before, now = bits_in(one), bits_in(other)
    if before is None or now is None:
        return _same(one, other)
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
    have, want = numbers_in(array), numbers_in(value)
    if have is None or want is None:
        return False
    try:
        wanted = wide(np.broadcast_to(want, have.shape))
    except ValueError:  # another shape
        return False
    return not np.isnan(wanted).any() and fits(wanted, wide(have), rtol, atol)


def nearly(ours: Any, theirs: Any, rtol: float, atol: float) -> bool:
    """Whether two outputs are equal up to what another order of the same sums does."""
    ones, others = leaves_of(ours), leaves_of(theirs)
    return len(ones) == len(others) and all(
        same(one, other) or close(one, other, max(rtol, 1e-4), max(atol, 1e-5))
        for one, other in zip(ones, others, strict=True)
    )


def shape_of(value: Any) -> tuple[int, ...] | None:
    """The shape of `value`; None where it is no array."""
    return getattr(value, "shape", None) if isinstance(value, _ARRAYS) or is_traced(value) else None


def is_array(value: Any) -> bool:
    """Whether `value` is an array of numbers, known or not."""
    return shape_of(value) is not None and (is_traced(value) or numbers_in(value) is not None)


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
    found = [bits_in(leaf) for leaf in leaves_of(output)]
    numbers = [number for leaf in found if leaf is not None for number in np.ravel(leaf)]
    if any(leaf is None for leaf in found):
        return output
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
        return "jax array that was donated or deleted" if is_gone(value) else "jax array"
    if isinstance(value, np.ndarray):
        return "NumPy array" if holds_numbers(value.dtype) else f"NumPy array of dtype {value.dtype}"
    if isinstance(value, type):
        return "class"
    return type(value).__name__


def is_gone(value: Any) -> bool:
    """Whether `value` is an array whose values were donated or deleted."""
    return isinstance(value, jax.Array) and not isinstance(value, jax.core.Tracer) and value.is_deleted()


def raw_kind(value: Any) -> str:
    """What something without a wrapper is: an array or a Python value."""
    return "array" if isinstance(value, jax.Array | np.ndarray) else "Python value"


def short(value: Any, precision: int = 4) -> str:
    """The numbers of `value` in one line; what is no array of numbers is told as Python does, or by its kind."""
    array = numbers_in(value)
    if array is None:
        return " ".join(reprlib.repr(value).split()) if type(value) in _PLAIN else with_article(kind_name(value))
    if array.dtype.kind == "V":  # bfloat16 and its like, with the digits that they have
        digits = [float(shortest(number, array.dtype)) for number in array.reshape(-1)]
        array = np.array(digits).reshape(array.shape)
    text = np.array2string(array, precision=precision, threshold=_SHOWN, edgeitems=2)
    return " ".join(text.split())


def held_and_wanted(held: Any, wanted: Any) -> str:
    """What something holds and should hold, for a message: "holds [1. 2.], and should hold [0. 0.]".

    `wanted` is broadcast to the shape of `held`. Of many numbers the first that differs is told.
    """
    read = bits_in if is_key(held) and is_key(wanted) else numbers_in
    have, want = read(held), read(wanted)
    if have is None or want is None:
        return _holds(held, wanted)
    try:
        want = np.broadcast_to(want, have.shape)
    except ValueError:  # another shape
        return _holds(held, wanted)
    differ = np.argwhere(~np.isclose(wide(have), wide(want), RTOL, ATOL, equal_nan=True))
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


def _floating(array: Array) -> bool:
    return np.issubdtype(array.dtype, np.inexact)
