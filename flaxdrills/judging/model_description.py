"""What a run built or returned, as a tree of plain values; what its function does, as counts; where arrays lie."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What a part of a model is."""

    MODULE = "module"
    VARIABLE = "variable"
    """An nnx.Variable, or an entry of a Linen collection."""
    ARRAY = "array"
    """Without a variable around it."""
    COLLECTION = "collection"
    CONTAINER = "container"
    VALUE = "value"
    """Anything else."""
    SHARED = "again"
    """Something that stands elsewhere in the tree, too."""


@dataclass(frozen=True, slots=True)
class ModelPart:
    """One thing in a model, and all that is in it."""

    name: str
    """The attribute, key or index under which it is found."""
    kind: PartKind
    type: str = ""
    base: str = ""
    """The nearest class that a library defines; where the solution defines none of its own, the same as the type."""
    shape: tuple[int, ...] | None = None
    dtype: str = ""
    is_param: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    """What else is known of it, such as the hyperparameters of a module."""
    sharding: str = ""
    """How it is laid out over several devices; "" on one."""
    parts: tuple[ModelPart, ...] = ()
    left_out: int = 0
    """How many more things are in it than are told."""

    @property
    def size(self) -> int:
        """How many numbers it holds itself."""
        return math.prod(self.shape) if self.shape is not None else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How an array lies on several devices."""

    path: str
    shape: tuple[int, ...]
    sharding: str
    drawing: str
    """A drawing of text, some lines; or why there is none."""


@dataclass(frozen=True, slots=True)
class Model:
    """What a run built or returned."""

    parts: tuple[ModelPart, ...] = ()
    layouts: tuple[Layout, ...] = ()
    """Of arrays on several devices, one for all that are laid out alike."""


@dataclass(frozen=True, slots=True)
class Primitives:
    """What the jaxpr of a function is made of."""

    counts: tuple[tuple[str, int], ...] = ()
    """By name, inner equations included."""
    fault: str = ""
    """Why there is no jaxpr."""

    @property
    def total(self) -> int:
        """How many equations there are."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many numbers there are in variables."""

    parameters: int
    others: int
    is_cut: bool
    """Whether something was left out, so that there are more."""


def totals(*parts: ModelPart) -> Totals:
    """What these hold, each variable once."""
    parameters = others = 0
    is_cut = False
    for part in every(*parts):
        is_cut = is_cut or part.left_out > 0
        if part.is_param:
            parameters += part.size
        elif part.kind is PartKind.VARIABLE:
            others += part.size
    return Totals(parameters, others, is_cut)


def every(*parts: ModelPart) -> Iterator[ModelPart]:
    """These and all that is in them, outermost first."""
    for part in parts:
        yield part
        yield from every(*part.parts)
