"""Two models side by side: what belongs together, and where they differ. A part with another name is the same part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flaxdrills.model import Kind, Model, Part, Primitives

Place = tuple[int, ...]
"""Which part of a model: its number among the outermost, its number in that one, and so on."""


class Mark(StrEnum):
    """How a part is to the one that it belongs to."""

    SAME = "same"
    RENAMED = "named differently"
    INSIDE = "something in it differs"
    DIFFERS = "differs"
    ALONE = "not in the other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two parts differ."""

    what: str
    yours: str
    reference: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A part beside the one that it belongs to."""

    mark: Mark
    other: Place | None = None
    """Where that one is in the other model; None where there is none."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Every part of two models, by place."""

    yours: dict[Place, Likeness] = field(default_factory=dict)
    reference: dict[Place, Likeness] = field(default_factory=dict)

    @property
    def is_alike(self) -> bool:
        """Whether nothing differs but names."""
        both = (*self.yours.values(), *self.reference.values())
        return all(likeness.mark in (Mark.SAME, Mark.RENAMED) for likeness in both)


def paired(yours: Model, reference: Model) -> Pairing:
    """What belongs together: parts with the same name first, then those that look alike, then those of a type."""
    pairing = Pairing()
    _pair_all(pairing, yours.parts, reference.parts, (), ())
    return pairing


def shape_text(part: Part) -> str:
    """Its dtype and shape, such as "float32[3, 8]"; "" for what has none."""
    return "" if part.shape is None else f"{part.dtype}{list(part.shape)}"


@dataclass(frozen=True, slots=True)
class Row:
    """How often a primitive is in both jaxprs."""

    name: str
    yours: int
    reference: int


def rows_of(yours: Primitives, reference: Primitives) -> tuple[Row, ...]:
    """Every primitive of either, those that differ first."""
    mine, theirs = dict(yours.counts), dict(reference.counts)
    rows = [Row(name, mine.get(name, 0), theirs.get(name, 0)) for name in sorted({*mine, *theirs})]
    return tuple(sorted(rows, key=lambda row: row.yours == row.reference))


def _pair_all(pairing: Pairing, yours: Sequence[Part], reference: Sequence[Part], here: Place, there: Place) -> bool:
    """Pair what is in two parts; returns whether anything but names differs."""
    partners = _partners(yours, reference)
    differs = False
    for number, part in enumerate(yours):
        other = partners.get(number)
        if other is None:
            _leave_alone(pairing.yours, part, (*here, number))
            differs = True
        else:
            differs |= _pair(pairing, part, reference[other], (*here, number), (*there, other))
    taken = set(partners.values())
    for number, part in enumerate(reference):
        if number not in taken:
            _leave_alone(pairing.reference, part, (*there, number))
            differs = True
    return differs


def _pair(pairing: Pairing, yours: Part, reference: Part, here: Place, there: Place) -> bool:
    differences = tuple(_differences(yours, reference))
    inside = _pair_all(pairing, yours.parts, reference.parts, here, there)
    mark = Mark.SAME
    if differences:
        mark = Mark.DIFFERS
    elif inside:
        mark = Mark.INSIDE
    elif (yours.name, yours.type) != (reference.name, reference.type):
        mark = Mark.RENAMED
    pairing.yours[here] = Likeness(mark, there, differences)
    pairing.reference[there] = Likeness(mark, here, differences)
    return bool(differences) or inside


def _leave_alone(side: dict[Place, Likeness], part: Part, place: Place) -> None:
    side[place] = Likeness(Mark.ALONE)
    for number, inner in enumerate(part.parts):
        _leave_alone(side, inner, (*place, number))


def _partners(yours: Sequence[Part], reference: Sequence[Part]) -> dict[int, int]:
    """Which of `reference` belongs to which of `yours`, by number."""
    partners: dict[int, int] = {}
    keys: tuple[Callable[[Part], Hashable], ...] = (
        lambda part: (part.name, _looks(part)),
        lambda part: (part.name, part.base),
        lambda part: part.name,
        _looks,
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


def _looks(part: Part) -> Hashable:
    """What it is, whatever it is called, and what is in it."""
    return part.kind, part.base, part.shape, part.dtype, tuple(sorted(hash(_looks(inner)) for inner in part.parts))


def _differences(yours: Part, reference: Part) -> list[Difference]:
    found = []

    def note(what: str, mine: str, theirs: str) -> None:
        if mine != theirs:
            found.append(Difference(what, mine or "none", theirs or "none"))

    if yours.base != reference.base:
        note("type", yours.type, reference.type)
    if Kind.AGAIN in (yours.kind, reference.kind):
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


def _shape(part: Part) -> str:
    return "" if part.shape is None else str(part.shape)


def _shared(part: Part) -> str:
    return "stands elsewhere, too" if part.kind is Kind.AGAIN else "stands only here"
