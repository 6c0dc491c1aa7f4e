"""What is worth a word about a result that is right."""

from __future__ import annotations

from flaxdrills.worker.compare.plain_values import Leaf, Node, Value

_WEAK = (
    "{place} has a weak type: its dtype came from a Python number, as in jnp.array(0.0) or jnp.full(shape, 0.5). "
    "It takes the dtype of what it is combined with, and a jitted function is traced once more for it. "
    "jnp.zeros, jnp.full_like, or a dtype of your own choosing, make it an ordinary array."
)


def weak_type_note(want: Value, have: Value) -> str:
    """A note where a leaf of `have` has a weak type and its counterpart in `want` has none; "" elsewhere."""
    place = _weak_place(want, have)
    return "" if place is None else _WEAK.format(place=f"Your result at {place}" if place else "Your result")


def _weak_place(want: Value, have: Value) -> str | None:
    """Where the first such leaf stands."""
    if isinstance(want, Leaf) and isinstance(have, Leaf):
        return "" if have.gives_way and not want.gives_way and not want.weak else None
    if isinstance(want, Node) and isinstance(have, Node):
        for name, a, b in zip(want.names, want.children, have.children, strict=False):
            place = _weak_place(a, b)
            if place is not None:
                return f"[{name}]{place}"
    return None
