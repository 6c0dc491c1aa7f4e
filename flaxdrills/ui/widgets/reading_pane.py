"""What there is to read about a problem: lesson, task, hints, and the solution once it was asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from flaxdrills.practice.cursor_positions import ReadingPosition

if TYPE_CHECKING:
    from flaxdrills.ui.widgets.block_cursor import BlockCursor
    from flaxdrills.ui.widgets.lesson_block_result import BlockResult
    from flaxdrills.ui.widgets.lesson_markdown import CodeFence


class Page(StrEnum):
    """One of the texts."""

    LESSON = "lesson"
    TASK = "task"
    HINTS = "hints"
    SOLUTION = "solution"


class TextPage(VerticalScroll):
    """One page. It keeps its place while another is shown, and sets its text only when it is looked at."""

    # With a gutter, the text is not wrapped anew as soon as it turns out to be longer than the pane.
    DEFAULT_CSS = "TextPage { scrollbar-gutter: stable; }"

    def __init__(self, page: Page) -> None:
        super().__init__(id=f"page-{page}")
        self.page = page
        self.display = False
        self.text = ""
        self.note = ""
        """What the title adds, such as "1/3"."""
        self.position_to_be: ReadingPosition | None = None
        """Where to be as soon as the text is laid out."""
        self.cursor: BlockCursor | None = None
        """On the blocks of code, once they are laid out."""
        self._shown_text = ""
        self._revealed: Widget | None = None
        """What is to be in sight."""
        self._is_revealing = False

    async def open(self) -> None:
        """Show the text as it is now."""
        self.display = True
        # The screen may be left, or the app ended, while it is still being opened.
        if self.text == self._shown_text or not self.is_attached:
            return
        # Markdown takes its time to import, and the first screen does without.
        from flaxdrills.ui.widgets.lesson_markdown import LessonMarkdown, parser

        self._shown_text = self.text
        self.cursor = None
        if self.children:
            await self.query_one(LessonMarkdown).update(self.text)
        else:
            await self.mount(LessonMarkdown(self.text, open_links=False, parser_factory=parser))
        self.call_after_refresh(self._settle)

    def watch_has_focus(self, _has_focus: bool) -> None:
        # What is read looks no different, and is dozens of widgets.
        self.app.stylesheet.update_nodes([self])

    def watch_scroll_y(self, before: float, after: float) -> None:
        super().watch_scroll_y(before, after)
        if not self._is_revealing:
            self._revealed = None
            self._keep_cursor()

    def reveal(self, widget: Widget) -> None:
        """Scroll until `widget` is in sight, also when it grows, until the reader scrolls; the cursor stays."""
        self._revealed = widget
        self._is_revealing = True
        self.scroll_to_widget(widget, animate=False, immediate=True)
        self._is_revealing = False

    def on_block_result_resized(self, event: BlockResult.Resized) -> None:
        if event.result is self._revealed:
            self.reveal(event.result)

    def on_resize(self) -> None:
        self.call_after_refresh(self._keep_cursor)

    def on_code_fence_clicked(self, event: CodeFence.Clicked) -> None:
        if self.cursor is not None:
            self.cursor.choose(event.fence)

    def _settle(self) -> None:
        """The text is laid out: go to where it was left, and have a cursor on its code."""
        if self.position_to_be is not None:
            self.scroll_to(y=self.position_to_be.line_of(self.virtual_size.height), animate=False, immediate=True)
            self.position_to_be = None
        self._set_cursor()

    def position(self, pane: str) -> ReadingPosition:
        """Where the reader is, with the keys in `pane`."""
        return self.position_to_be or ReadingPosition(
            str(self.page), self.scroll_offset.y, self.virtual_size.height, pane
        )

    def _set_cursor(self) -> None:
        from flaxdrills.ui.widgets.block_cursor import BlockCursor
        from flaxdrills.ui.widgets.lesson_markdown import LessonMarkdown

        # The screen may be left while it is laid out.
        for markdown in self.query(LessonMarkdown):
            self.cursor = BlockCursor(self, markdown.fences)

    def _keep_cursor(self) -> None:
        if self.cursor is not None:
            self.cursor.stay_in_sight()


class ReadingPane(Vertical):
    """A pane with a page for each text; its title says which there are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right_square_bracket",
            "block(1)",
            "Next block",
            id="reading.next-block",
            tooltip="Go to the next block of code",
            show=False,
        ),
        Binding(
            "left_square_bracket",
            "block(-1)",
            "Previous block",
            id="reading.previous-block",
            tooltip="Go to the previous block of code",
            show=False,
        ),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self._pages = {page: TextPage(page) for page in Page}
        self.page = Page.LESSON

    def compose(self) -> ComposeResult:
        yield from self._pages.values()

    def write(self, page: Page, text: str, note: str = "") -> None:
        """Set the Markdown of `page`, and what its title adds. `show` brings it to sight."""
        text_page = self._pages[page]
        text_page.text, text_page.note = text, note
        self._write_title()

    def has(self, page: Page) -> bool:
        """Whether there is a text for `page`."""
        return bool(self._pages[page].text)

    async def show(self, page: Page, *, at_last: bool = False) -> None:
        """Turn to `page`, and there to its last heading if that is wanted."""
        had_focus = self.has_focus_within
        self.page = page
        for other in self._pages.values():
            if other.page is not page:
                other.display = False
        self._write_title()
        await self._pages[page].open()
        if had_focus:
            self.pane.focus(scroll_visible=False)
        if at_last:
            text_page = self._pages[page]
            for heading in [*text_page.query("MarkdownH2")][-1:]:
                text_page.call_after_refresh(text_page.scroll_to_widget, heading, animate=False, top=True)

    def position(self, pane: str) -> ReadingPosition:
        """Where the reader is, with the keys in `pane`."""
        return self._pages[self.page].position(pane)

    def can_return(self, position: ReadingPosition) -> bool:
        """Whether there is a text where `position` was."""
        return position.page in self._pages and self.has(Page(position.page))

    async def return_to(self, position: ReadingPosition) -> None:
        """Turn to the page of `position`, and scroll to where it was left."""
        text_page = self._pages[Page(position.page)]
        text_page.position_to_be = position
        await self.show(text_page.page)

    @property
    def pane(self) -> Widget:
        """What takes the keys here."""
        return self._pages[self.page]

    @property
    def text(self) -> str:
        """The text of the page that is shown."""
        return self._pages[self.page].text

    @property
    def block(self) -> str | None:
        """The source of the block of code under the cursor; None where the page has none."""
        return self.fence.code if self.fence is not None else None

    @property
    def fence(self) -> CodeFence | None:
        """The block of code under the cursor; None where the page has none."""
        cursor = self._pages[self.page].cursor
        return cursor.chosen if cursor is not None else None

    def reveal(self, widget: Widget) -> None:
        """Scroll until `widget`, which is part of the lesson, is in sight; the cursor stays where it is."""
        self._pages[Page.LESSON].reveal(widget)

    def action_block(self, step: int) -> None:
        cursor = self._pages[self.page].cursor
        if cursor is not None:
            cursor.move(step)

    def _write_title(self) -> None:
        pages = [text_page for text_page in self._pages.values() if text_page.text]
        titles = [
            Content.styled(
                f" {' '.join(filter(None, (text_page.page.capitalize(), text_page.note)))} ",
                Style(reverse=text_page.page is self.page)
                + Style.from_meta({"@click": f"screen.page('{text_page.page}')"}),
            )
            for text_page in pages
        ]
        self.border_title = Content("").join(titles)
