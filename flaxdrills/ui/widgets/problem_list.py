"""The tracks and their problems, as a list to choose from."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from flaxdrills.progress.overview import ChapterStanding, Overview
from flaxdrills.ui.widgets import problem_preview
from flaxdrills.ui.widgets.problem_rows import Columns, Search, rows
from flaxdrills.ui.widgets.quiet_option_list import QuietOptionList

_PADDING = 1
"""On either side of a line."""


class ProblemList(QuietOptionList):
    """A line a problem, what is due again first, then under its track and chapter, which can be folded."""

    DEFAULT_CSS = """
    ProblemList {
        border: none;
        padding: 0 1;
        background: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-disabled { color: $foreground; }
        & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
            color: $foreground;
            background: $row;
            text-style: bold;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", id="open", tooltip="Practise the problem under the cursor"),
        Binding("enter", "fold", "Fold", id="fold", tooltip="Fold the chapter under the cursor, or unfold it"),
        Binding("right", "unfold", "Unfold", show=False, id="unfold"),
        Binding("left", "fold_here", "Fold", show=False, id="fold.here"),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._overview: Overview | None = None
        self._search = Search()
        self._columns = Columns(0, has_ids=False)
        self._chapters: dict[str, ChapterStanding] = {}
        self._unfolded: set[str] = set()

    @property
    def chosen(self) -> str | None:
        """The id of the problem under the cursor."""
        option = self.highlighted_option
        return option.id if option and option.id not in self._chapters else None

    @property
    def chapter(self) -> ChapterStanding | None:
        """The chapter under the cursor."""
        option = self.highlighted_option
        return self._chapters.get(option.id or "") if option else None

    def show(self, overview: Overview, search: Search, highlight: str | None) -> None:
        """List what fits `search`; the problem of id `highlight` has the cursor, and its chapter is unfolded.

        Where it is not listed, the first problem or chapter has the cursor.
        """
        self._overview, self._search = overview, search
        self._columns = Columns.fitting(overview, self._room)
        self._chapters = {
            chapter.id: chapter for track, _ in overview.tracks for chapter in overview.chapters_of(track)
        }
        if highlight or not self._unfolded:
            chapters = self._chapters.values()
            wanted = [chapter.id for chapter in chapters if chapter.has(highlight)] or list(self._chapters)
            self._unfolded.update(wanted[:1])
        self._fill(highlight)

    def on_resize(self) -> None:
        if self._overview is not None and Columns.fitting(self._overview, self._room) != self._columns:
            self._columns = Columns.fitting(self._overview, self._room)
            option = self.highlighted_option
            self._fill(option.id if option else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "select":
                return self.chapter is None
            case "fold":
                return self.chapter is not None
            case _:
                return True

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        if (self.chapter is None) is self._was_chapter:
            # enter does something else now.
            self._was_chapter = not self._was_chapter
            self.refresh_bindings()

    _was_chapter = False

    def action_fold(self) -> None:
        """Fold the chapter under the cursor, or unfold it."""
        if self.chapter is not None:
            chapter = self.chapter
            self._unfolded ^= {chapter.id}
            self._fill(chapter.id)
            if chapter.id in self._unfolded:
                self.call_after_refresh(self._show_problems, len(chapter.standings))

    def _show_problems(self, lines: int) -> None:
        if not self.has_room_below(lines):
            self.scroll_to_highlight(top=True)

    def action_unfold(self) -> None:
        """Unfold the chapter under the cursor."""
        if self.chapter is not None and self.chapter.id not in self._unfolded:
            self.action_fold()

    def action_fold_here(self) -> None:
        """Fold the chapter that the cursor is at or in."""
        here = self.chapter or next((chapter for chapter in self._chapters.values() if chapter.has(self.chosen)), None)
        if here is not None and here.id in self._unfolded and not self._search.words:
            self._unfolded.remove(here.id)
            self._fill(here.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a chapter folds it; nobody else need hear of that."""
        if self.chapter is not None:
            event.stop()
            self.action_fold()

    def _fill(self, highlight: str | None) -> None:
        assert self._overview is not None
        options = list(rows(self._overview, self._search, self._unfolded, self._columns))
        self.clear_options()
        self.add_options(options)
        indexes = {option.id: index for index, option in enumerate(options) if option.id and not option.disabled}
        problems = (index for option, index in indexes.items() if option not in self._chapters)
        self.highlighted = indexes.get(highlight or "", next(problems, next(iter(indexes.values()), None)))
        if self.highlighted in list(indexes.values())[:2]:
            # The track's title above the first problem stays in sight.
            self.call_after_refresh(self.scroll_home, animate=False)

    @property
    def _room(self) -> int:
        # It is as wide as the terminal, or that less what is beside, and not laid out yet when it is filled first.
        width = self.app.size.width - (
            problem_preview.WIDTH if self.app.size.width >= problem_preview.FROM_WIDTH else 0
        )
        return width - self.gutter.width - 2 * _PADDING - self.scrollbar_size_vertical
