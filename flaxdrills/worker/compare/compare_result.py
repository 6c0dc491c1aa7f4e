"""Whether a result is the reference's, and if not, where they part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from flaxdrills.judging.events import CheckKind, CheckResult
from flaxdrills.system.english import with_article
from flaxdrills.worker.compare.closeness import Tolerance
from flaxdrills.worker.compare.difference_in_words import relation
from flaxdrills.worker.compare.number_texts import two_texts
from flaxdrills.worker.compare.plain_values import Leaf, Node, Opaque, Value, leaves, outline
from flaxdrills.worker.compare.shown_values import compared_lines, input_lines, outline_lines, placed, value_lines

_SAMPLES = 16
"""How many numbers of each array a sketch holds."""

_SKETCHED = 4096
"""How many numbers a sketch holds at most."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case must return, as the reference returned it before the learner's file was loaded."""

    name: str
    value: Value
    tolerance: Tolerance
    arguments: Mapping[str, Value] = field(default_factory=dict)
    """By name."""


def compare(expected: Expected, got: Value) -> CheckResult:
    """The result of a case: structure, shape, dtype and values of `got` against the expected ones.

    When a value is right is told by Tolerance.
    """
    want = expected.value
    message = ""
    if fault := _structure_fault(want, got, ""):
        # The numbers of what has another shape are only in the way: what stands behind an empty line is folded.
        folded = [*value_lines(want, got), *input_lines(expected.arguments)]
        message = "\n".join((fault, *_related(expected, got), *outline_lines(want, got), "", *folded))
    elif fault := next(filter(None, _value_faults(want, got, expected.tolerance)), ""):
        values = compared_lines(want, got, expected.tolerance)
        message = "\n".join((fault, *_related(expected, got), *values, *input_lines(expected.arguments)))
    return CheckResult(
        expected.name, CheckKind.CASE, not fault, message, sketch(got), "" if not fault else outline(got)
    )


def _related(expected: Expected, got: Value) -> list[str]:
    related = relation(expected.value, got, expected.arguments, expected.tolerance)
    return [related] if related else []


def sketch(value: Value) -> tuple[float, ...]:
    """Some numbers of `value`, evenly spread: equal results have equal sketches."""
    numbers: list[float] = []
    for leaf in leaves(value):
        flat = leaf.array.reshape(-1)
        if flat.dtype.kind == "c":
            flat = flat.view(flat.real.dtype)
        if len(numbers) >= _SKETCHED:
            break
        if flat.size:
            places = np.unique(np.linspace(0, flat.size - 1, _SAMPLES).astype(int))
            numbers += [float(flat[place]) for place in places]
    return tuple(numbers)


def _structure_fault(want: Value, have: Value, place: str) -> str:
    at = f" at {place}" if place else ""
    if isinstance(have, Opaque):
        return f"{_noun(want)} is expected{at}, and {_noun(have)} was returned."
    if isinstance(want, Leaf) and isinstance(have, Leaf):
        if want.array.shape != have.array.shape:
            return f"The shape{at} should be {want.array.shape}, and is {have.array.shape}."
        if want.key != have.key or (want.array.dtype != have.array.dtype and not have.weak):
            return f"The dtype{at} should be {_dtype(want)}, and is {_dtype(have)}."
        return ""
    if isinstance(want, Node) and isinstance(have, Node) and want.kind == have.kind:
        if want.names != have.names:
            return f"The entries{at} should be {_listing(want.names)}, and are {_listing(have.names)}."
        faults = (
            _structure_fault(a, b, f"{place}[{name!r}]" if want.kind == "dict" else f"{place}[{name}]")
            for name, a, b in zip(want.names, want.children, have.children, strict=True)
        )
        return next(filter(None, faults), "")
    return f"{_noun(want)} is expected{at}, and {_noun(have)} was returned."


def _value_faults(want: Value, have: Value, tolerance: Tolerance) -> Iterator[str]:
    for (place, one), (_, other) in zip(placed(want), placed(have), strict=True):
        yield _value_fault(one, other, place, tolerance)


def _value_fault(want: Leaf, have: Leaf, place: str, tolerance: Tolerance) -> str:
    wide = np.complex128 if "c" in (want.array.dtype.kind, have.array.dtype.kind) else np.float64
    a, b = want.array.astype(wide), have.array.astype(wide)
    with np.errstate(all="ignore"):
        error = np.abs(b - a)
    right = tolerance.same(a, b)
    if bool(right.all()):
        return ""
    worst = np.where(right, -1.0, np.where(np.isnan(error), np.inf, error))
    index = np.unravel_index(int(np.argmax(worst)), worst.shape)
    where = place + (str([int(i) for i in index]) if index else "")
    wrong = int((~right).sum())
    count = f"{wrong} of {right.size} values are" if right.size > 1 else "The value is"
    largest = error[index]
    at = f" at {where}" if where else ""
    wanted, told = two_texts(a[index], b[index], want.array.dtype)
    if not np.isfinite(largest):
        return f"{count} wrong; the first{at} is {told} and should be {wanted}."
    if {want.array.dtype.kind, have.array.dtype.kind} <= set("iub"):
        # A share of a whole number, or how near is near enough, says nothing.
        return f"{count} wrong. Largest error {largest:.0f}{at}: {b[index]:.0f} in place of {a[index]:.0f}."
    relative = f" (relative {largest / abs(a[index]):.2g})" if a[index] else ""
    return (
        f"{count} wrong. Largest error {largest:.3g}{relative}{at}: "
        f"{told} in place of {wanted}; the limit there is {tolerance.limit(a[index]):.2g}."
    )


def _noun(value: Value) -> str:
    match value:
        case Leaf(array, weak, _):
            return "a Python number" if weak else f"an array of shape {array.shape}"
        case Node("tuple" | "list" as kind, _, children):
            return f"a {kind} of {len(children)}"
        case Node("NoneType", _, _):
            return "None"
        case Node(kind, _, _) | Opaque(kind):
            return with_article(kind)
    raise AssertionError(value)


def _dtype(leaf: Leaf) -> str:
    return "a PRNG key" if leaf.key else leaf.array.dtype.name


def _listing(names: tuple[str, ...]) -> str:
    return ", ".join(name or repr(name) for name in names) or "none"
