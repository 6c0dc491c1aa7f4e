"""What is done to everything that is drawn, so that no widget has to know what the terminal lacks."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from flaxdrills.system.ascii import ascii_of


class AsciiOnly(LineFilter):
    """Signs as ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() else Segment(_same_width(segment.text), segment.style, segment.control)
            for segment in segments
        ]


class Inverse(LineFilter):
    """What has a background of its own, such as the row under the cursor, as plain text in inverse video.

    With sixteen colours no background suits all the colours that stand on it, and without colour there is none.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.style is None or segment.style.bgcolor is None or segment.style.bgcolor.is_default
            else Segment(segment.text, _inverse(segment.style), segment.control)
            for segment in segments
        ]


class PlainScrollBar(ScrollBarRender):
    """A bar without eighths of a block at its ends: ASCII has none, and each step of the cursor would move them."""

    VERTICAL_BARS = [" "]  # noqa: RUF012
    HORIZONTAL_BARS = [" "]  # noqa: RUF012


def _same_width(text: str) -> str:
    # Characters that a terminal joins are narrower together than one by one.
    return set_cell_size(ascii_of(text), cell_len(text))


@lru_cache(1024)
def _inverse(style: Style) -> Style:
    return style + Style(color=RichColor.default(), bgcolor=RichColor.default(), reverse=True)
