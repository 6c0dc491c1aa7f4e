"""What relates a wrong result to the expected one, in a sentence, where that can be told.

A relation is only said where it is unlikely to hold by accident: any two numbers differ by a constant and by a
factor, and few values make every rearrangement look like another. Silence is always right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from flaxdrills.system.english import with_article
from flaxdrills.worker.compare.closeness import Array, Tolerance, wide
from flaxdrills.worker.compare.difference_in_words.missing_numbers import of_missing_numbers, of_one_kind
from flaxdrills.worker.compare.difference_in_words.offset_and_factor import of_amounts, of_rows
from flaxdrills.worker.compare.difference_in_words.other_shape import of_shapes
from flaxdrills.worker.compare.difference_in_words.reordering import of_order
from flaxdrills.worker.compare.difference_in_words.significance import distinctive
from flaxdrills.worker.compare.plain_values import Leaf, Node, Value, leaves

__all__ = ["Tolerance", "relation"]

_HUGE = 4_000_000
"""Above so many values nothing is looked for."""
_ENTRIES = 8
"""Containers of more entries are not permuted."""
_NO_VARIABLES = frozenset({"dict", "State", "Partitioned", "LogicallyPartitioned"})
"""Containers whose only entry may be called "value" as well, as that of an nnx.Variable of any type is."""


def relation(want: Value, have: Value, arguments: Mapping[str, Value], tolerance: Tolerance) -> str:
    """How `have`, which is wrong, came about from `want` or from the case's arguments; "" where it cannot be told."""
    if sum(leaf.array.size for value in (want, have) for leaf in leaves(value)) > _HUGE:
        return ""
    with np.errstate(all="ignore"):
        return (
            _unchanged(have, arguments)
            or _of_arrays(want, have, arguments, tolerance)
            or _of_containers(want, have, arguments, tolerance)
        )


def _of_containers(want: Value, have: Value, arguments: Mapping[str, Value], tolerance: Tolerance) -> str:
    if isinstance(want, Leaf) and isinstance(have, Node):
        return _packed_up(want, have, tolerance)
    if isinstance(want, Node) and isinstance(have, Leaf):
        if len(want.children) == 1 and _same(want.children[0], have, tolerance):
            return f"The value is right, and should be in {with_article(want.kind)} of one."
        return ""
    if not (isinstance(want, Node) and isinstance(have, Node)):
        return ""
    if want.kind != have.kind:
        if {want.kind, have.kind} <= {"tuple", "list"} and _same_children(want, have.children, tolerance):
            kinds = f"{with_article(have.kind)} and not {with_article(want.kind)}"
            return f"The entries are right; only the container is {kinds}."
        return ""
    if want.names != have.names:
        return ""
    if want.kind in ("tuple", "list") and _reordered(want, have, tolerance):
        return "The two entries are swapped." if len(want.children) == 2 else "The entries are in a different order."
    for name, a, b in zip(want.names, want.children, have.children, strict=True):
        if not _same(a, b, tolerance):
            found = relation(a, b, arguments, tolerance)
            return _placed(name, found)
    return ""


def _placed(name: str, found: str) -> str:
    """`found`, said of the entry of that name: "At [model][norm]: ..."."""
    if found.startswith("At ["):
        return f"At [{name}]{found.removeprefix('At ')}"
    return f"At [{name}]: {found}" if found else ""


def _packed_up(want: Leaf, have: Node, tolerance: Tolerance) -> str:
    children = have.children
    if len(children) == 1 and _same(want, children[0], tolerance):
        return _alone_in(have)
    if want.array.ndim and len(children) == len(want.array):
        rows = [Leaf(row) for row in want.array]
        if all(_same(row, child, tolerance) for row, child in zip(rows, children, strict=True)):
            return f"The values are right; they are in {with_article(have.kind)} and not in one array."
    places = [name for name, child in zip(have.names, children, strict=True) if _same(want, child, tolerance)]
    if len(places) == 1 and distinctive(want.array):
        return f"What is expected is only the entry [{places[0]}] of what was returned."
    return ""


def _alone_in(have: Node) -> str:
    if have.kind == "tuple":
        return "The value is right, but it is in a tuple of one: a comma at the end of a line makes one."
    if have.names == ("value",) and have.kind not in _NO_VARIABLES:
        return f"The value is right; the task wants what the {have.kind} holds (`[...]`), and not the {have.kind}."
    return f"The value is right, but it is the only entry of {with_article(have.kind)}."


def _reordered(want: Node, have: Node, tolerance: Tolerance) -> bool:
    """Whether some other order of the entries is right, and only one is."""
    count = len(want.children)
    if not 2 <= count <= _ENTRIES or not all(distinctive(leaf.array) for leaf in leaves(want)):
        return False
    matches = [[_same(a, b, tolerance) for b in have.children] for a in want.children]
    return all(sum(row) == 1 for row in matches) and all(sum(column) == 1 for column in zip(*matches, strict=True))


def _of_arrays(want: Value, have: Value, arguments: Mapping[str, Value], tolerance: Tolerance) -> str:
    if not (isinstance(want, Leaf) and isinstance(have, Leaf)):
        return ""
    if want.key or have.key or not want.array.size or not have.array.size:
        return ""
    a, b = wide(want.array), wide(have.array)
    if a.shape != b.shape:
        return of_one_kind(a, b) or of_shapes(a, b, tolerance)
    if want.array.dtype != have.array.dtype and not have.weak:
        if tolerance.fits(a, b):
            return "The values are right; only the dtype is different."
        if have.array.dtype.kind in "iu" and tolerance.fits(np.trunc(a.real), b):
            return "The values are the expected ones cut to whole numbers."
    if want.array.dtype == have.array.dtype == np.bool_:
        return _of_truths(want.array, have.array)
    return (
        of_one_kind(a, b)
        or of_missing_numbers(a, b, tolerance)
        or of_order(a, b, tolerance)
        or of_amounts(a, b, arguments, tolerance)
        or of_rows(a, b, tolerance)
    )


def _unchanged(have: Value, arguments: Mapping[str, Value]) -> str:
    """A sentence where `have` is one of the arguments, to the bit, and could not be by accident."""
    if not any(distinctive(leaf.array) for leaf in leaves(have)):
        return ""
    names = [name for name, argument in arguments.items() if _identical(argument, have)]
    return f"What was returned is the argument {names[0]}, unchanged." if len(names) == 1 else ""


def _of_truths(a: Array, b: Array) -> str:
    if a.size >= 4 and a.any() and not a.all() and bool((a != b).all()):
        return "True and False are swapped."
    return ""


def _same(want: Value, have: Value, tolerance: Tolerance) -> bool:
    if isinstance(want, Leaf) and isinstance(have, Leaf):
        return want.key == have.key and tolerance.fits(wide(want.array), wide(have.array))
    if isinstance(want, Node) and isinstance(have, Node):
        return (want.kind, want.names) == (have.kind, have.names) and _same_children(want, have.children, tolerance)
    return False


def _same_children(want: Node, have: Sequence[Value], tolerance: Tolerance) -> bool:
    return len(want.children) == len(have) and all(
        _same(a, b, tolerance) for a, b in zip(want.children, have, strict=True)
    )


def _identical(one: Value, other: Value) -> bool:
    if isinstance(one, Leaf) and isinstance(other, Leaf):
        return one.array.shape == other.array.shape and bool((one.array == other.array).all())
    if isinstance(one, Node) and isinstance(other, Node):
        return one.names == other.names and all(map(_identical, one.children, other.children))
    return False
