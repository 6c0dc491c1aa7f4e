"""What stands on the terminal, so that only what changes is sent to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

_PART = re.compile(
    r"\x1b\[(?P<row>[0-9]+);(?P<column>[0-9]+)H"
    r"|\x1b\[(?P<style>[0-9;]*)m"
    r"|(?P<link>\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|\r?\n"
)
_NEAR = 6
"""Cells that are the same are sent all the same when that is shorter than moving the cursor over them."""

_SEEN = frozenset(("4", "7", "9", "21", "53"))
"""Attributes that are seen of a space: lines and reverse."""

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends an attribute. After others, all is set anew: terminals do not agree on them."""

_Cell = tuple[str, str, str]
"""Text, style (the numbers of an SGR sequence) and link of a cell; no text in the second cell of a wide character."""

_UNKNOWN: _Cell = ("\0", "", "")


class ScreenDiff:
    """The cells of a terminal, as far as they are known."""

    def __init__(self) -> None:
        self._rows: dict[int, list[_Cell]] = {}
        self._cursor: tuple[int, int] | None = None
        self._size: tuple[int, int] | None = None

    def forget(self) -> None:
        """Something else may have written to the terminal, or its size changed."""
        self._rows.clear()
        self._cursor = None

    def change(self, drawn: str, size: tuple[int, int] | None = None) -> str | None:
        """What to send so that the terminal shows what it would after `drawn`; None where that cannot be told.

        `drawn` may move the cursor, set styles and links, and write text: all that drawing a screen needs. What
        is not known is sent in any case. So is all of the first drawing for another `size`: one for the old size may
        have come to a terminal that had the new one already, and what is too wide for it ends up in its last column.
        """
        if size != self._size:
            self.forget()
            self._size = size
        touched: dict[int, list[_Cell]] = {}
        row = column = 0
        style = link = ""
        position = 0
        while position < len(drawn):
            part = _PART.match(drawn, position)
            if part is None:
                return None
            position = part.end()
            match part.lastgroup:
                case "column":
                    row, column = int(part["row"]), int(part["column"])
                case "style":
                    style = "" if part["style"] in ("", "0") else part["style"]
                case "link":
                    link = "" if part["link"].startswith("\x1b]8;;\x1b") else part["link"]
                case "text":
                    cells = touched.get(row)
                    if cells is None:
                        cells = touched[row] = list(self._rows.get(row, ()))
                    column = _write(cells, column, part["text"], style, link)
                case _:
                    # A line feed; drawing moves the cursor before it writes again.
                    pass
        return self._changes(touched, (row, column))

    def _changes(self, touched: dict[int, list[_Cell]], cursor: tuple[int, int]) -> str:
        """What turns the rows that are known into those in `touched`, with the cursor where it is to be."""
        writer = _CellWriter()
        for number, cells in sorted(touched.items()):
            writer.write_changes(number, self._rows.get(number, []), cells)
        sent = writer.finish()
        self._rows.update(touched)
        if sent or cursor != self._cursor:
            sent += f"\x1b[{cursor[0]};{cursor[1]}H"
        self._cursor = cursor
        return sent


def _write(cells: list[_Cell], column: int, text: str, style: str, link: str) -> int:
    """Write `text` into `cells` at `column`, from 1; returns the column after it."""
    start = column - 1
    if start > len(cells):
        cells.extend([_UNKNOWN] * (start - len(cells)))
    fresh: list[_Cell] = []
    blank = (" ", _of_space(style), link)
    if text.isascii():
        fresh = [blank if character == " " else (character, style, link) for character in text]
    else:
        for character in text:
            width = cell_len(character)
            if width:
                fresh.append(blank if character == " " else (character, style, link))
                fresh.extend([("", style, link)] * (width - 1))
            elif fresh:
                # What has no width of its own belongs to the character before it.
                index = next(index for index in reversed(range(len(fresh))) if fresh[index][0])
                fresh[index] = (fresh[index][0] + character, style, link)
    cells[start : start + len(fresh)] = fresh
    return column + len(fresh)


class _CellWriter:
    """Writes cells; it keeps its style from one place to the next, for most that is drawn has the same background."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._style = ""

    def write_changes(self, row: int, old: list[_Cell], new: list[_Cell]) -> None:
        """Write what turns the cells `old` of `row` into `new`."""
        if old == new:
            return
        pieces = self._pieces
        for start, end in _changed(old, new):
            pieces.append(f"\x1b[{row};{start + 1}H")
            link = ""
            for text, its_style, its_link in new[start:end]:
                if its_link != link:
                    pieces.append(its_link or "\x1b]8;;\x1b\\")
                    link = its_link
                if its_style != self._style and not (text == " " and its_style == _of_space(self._style)):
                    pieces.append(_restyled(self._style, its_style))
                    self._style = its_style
                pieces.append(text)
            if link:
                pieces.append("\x1b]8;;\x1b\\")

    def finish(self) -> str:
        """All that was written."""
        return "".join(self._pieces) + ("\x1b[0m" if self._style else "")


def _changed(old: list[_Cell], new: list[_Cell]) -> Iterator[tuple[int, int]]:
    """Where the cells differ, as start and end; what is near to each other in one."""
    known = len(old)
    start = end = -1
    for index, cell in enumerate(new):
        if cell is _UNKNOWN or (index < known and old[index] == cell):
            continue
        if start >= 0 and (index - end > _NEAR or _UNKNOWN in new[end:index]):
            yield start, end
            start = -1
        if start < 0:
            start = index
        end = index + 1
        # Half of a wide character cannot be sent.
        while not new[start][0] and start > 0:
            start -= 1
        while end < len(new) and not new[end][0]:
            end += 1
    if start >= 0:
        yield start, end


@lru_cache(maxsize=4096)
def _of_space(style: str) -> str:
    """As much of `style` as is seen of a space: its background, unless there is a line through it or it is reversed."""
    attributes, _foreground, background = _split(style)
    return style if set(attributes) & _SEEN else background


@lru_cache(maxsize=4096)
def _restyled(old: str, new: str) -> str:
    """The sequence that turns one style into another; only what differs, where that is shorter."""
    if not new:
        return "\x1b[0m"
    (attributes, foreground, background), (new_attributes, new_foreground, new_background) = _split(old), _split(new)
    whole = f"\x1b[{'0;' if old else ''}{new}m"
    gone = {_OFF.get(attribute) for attribute in attributes if attribute not in new_attributes}
    if None in gone or any(_OFF.get(attribute) in gone for attribute in new_attributes):
        return whole
    parts = [
        *sorted(off for off in gone if off),
        *(attribute for attribute in new_attributes if attribute not in attributes),
        *([new_foreground or "39"] if new_foreground != foreground else ()),
        *([new_background or "49"] if new_background != background else ()),
    ]
    return min(f"\x1b[{';'.join(parts)}m" if parts else "", whole, key=len)


@lru_cache(maxsize=4096)
def _split(style: str) -> tuple[tuple[str, ...], str, str]:
    """The attributes, the foreground and the background of `style`."""
    attributes, foreground, background = [], "", ""
    numbers = style.split(";") if style else []
    while numbers:
        count = {"2": 5, "5": 3}.get(numbers[1], 1) if numbers[0] in ("38", "48") and len(numbers) > 1 else 1
        colour, numbers = numbers[:count], numbers[count:]
        value = int(colour[0] or 0)
        if 30 <= value <= 39 or 90 <= value <= 97:
            foreground = ";".join(colour)
        elif 40 <= value <= 49 or 100 <= value <= 107:
            background = ";".join(colour)
        else:
            attributes.append(colour[0])
    return tuple(attributes), foreground, background
