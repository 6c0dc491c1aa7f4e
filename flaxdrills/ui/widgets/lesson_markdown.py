"""Markdown as a lesson needs it: narrow, dense, and nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.highlight import highlight
from textual.message import Message
from textual.selection import Selection
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownBlock, MarkdownFence

from flaxdrills.problems.lesson import GRAPH_MODE
from flaxdrills.ui.look.python_highlighting import QuietTheme
from flaxdrills.ui.look.symbols import CURSOR, MUTED
from flaxdrills.ui.widgets.hanging_indent import WrappedRow, joined, rows_of, selected
from flaxdrills.ui.widgets.table_columns import columns

_DEEPER = 8
"""Columns by which the rest of a line of code is moved: more than what begins a block of its own."""


class CodeFence(MarkdownFence):
    """A code block, or what a code block prints; long lines wrap, for nothing can scroll sideways in here.

    One widget, where Textual's has two: a lesson has dozens of them, and each is styled and laid out.
    """

    DEFAULT_CSS = """
    CodeFence {
        margin: 0 0 1 0;
        padding: 0;
        overflow: hidden hidden;
        color: $foreground;
        background: $surface;
        border-left: outer $border;
        &:light { background: $surface; }
        &:ansi { margin: 0 0 1 0; }
        &.-output {
            background: transparent;
            border-left: solid $line;
            color: $text-muted;
        }
    }
    """

    class Clicked(Message):
        """The mouse pointed at this one."""

        def __init__(self, fence: CodeFence) -> None:
            self.fence = fence
            super().__init__()

    def __init__(self, markdown: Markdown, token: Token, code: str) -> None:
        language, _, mark = token.info.partition(" ")
        super().__init__(markdown, token.copy(info=language), code)
        self._coloured = _coloured(code, self.lexer)
        if mark == GRAPH_MODE:
            self._coloured = Content.assemble(("In NNX's graph mode only:\n", MUTED), self._coloured)
        self.set_class(not self.is_code, "-output")
        self._is_chosen = False

    @property
    def is_code(self) -> bool:
        """Whether this is Python, and not what Python prints."""
        return bool(self.lexer == "python")

    @property
    def line(self) -> int:
        """Where its first line stands in the text, from 1."""
        # The line of the fence itself is counted from 0.
        return (self.source_range or (0, 0))[0] + 2

    def compose(self) -> ComposeResult:
        return ()

    def notify_style_update(self) -> None:
        # The colours are the theme's by name: nothing has to be highlighted anew, as Textual's fence does.
        Static.notify_style_update(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width)) if width else 0

    def render(self) -> Content:
        code = joined(self._rows(self.size.width))
        return Content.assemble((CURSOR, "bold $text-accent"), code[1:]) if self._is_chosen else code

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selected(self._rows(self.size.width), self._coloured.plain, selection), "\n"

    def _rows(self, width: int) -> list[WrappedRow]:
        """The code behind a column in which the cursor is."""
        rows = rows_of(self._coloured, max(width - 1, 1), _DEEPER)
        return [replace(row, blanks=row.blanks + 1) for row in rows]

    def choose(self, chosen: bool) -> None:
        """Have the cursor beside the first line, or no longer."""
        self._is_chosen = chosen and self.is_code
        self.refresh()

    def on_click(self) -> None:
        if self.is_code:
            self.post_message(self.Clicked(self))

    @classmethod
    def highlight(cls, code: str, language: str, ansi: bool = False, dark: bool = False) -> Content:
        return _coloured(code, language)


@lru_cache(256)
def _coloured(code: str, language: str) -> Content:
    # Textual's fence asks for it as well.
    return highlight(code, language=language or "text", theme=QuietTheme)


if TYPE_CHECKING:
    _TextualTable = MarkdownBlock
else:
    _TextualTable = Markdown.BLOCKS["table_open"]


class LessonTable(_TextualTable):
    """A table as one text; where there is no room, the widest columns wrap."""

    DEFAULT_CSS = """
    LessonTable {
        margin: 0 0 1 0;
        padding: 0 1;
        &:light { background: transparent; }
    }
    """

    _cells: Sequence[Sequence[Content]] | None = None
    """Its rows; None where Textual shows it."""

    def compose(self) -> ComposeResult:
        self._cells = _cells_of(self)
        return () if self._cells is not None else super().compose()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if self._cells is None:
            return super().get_content_height(container, viewport, width)
        return len(columns(self._cells, width)) if width else 0

    def render(self) -> Any:
        return super().render() if self._cells is None else Content("\n").join(columns(self._cells, self.size.width))


def _cells_of(table: MarkdownBlock) -> Sequence[Sequence[Content]] | None:
    """The cells of a table of Textual's, row by row; None where it (8.2) does not tell them any more."""
    try:
        headers, rows = table._get_headers_and_rows()  # type: ignore[attr-defined]
    except AttributeError:
        return None
    return [header.stylize_before(MUTED) for header in headers], *rows


def parser() -> MarkdownIt:
    """Markdown with tables; what looks like an address without being one in Markdown stays text."""
    return MarkdownIt("commonmark").enable("table")


class LessonMarkdown(Markdown):
    """A text of a problem."""

    BLOCKS = {**Markdown.BLOCKS, "fence": CodeFence, "code_block": CodeFence, "table_open": LessonTable}  # noqa: RUF012

    DEFAULT_CSS = """
    LessonMarkdown {
        max-width: 96;
        padding: 0 1;
        MarkdownH1 { display: none; }
        MarkdownH2, MarkdownH3 {
            margin: 0 0 1 0;
            color: $text-primary;
            background: transparent;
            text-style: bold;
        }
        MarkdownBulletList, MarkdownOrderedList { margin: 0 0 1 0; }
        MarkdownBlock > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:dark > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:light > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:nocolor > .code_inline { text-style: bold; }
    }
    """

    @property
    def fences(self) -> list[CodeFence]:
        """The blocks of Python, from the first to the last."""
        return [fence for fence in self.query(CodeFence) if fence.is_code]
