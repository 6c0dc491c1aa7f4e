"""What there is to read about a problem: lesson, task, hints, and the solution once it was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content


class Page(StrEnum):
    """One of the texts."""

    LESSON = "lesson"
    TASK = "task"
    HINTS = "hints"
    SOLUTION = "solution"


class Paper(VerticalScroll):
    """One page; it keeps its place while another one is shown."""

    BINDINGS = [
        Binding("space", "page_down", "Page down", show=False, id="read-on"),
    ]

    def __init__(self, page: Page) -> None:
        super().__init__(id=f"page-{page}")
        self.page = page


class Reading(Vertical):
    """A pane with a page for each text; its title says which there are."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._texts: dict[Page, str] = {}
        self._notes: dict[Page, str] = {}
        self.page = Page.LESSON

    def write(self, page: Page, text: str, note: str = "") -> None:
        """Set the Markdown of `page`, and what its title adds, such as "1/3"."""
        self._notes[page] = note
        if self._texts.get(page) == text:
            return
        self._texts[page] = text
        for paper in self._papers():
            if paper.page is page:
                paper.remove()
        if page is self.page:
            self.show(page)
        self._entitle()

    def has(self, page: Page) -> bool:
        """Whether there is a text for `page`."""
        return page in self._texts

    def show(self, page: Page, *, at_end: bool = False) -> None:
        """Turn to `page`."""
        had_focus = self.has_focus_within
        self.page = page
        paper = next((paper for paper in self._papers() if paper.page is page and paper.is_attached), None)
        paper = paper if paper is not None and not paper._pruning else self._mounted(page)
        for other in self._papers():
            other.display = other is paper
        if had_focus:
            paper.focus()
        if at_end:
            self.call_after_refresh(paper.scroll_end, animate=False)
        self._entitle()

    def focus_page(self) -> None:
        """Give the page the keys."""
        for paper in self._papers():
            if paper.page is self.page:
                paper.focus()

    def _mounted(self, page: Page) -> Paper:
        from flaxdrills.ui.widgets.lesson import Lesson

        paper = Paper(page)
        self.mount(paper)
        paper.mount(Lesson(self._texts[page], open_links=False))
        return paper

    def _papers(self) -> Iterable[Paper]:
        return self.query_children(Paper)

    def _entitle(self) -> None:
        titles = [
            Content.styled(
                f" {page.capitalize()}{' ' if self._notes.get(page) else ''}{self._notes.get(page, '')} ",
                "reverse" if page is self.page else "",
            )
            for page in Page
            if page in self._texts
        ]
        self.border_title = Content("").join(titles)
