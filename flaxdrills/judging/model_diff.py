"""Two models side by side: what belongs together, and where they differ. A part with another name is the same part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flaxdrills.judging.model_description import Model, ModelPart, PartKind, Primitives

PartPath = tuple[int, ...]
"""Which part of a model: its number among the outermost, its number in that one, and so on."""


class PartMatch(StrEnum):
    """How a part is to the one that it belongs to."""

    SAME = "same"
    RENAMED = "named differently"
    INSIDE = "something in it differs"
    DIFFERS = "differs"
    UNMATCHED = "not in the other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two parts differ."""

    what: str
    yours: str
    reference: str


@dataclass(frozen=True, slots=True)
class PartComparison:
    """A part beside the one that it belongs to."""

    match: PartMatch
    other: PartPath | None = None
    """Where that one is in the other model; None where there is none."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelDiff:
    """Every part of two models, by its path."""

    yours: dict[PartPath, PartComparison] = field(default_factory=dict)
    reference: dict[PartPath, PartComparison] = field(default_factory=dict)

    @property
    def is_alike(self) -> bool:
        """Whether nothing differs but names."""
        both = (*self.yours.values(), *self.reference.values())
        return all(comparison.match in (PartMatch.SAME, PartMatch.RENAMED) for comparison in both)


def diff_models(yours: Model, reference: Model) -> ModelDiff:
    """What belongs together: parts with the same name first, then those that look alike, then those of a type."""
    diff = ModelDiff()
    _compare_all(diff, yours.parts, reference.parts, (), ())
    return diff


def shape_text(part: ModelPart) -> str:
    """Its dtype and shape, such as "float32[3, 8]"; "" for what has none."""
    return "" if part.shape is None else f"{part.dtype}{list(part.shape)}"


@dataclass(frozen=True, slots=True)
class PrimitiveCount:
    """How often a primitive is in both jaxprs."""

    name: str
    yours: int
    reference: int


def primitive_counts(yours: Primitives, reference: Primitives) -> tuple[PrimitiveCount, ...]:
    """Every primitive of either, those that differ first."""
    mine, theirs = dict(yours.counts), dict(reference.counts)
    rows = [PrimitiveCount(name, mine.get(name, 0), theirs.get(name, 0)) for name in sorted({*mine, *theirs})]
    return tuple(sorted(rows, key=lambda row: row.yours == row.reference))


def _compare_all(
    diff: ModelDiff, yours: Sequence[ModelPart], reference: Sequence[ModelPart], here: PartPath, there: PartPath
) -> bool:
    """Compare what is in two parts; returns whether anything but names differs."""
    partners = _partners(yours, reference)
    differs = False
    for number, part in enumerate(yours):
        other = partners.get(number)
        if other is None:
            _note_unmatched(diff.yours, part, (*here, number))
            differs = True
        else:
            differs |= _compare(diff, part, reference[other], (*here, number), (*there, other))
    taken = set(partners.values())
    for number, part in enumerate(reference):
        if number not in taken:
            _note_unmatched(diff.reference, part, (*there, number))
            differs = True
    return differs


def _compare(diff: ModelDiff, yours: ModelPart, reference: ModelPart, here: PartPath, there: PartPath) -> bool:
    differences = tuple(_differences(yours, reference))
    inside = _compare_all(diff, yours.parts, reference.parts, here, there)
    match = PartMatch.SAME
    if differences:
        match = PartMatch.DIFFERS
    elif inside:
        match = PartMatch.INSIDE
    elif (yours.name, yours.type) != (reference.name, reference.type):
        match = PartMatch.RENAMED
    diff.yours[here] = PartComparison(match, there, differences)
    diff.reference[there] = PartComparison(match, here, differences)
    return bool(differences) or inside


def _note_unmatched(side: dict[PartPath, PartComparison], part: ModelPart, path: PartPath) -> None:
    side[path] = PartComparison(PartMatch.UNMATCHED)
    for number, inner in enumerate(part.parts):
        _note_unmatched(side, inner, (*path, number))


def _partners(yours: Sequence[ModelPart], reference: Sequence[ModelPart]) -> dict[int, int]:
    """Which of `reference` belongs to which of `yours`, by number."""
    partners: dict[int, int] = {}
    keys: tuple[Callable[[ModelPart], Hashable], ...] = (
        lambda part: (part.name, _content(part)),
        lambda part: (part.name, part.base),
        lambda part: part.name,
        _content,
        lambda part: (part.kind, part.base),
    )
    for key in keys:
        free = defaultdict(list)
        for number, part in enumerate(reference):
            if number not in partners.values():
                free[key(part)].append(number)
        for number, part in enumerate(yours):
            if number not in partners and free[key(part)]:
                partners[number] = free[key(part)].pop(0)
    return partners


def _content(part: ModelPart) -> Hashable:
    """What it is, whatever it is called, and what is in it."""
    return part.kind, part.base, part.shape, part.dtype, tuple(sorted(hash(_content(inner)) for inner in part.parts))


def _differences(yours: ModelPart, reference: ModelPart) -> list[Difference]:
    found = []

    def note(what: str, mine: str, theirs: str) -> None:
        if mine != theirs:
            found.append(Difference(what, mine or "none", theirs or "none"))

    if yours.base != reference.base:
        note("type", yours.type, reference.type)
    if PartKind.SHARED in (yours.kind, reference.kind):
        note("shared", _shared(yours), _shared(reference))
        return found
    note("shape", _shape(yours), _shape(reference))
    note("dtype", yours.dtype, reference.dtype)
    note("sharding", yours.sharding, reference.sharding)
    theirs = dict(reference.facts)
    for name, value in yours.facts:
        if name in theirs:
            note(name, value, theirs[name])
    return found


def _shape(part: ModelPart) -> str:
    return "" if part.shape is None else str(part.shape)


def _shared(part: ModelPart) -> str:
    return "is elsewhere, too" if part.kind is PartKind.SHARED else "is only here"
