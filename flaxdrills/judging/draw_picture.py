"""Pictures as lines of text, without colour: one row tells itself from another by its mark."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence

from flaxdrills.judging.picture import Picture, PictureKind, Series

_SHADES = "·░▒▓█"
_MARKS = (("dot", "•"), (".", "."), ("x", "x"), ("+", "+"), ("o", "o"))
"""As plotext names them, and as they look: the first row, which is the learner's, is the clearest."""
_HEIGHT = 12
"""Lines of a curve, with its frame and title."""
_TICKS = 4
"""Numbers at each side of a curve, without its first."""
_BAR = "█"
_NO_PART = (0.0, 0.0, 0.0, 0.0)
"""What stands in for the places of a part that are missing."""


def drawn(picture: Picture, width: int) -> list[str]:
    """`picture` as lines of at most `width` columns (30 at the least)."""
    if not picture.is_drawable:
        return [picture.title, "(nothing that can be drawn)"]
    draw = {
        PictureKind.CURVE: _curve,
        PictureKind.HEAT: _heat,
        PictureKind.BARS: _bars,
        PictureKind.LAYOUT: _layout,
    }[picture.kind]
    return [line.rstrip() for line in (picture.title, *draw(picture.rows, max(width, 30)))]


def _curve(rows: Sequence[Series], width: int) -> Iterator[str]:
    # It takes a quarter of a second to import, and few reports have a picture.
    import plotext

    plotext.clear_figure()
    plotext.theme("clear")
    # Not by the terminal's size, which a worker has none of.
    plotext.limit_size(False, False)
    plotext.plotsize(width, _HEIGHT)
    steps = max(len(row.values) for row in rows)
    plotext.xticks(sorted({1 + round(part * (steps - 1) / _TICKS) for part in range(_TICKS + 1)}))
    finite = [value for row in rows for value in row.values if math.isfinite(value)]
    low, high = min(finite), max(finite)
    levels = sorted({low + (high - low) * part / _TICKS for part in range(_TICKS + 1)})
    plotext.yticks(levels, [f"{level:.3g}" for level in levels])
    # The first is drawn last: where all are alike, it is the one that is seen.
    for number, row in reversed(list(enumerate(rows))):
        points = [(at, value) for at, value in enumerate(row.values, 1) if math.isfinite(value)]
        if points:
            xs, ys = zip(*points, strict=True)
            plotext.plot(xs, ys, marker=_MARKS[number % len(_MARKS)][0])
    # Not in the frame, where it would hide the beginning.
    labels = (f"{_MARKS[number % len(_MARKS)][1] * 2} {_label(row)}" for number, row in enumerate(rows))
    yield from textwrap.wrap("   ".join(labels), width)
    yield from plotext.uncolorize(plotext.build()).splitlines()


def _label(row: Series) -> str:
    """Its name, and from where on it cannot be drawn, which is easily taken for its end."""
    lost = next((at for at, value in enumerate(row.values, 1) if not math.isfinite(value)), None)
    return row.name if lost is None else f"{row.name} ({row.values[lost - 1]} at {lost})"


def _heat(rows: Sequence[Series], width: int) -> Iterator[str]:
    finite = [value for row in rows for value in row.values if math.isfinite(value)]
    low, high = min(finite), max(finite)
    names = max(len(row.name) for row in rows)
    cells = max(len(row.values) for row in rows)
    # A cell is about as high as it is wide where there is room for two columns.
    wide = 2 if names + 1 + 2 * cells <= width else 1
    for row in rows:
        shades = (_shade(value, low, high) * wide for value in row.values)
        yield f"{row.name:<{names}} {''.join(shades)}"[:width]
    yield f"{' ' * names} {_SHADES[0]} {low:.3g}   {_SHADES[-1]} {high:.3g}"


def _shade(value: float, low: float, high: float) -> str:
    if not math.isfinite(value):
        return "?"
    share = (value - low) / (high - low) if high > low else 1.0
    return _SHADES[max(1, round(share * (len(_SHADES) - 1)))] if share else _SHADES[0]


def _bars(rows: Sequence[Series], width: int) -> Iterator[str]:
    values = [(row.name, row.values[0]) for row in rows if row.values and math.isfinite(row.values[0])]
    names = max(len(name) for name, _ in values)
    numbers = max(len(f"{value:.4g}") for _, value in values)
    most = max(abs(value) for _, value in values) or 1.0
    room = width - names - numbers - 2
    for name, value in values:
        yield f"{name:<{names}} {value:>{numbers}.4g} {_BAR * round(room * abs(value) / most)}"


def _layout(rows: Sequence[Series], width: int) -> Iterator[str]:
    """A box for each part, with its devices in it, and beside and above the boxes the indices that they hold."""
    parts = {}
    for row in rows:
        ends = tuple(end if math.isfinite(end) else 0.0 for end in (*row.values, *_NO_PART)[: len(_NO_PART)])
        parts[ends[:2], ends[2:]] = row.name
    down, across = sorted({place[0] for place in parts}), sorted({place[1] for place in parts})
    left = max(len(_span(*span)) for span in down)
    box = max(map(len, (*parts.values(), *(_span(*span) for span in across)))) + 2
    box = max(min(box, (width - left - 2) // max(len(across), 1) - 1), 1)
    yield (" " * (left + 2) + " ".join(f"{_span(*span):^{box}.{box}}" for span in across))[:width]
    for number, span in enumerate(down):
        yield _rule(left, box, len(across), "├┼┤" if number else "┌┬┐")[:width]
        cells = "│".join(f"{parts.get((span, column), ''):^{box}.{box}}" for column in across)
        yield f"{_span(*span):>{left}} │{cells}│"[:width]
    yield _rule(left, box, len(across), "└┴┘")[:width]


def _rule(left: int, box: int, boxes: int, ends: str) -> str:
    return " " * (left + 1) + ends[0] + ends[1].join(["─" * box] * boxes) + ends[2]


def _span(begin: float, end: float) -> str:
    """Indices as they are written."""
    return f"{begin:.0f}:{end:.0f}"
