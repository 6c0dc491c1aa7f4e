"""Values as lines: the expected one and the learner's in the same columns, one row a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from flaxdrills.worker.compare.closeness import Array, Tolerance, wide
from flaxdrills.worker.compare.number_texts import aligned, shortest
from flaxdrills.worker.compare.plain_values import Leaf, Node, Opaque, Value, outline

_WIDTH = 52
"""How many characters a row has: a report stands beside the lesson in a terminal of 120 columns."""
_INLINE = 44
"""What has no more stands behind its label."""
_ROWS = 6
"""An array of more rows is not shown as a whole."""
_SHOWN_ROWS = 4
"""So many of its rows are shown."""
_COLUMNS = 24
"""So many numbers of a row are shown at most."""
_GAP = len(" … 9,999 more …")
"""What it takes to say what is left out of a row."""
_PARTS = 3
"""How many arrays of a container are shown."""
_ENTRIES = 8
"""A container of more is not outlined as a whole."""
_OUTLINE = 200
"""How many characters of a container's outline are shown."""

_EXPECTED, _GOT, _INPUT = (f"{label:10}" for label in ("expected", "got", "input"))


def compared_lines(want: Value, have: Value, tolerance: Tolerance) -> list[str]:
    """Both values, which have the same structure: of a container the arrays that are wrong, of large ones the rows."""
    if (one := _inline(want)) is not None and (other := _inline(have)) is not None:
        return [f"{_EXPECTED}{one}", f"{_GOT}{other}"]
    pairs = [
        (place, first, second, right)
        for (place, first), (_, second) in zip(placed(want), placed(have), strict=True)
        if not (right := tolerance.same(wide(first.array), wide(second.array))).all()
    ]
    lines = [
        line
        for place, first, second, right in pairs[:_PARTS]
        for line in _blocks([(f"{_EXPECTED}{place}", first), (f"{_GOT}{place}", second)], right)
    ]
    return [*lines, *_more(len(pairs) - _PARTS, "entries are wrong")]


def outline_lines(want: Value, have: Value) -> list[str]:
    """What both values are, without the numbers in their arrays."""
    pairs = ((_EXPECTED, want), (_GOT, have))
    return [f"{label}{_outline(value) if (text := _inline(value)) is None else text}" for label, value in pairs]


def value_lines(want: Value, have: Value) -> list[str]:
    """The numbers of both values, whose structures are not the same."""
    return [line for label, value in ((_EXPECTED, want), (_GOT, have)) for line in _value_lines(label, value)]


def input_lines(arguments: Mapping[str, Value]) -> list[str]:
    """The arguments of a case: what is short in one line, and each array with its rows under it."""
    texts = {name: _inline(value) for name, value in arguments.items()}
    short = ", ".join(f"{name}={text}" for name, text in texts.items() if text is not None)
    lines = [f"{_INPUT}{short}"] if short else []
    for name, value in arguments.items():
        if isinstance(value, Leaf) and texts[name] is None:
            lines += _blocks([(f"{_INPUT}{name}=", value)])
        elif texts[name] is None:
            lines.append(f"{_INPUT}{name}={_outline(value)}")
    return lines


def placed(value: Value, place: str = "") -> list[tuple[str, Leaf]]:
    """The leaves of `value`, each with its place, such as "[0][kernel]"."""
    if isinstance(value, Node):
        return [
            pair
            for name, child in zip(value.names, value.children, strict=True)
            for pair in placed(child, f"{place}[{name}]")
        ]
    return [(place, value)] if isinstance(value, Leaf) else []


def _inline(value: Value) -> str | None:
    """A value without arrays in a few words; None where that is not possible."""
    match value:
        case Leaf(array):
            return None if array.ndim else shortest(array[()], array.dtype)
        case Opaque(kind):
            return kind
        case Node("NoneType"):
            return "None"
        case Node(kind, names, children):
            texts = list(map(_inline, children[:_INLINE]))
            told = [text for text in texts if text is not None]
            if len(told) < len(children):
                return None
            if kind not in ("tuple", "list"):
                told = [f"{name}: {text}" for name, text in zip(names, told, strict=True)]
            text = f"{kind}({', '.join(told)})"
            return text if len(text) <= _INLINE else None


def _outline(value: Value) -> str:
    text = _short_outline(value)
    return text if len(text) <= _OUTLINE else f"{text[: _OUTLINE // 2]} … {text[-_OUTLINE // 2 :]}"


