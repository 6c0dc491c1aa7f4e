"""A text in which the rest of a line that is too long stands under where the line begins, and deeper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.widgets import Label


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """What stands on a row of the screen behind so many blanks: part of a line (from 0), from a character on."""

    part: Content
    line: int
    start: int
    blanks: int

    def offset_of(self, column: int) -> Offset:
        """Where in the text the character in `column` stands."""
        return Offset(self.start + max(column - self.blanks, 0), self.line)


def rows_of(text: Content, width: int, deeper: int) -> list[WrappedRow]:
    """The rows of `text` in so many columns; what goes on in another row is moved by `deeper` more."""
    lines = enumerate(text.split("\n", allow_blank=True))
    return [row for number, line in lines for row in _wrapped(line, number, width, deeper)]


def joined(rows: Sequence[WrappedRow]) -> Content:
    """The rows as they stand on the screen."""
    return Content("\n").join(row.part.pad_left(row.blanks) for row in rows)


def selected(rows: Sequence[WrappedRow], text: str, selection: Selection) -> str:
    """What of `text` is selected on the screen, without what wrapping added."""
    offsets = (shown and rows[min(shown.y, len(rows) - 1)].offset_of(shown.x) for shown in selection)
    return Selection(*offsets).extract(text)


def _wrapped(line: Content, number: int, width: int, deeper: int) -> Iterator[WrappedRow]:
    if line.cell_length <= width:
        yield WrappedRow(line, number, 0, 0)
        return
    text = line.plain
    blanks = min(len(text) - len(text.lstrip()) + deeper, width // 2)
    start = 0
    while start < len(text):
        before = blanks if start else 0
        room = max(width - before, 1)
        # What comes later has no part in where the row ends.
        part = line[start : start + 2 * room].wrap(room)[0]
        part = part[: _end(part.plain, text[start + len(part) :])]
        yield WrappedRow(part, number, start, before)
        start += max(len(part), 1)
        start += len(text[start:]) - len(text[start:].lstrip())


def _end(part: str, rest: str) -> int:
    """Where to end a row that has room for `part`: not in the middle of a name where there is a bracket or comma."""
    if not rest or rest[0].isspace() or part[-1:].isspace():
        return len(part)
    end = max(map(part.rfind, "([{,")) + 1
    return end if 2 * end > len(part) else len(part)


class HangingLabel(Label):
    """Lines that wrap. What is selected is the text as it was, without what wrapping added."""

    DEFAULT_CSS = "HangingLabel { width: 1fr; }"

    def __init__(
        self, content: Content | None = None, *, deeper: int, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(content or Content(), markup=False, id=id, classes=classes)
        self._deeper = deeper
        self._wrapped: tuple[Content, int, list[WrappedRow]] = (Content(), 0, [])
        """The rows of a text in so many columns."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width)) if width else 0

    def render(self) -> Content:
        return joined(self._rows(self.size.width))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selected(self._rows(self.size.width), str(self.visual), selection), "\n"

    def _rows(self, width: int) -> list[WrappedRow]:
        text = self.visual
        assert isinstance(text, Content)
        if self._wrapped[0] is not text or self._wrapped[1] != width:
            self._wrapped = (text, width, rows_of(text, width, self._deeper))
        return self._wrapped[2]
