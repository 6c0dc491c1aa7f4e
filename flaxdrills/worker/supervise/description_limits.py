"""What is told after a verdict, within bounds: what the learner's process says of itself may be anything."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaxdrills.judging import picture
from flaxdrills.judging.events import Described, Drawn, Traced
from flaxdrills.judging.model_description import Layout, Model, ModelPart, Primitives
from flaxdrills.judging.picture import Picture, Series
from flaxdrills.system.sanitize import visible

PARTS = 400
"""How many parts of a model are told."""
WIDTH = 100
"""How many of what is in one part are told."""
DEPTH = 16
"""How far inwards they are told."""
FACTS = 16
"""How many facts of a part are told."""
NAME = 80
"""The most characters of a name, or of a fact."""
LAYOUTS = 8
"""How many layouts of arrays are told."""

_CHARACTERS = 100_000
"""Of a model, all names and facts together: two models are far shorter than the longest line that is read."""
_DRAWING = 2000
_AXES = 16
_PRIMITIVES = 200


def fit_described(event: Described) -> Described:
    """`event` within bounds."""
    return Described(_Bounds().line(event.case), _fit_model(event.yours), _fit_model(event.reference))


def fit_traced(event: Traced) -> Traced:
    """`event` within bounds."""
    return Traced(_fit_primitives(event.yours), _fit_primitives(event.reference))


def fit_drawn(event: Drawn) -> Drawn:
    """`event` within bounds."""
    line = _Bounds().line
    drawn = event.picture
    rows = tuple(Series(line(row.name, picture.NAME), row.values[: picture.VALUES]) for row in drawn.rows)
    return Drawn(Picture(drawn.kind, line(drawn.title), rows[: picture.SERIES]))


@dataclass(slots=True)
class _Bounds:
    """How much more of one model is told."""

    parts: int = PARTS
    characters: int = _CHARACTERS

    def line(self, text: str, limit: int = NAME) -> str:
        """`text` as one line that is safe to show."""
        shown = self.text(text, limit)
        return shown.replace("\n", "\\n").replace("\t", "\\t")

    def text(self, text: str, limit: int) -> str:
        """`text` safe to show."""
        room = min(limit, self.characters)
        shown = visible(text if len(text) <= room else f"{text[:room]}…")
        self.characters = max(self.characters - len(shown), 0)
        return shown


def _fit_model(model: Model) -> Model:
    room = _Bounds()
    parts, _ = _fit_parts(model.parts, room, 0)
    return Model(parts, tuple(_fit_layout(layout, room) for layout in model.layouts[:LAYOUTS]))


def _fit_parts(parts: tuple[ModelPart, ...], room: _Bounds, depth: int) -> tuple[tuple[ModelPart, ...], int]:
    """Those for which there is room, and how many there are more."""
    kept = []
    for part in parts[:WIDTH] if depth < DEPTH else ():
        if room.parts <= 0:
            break
        room.parts -= 1
        kept.append(_fit_part(part, room, depth))
    return tuple(kept), len(parts) - len(kept)


def _fit_part(part: ModelPart, room: _Bounds, depth: int) -> ModelPart:
    inner, left_out = _fit_parts(part.parts, room, depth + 1)
    return replace(
        part,
        name=room.line(part.name),
        type=room.line(part.type),
        base=room.line(part.base),
        shape=None if part.shape is None else _fit_shape(part.shape),
        dtype=room.line(part.dtype),
        facts=tuple((room.line(name), room.line(value)) for name, value in part.facts[:FACTS]),
        sharding=room.line(part.sharding),
        parts=inner,
        left_out=max(part.left_out, 0) + left_out,
    )


def _fit_layout(layout: Layout, room: _Bounds) -> Layout:
    return Layout(
        room.line(layout.path, 4 * NAME),
        _fit_shape(layout.shape),
        room.line(layout.sharding),
        room.text(layout.drawing, _DRAWING),
    )


def _fit_shape(shape: tuple[int, ...]) -> tuple[int, ...]:
    # A number of JSON may have thousands of digits.
    return tuple(min(max(length, 0), 2**62) for length in shape[:_AXES])


def _fit_primitives(primitives: Primitives) -> Primitives:
    room = _Bounds()
    counts = tuple((room.line(name), min(max(count, 0), 2**62)) for name, count in primitives.counts[:_PRIMITIVES])
    return Primitives(counts, room.line(primitives.fault, 4 * NAME))