def _short_outline(value: Value) -> str:
    """The outline of `value`, of a large container only the first entries."""
    if not isinstance(value, Node) or value.kind == "NoneType":
        return outline(value)
    shown = value.children if len(value.children) <= _ENTRIES else value.children[: _ENTRIES // 2]
    more = [f"… {len(value.children) - len(shown):,} more …"] * (len(shown) < len(value.children))
    return f"{value.kind}({', '.join([*map(_short_outline, shown), *more])})"


def _value_lines(label: str, value: Value) -> list[str]:
    if (text := _inline(value)) is not None:
        return [f"{label}{text}"]
    parts = placed(value)
    lines = [line for place, leaf in parts[:_PARTS] for line in _blocks([(f"{label}{place}", leaf)])]
    return [*lines, *_more(len(parts) - _PARTS, "entries")]


def _blocks(labelled: Sequence[tuple[str, Leaf]], right: Array | None = None) -> list[str]:
    """An array, or two of the same shape, each behind its label.

    `right` says where the two are the same.
    """
    arrays = [leaf.array for _, leaf in labelled]
    heads = [
        f"{label} {outline(leaf)}" if label[-1] not in " =" else f"{label}{outline(leaf)}" for label, leaf in labelled
    ]
    shape = arrays[0].shape
    if not arrays[0].size:
        return heads
    if not shape:
        return [
            f"{label} {shortest(array[()], array.dtype)}" for (label, _), array in zip(labelled, arrays, strict=True)
        ]
    grids = [array.reshape(-1, shape[-1]) for array in arrays]
    wrong = None if right is None else ~right.reshape(grids[0].shape)
    count = len(grids[0])
    shown: Sequence[int] | Array = range(count)
    if count > _ROWS and wrong is not None:
        shown = np.flatnonzero(wrong.any(1))
        heads[0] += f", {len(shown):,} of {count:,} rows are wrong"
    rows = _cut(shown, _ROWS if count <= _ROWS else _SHOWN_ROWS, "rows")
    prefixes = _prefixes(rows, shape[:-1]) if count > _ROWS or len(shape) > 2 else [""] * len(rows)
    texts = _rows(grids, rows, wrong, _WIDTH - len(prefixes[0]))
    lines = []
    for head, block in zip(heads, texts, strict=True):
        if len(shape) == 1 and len(f"{head} {block[0]}") <= _INLINE + len(_INPUT):
            lines.append(f"{head} {block[0]}")
        else:
            lines += [head, *(f"  {prefix}{row}" for prefix, row in zip(prefixes, block, strict=True))]
    return lines


def _rows(grids: Sequence[Array], rows: Sequence[int | str], wrong: Array | None, width: int) -> list[list[str]]:
    """The rows of each grid as text that fits in `width`."""
    numbers = [row for row in rows if isinstance(row, int)]
    total = grids[0].shape[1]
    wrong = wrong if wrong is None else wrong[numbers]
    wanted = [] if wrong is None else [np.flatnonzero(row) for row in wrong]
    room = _COLUMNS
    while True:
        shown = _cut(range(total), room, "", wanted)
        places = [column for column in shown if isinstance(column, int)]
        parts = [grid[numbers][:, places] for grid in grids]
        cells = aligned(parts, None if wrong is None else wrong[:, places])
        wide_cell = len(cells[0][0][0]) + 1
        gaps = len(shown) - len(places)
        most = (width - 1 - gaps * _GAP) // wide_cell
        if len(places) <= most or room <= 2:
            break
        room = min(room - 1, max(most, 2))
    return [_lines(block, rows, shown) for block in cells]


def _lines(block: Sequence[Sequence[str]], rows: Sequence[int | str], columns: Sequence[int | str]) -> list[str]:
    made = iter(block)
    lines = []
    for row in rows:
        if isinstance(row, str):
            lines.append(row)
            continue
        cells = iter(next(made))
        lines.append(f"[{' '.join(column if isinstance(column, str) else next(cells) for column in columns)}]")
    return lines


def _cut(
    places: Sequence[int] | Array, room: int, what: str, wanted: Sequence[Sequence[int] | Array] = ()
) -> list[int | str]:
    """`places`, with words for what is left out of the middle.

    Where one of `wanted`, each some of the places, would not be seen at all, its first place is.
    """
    count = len(places)
    if count <= room:
        return [int(place) for place in places]
    kept = {*range((room + 1) // 2), *range(count - room // 2, count)}
    unseen = (some for some in wanted if len(some) and not kept.intersection(map(int, some)))
    kept.update(int(some[0]) for some in list(unseen)[:1])
    found: list[int | str] = []
    before = -1
    for place in sorted(kept):
        if place > before + 1:
            found.append(f"… {place - before - 1:,} more{f' {what}' if what else ''} …")
        found.append(int(places[place]))
        before = place
    return found


def _prefixes(rows: Sequence[int | str], shape: tuple[int, ...]) -> list[str]:
    """The index of each row, all of one width."""
    texts = [
        "" if isinstance(row, str) else f"[{','.join(str(int(i)) for i in np.unravel_index(row, shape))}]"
        for row in rows
    ]
    width = max(map(len, texts)) + 1
    return [text.ljust(width) for text in texts]


def _more(count: int, what: str) -> list[str]:
    return [f"  … {count} more {what} …"] if count > 0 else []
