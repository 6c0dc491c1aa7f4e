"""Markdown as a lesson needs it: narrow, dense, and nothing cut off."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.app import ComposeResult
from textual.content import Content
from textual.highlight import highlight
from textual.message import Message
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownFence

from flaxdrills.ui.marks import CURSOR
from flaxdrills.ui.python_text import QuietTheme
from flaxdrills.ui.widgets.hanging import Hanging

_DEEPER = 8
"""Columns by which the rest of a line of code is moved: more than what begins a block of its own."""


class Fence(MarkdownFence):
    """A code block, or what a code block prints; long lines wrap, for nothing can scroll sideways in here."""

    DEFAULT_CSS = """
    Fence {
        layout: horizontal;
        margin: 0 0 1 0;
        padding: 0;
        overflow: hidden hidden;
        color: $foreground;
        background: $surface;
        border-left: outer $border;
        &:light { background: $surface; }
        & > .mark { width: 1; height: 1; color: $text-accent; text-style: bold; }
        & > Hanging { padding: 0; }
        &:ansi { margin: 0 0 1 0; & > Hanging { padding: 0; } }
        &.-output {
            background: transparent;
            border-left: outer $line;
            color: $text-muted;
            & > Hanging { padding: 0 0 0 1; }
        }
    }
    """

    class Clicked(Message):
        """The mouse pointed at this one."""

        def __init__(self, fence: Fence) -> None:
            self.fence = fence
            super().__init__()

    def __init__(self, markdown: Markdown, token: Token, code: str) -> None:
        super().__init__(markdown, token, code)
        self.set_class(not self.is_code, "-output")
        self._mark = Static(classes="mark") if self.is_code else None

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
        if self._mark is not None:
            yield self._mark
        yield Hanging(self._highlighted_code, deeper=_DEEPER, id="code-content")

    def choose(self, chosen: bool) -> None:
        """Have the cursor beside the first line, or no longer."""
        if self._mark is not None:
            self._mark.update(CURSOR if chosen else "", layout=False)

    def on_click(self) -> None:
        if self.is_code:
            self.post_message(self.Clicked(self))

    @classmethod
    def highlight(cls, code: str, language: str, ansi: bool = False, dark: bool = False) -> Content:
        return highlight(code, language=language or "text", theme=QuietTheme)


def parser() -> MarkdownIt:
    """Markdown with tables; what looks like an address without being one in Markdown stays text."""
    return MarkdownIt("commonmark").enable("table")


class Lesson(Markdown):
    """A text of a problem."""

    BLOCKS = {**Markdown.BLOCKS, "fence": Fence, "code_block": Fence}  # noqa: RUF012

    DEFAULT_CSS = """
    Lesson {
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
        MarkdownTable { margin: 0 0 1 0; }
        MarkdownTable:light { background: transparent; }
        MarkdownTableContent {
            keyline: none;
            grid-gutter: 0 1;
            & > .header { color: $text-muted; text-style: none; }
        }
        MarkdownBlock > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:dark > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:light > .code_inline { color: $text-accent; background: transparent; }
        MarkdownBlock:nocolor > .code_inline { text-style: bold; }
    }
    """

    @property
    def fences(self) -> list[Fence]:
        """The blocks of Python, from the first to the last."""
        return [fence for fence in self.query(Fence) if fence.is_code]
