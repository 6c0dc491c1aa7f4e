"""All problems, and where the learner stands with them."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, OptionList, Static

from flaxdrills.practice.review_question import question_before_review, why_no_review
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.problems.text_search import ids_with_words
from flaxdrills.progress.overview import Overview, Standing
from flaxdrills.progress.problem_progress import Status
from flaxdrills.system.english import count
from flaxdrills.ui.look.symbols import legend, status_symbol
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.positioned_screen import PositionedScreen
from flaxdrills.ui.widgets import problem_preview
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.problem_list import ProblemList
from flaxdrills.ui.widgets.problem_rows import Search

SHORTEST_SEARCHED = 3
"""Texts are searched where a word is as long as that: shorter ones are in all of them."""

PAUSE_S = 0.15
"""They are searched when typing pauses."""

SEE_PROGRESS = "See what you did and what comes back"


class Filter(Input):
    """Words to look for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", id="filter.open"),
    ]


class BrowseScreen(PositionedScreen):
    """The first screen: choose a problem."""

    TITLE = "All problems"

    AUTO_FOCUS = "#problems"

    DEFAULT_CSS = """
    BrowseScreen {
        Static { padding: 0 2; }
        #standing { height: 1; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #words {
            display: none;
            height: 1;
            margin: 0 1 1 1;
            background: $surface;
            Static { width: 3; padding: 0 1; color: $text-accent; text-style: bold; }
        }
        &.-filtering #words { display: block; }
        #listed { height: 1fr; }
        #problems { width: 1fr; height: 1fr; }
        #preview { display: none; height: 1fr; border-left: solid $line; }
        &.-wide { #preview { display: block; } #about { display: none; } }
        #empty { height: 1fr; display: none; color: $text-muted; }
        &.-empty { #empty { display: block; } #listed, #about, #legend { display: none; } }
        #about { height: 4; border-top: solid $line; }
        #legend { height: 1; }
        #fault { height: auto; max-height: 3; color: $text-warning; }
        &.-low #about, &.-low #legend { display: none; }
        &.-low #standing { margin-bottom: 0; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (problem_preview.FROM_WIDTH, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", id="filter", tooltip="Show only what has these words"),
        Binding("v", "review", "Review", id="review", tooltip="Begin the review; what you wrote is kept"),
        Binding("p", "app.progress", "Progress", id="progress", tooltip=SEE_PROGRESS),
        Binding("a", "attempts", "Attempts", id="attempts", tooltip="See what you ran, and what changed", show=False),
        Binding("escape", "unfilter", "Show all", id="unfilter", tooltip="Show all problems again"),
        Binding("q", "app.quit", "Quit", id="quit", tooltip="Leave flaxdrills; all that was done is recorded"),
        Binding("down", "move('cursor_down')", show=False, id="down"),
        Binding("up", "move('cursor_up')", show=False, id="up"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._overview: Overview | None = None
        self._before_filter: str | None = None
        """Where the cursor was while all were listed."""

    def compose(self) -> ComposeResult:
        yield Static(id="standing")
        with Horizontal(id="words"):
            yield Static("/")
            yield Filter(
                placeholder="words of titles, ids, concepts, names, lessons or a state", id="filter", compact=True
            )
        with Horizontal(id="listed"):
            yield ProblemList(id="problems")
            preview = Static(id="preview")
            preview.styles.width = problem_preview.WIDTH
            yield preview
        yield Static(id="empty", markup=False)
        yield Static(id="fault", markup=False)
        yield Static(id="about")
        yield Static(legend(), id="legend")
        yield KeyFooter()

    def on_screen_resume(self) -> None:
        was_here = self._overview is not None
        if was_here:
            self._session.progress.refresh()
        self._overview = self._session.overview()
        self._show_standing()
        fault = self.query_one("#fault", Static)
        fault.update(_faults(self._overview))
        fault.display = bool(self._overview.faults)
        last = self._overview.last_opened or ""
        self._show((None if was_here else self._session.positions.listed(last)) or last)

    def on_resize(self, event: Resize) -> None:
        self._show_standing()

    def _show_standing(self) -> None:
        if self._overview is not None:
            self.query_one("#standing", Static).update(_standing_line(self._overview, self.app.size.width - 4))

    def note_position(self) -> None:
        """Remember where the cursor is."""
        if self._overview is not None and self._overview.last_opened and self._list.chosen:
            self._session.positions.leave_list(self._overview.last_opened, self._list.chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "unfilter":
                return self.has_class("-filtering")
            case "filter":
                return not self._filter.has_focus
            case _:
                return True

    @on(Input.Changed, "#filter")
    def filter_changed(self) -> None:
        # What fits best is what stands first, unless nothing is looked for.
        self._show(None if self._filter.value.strip() else self._list.chosen or self._before_filter)
        self._search_texts(self._filter.value)

    @work(exclusive=True, group="search")
    async def _search_texts(self, looked_for: str) -> None:
        """Add what has the words in its lesson, task, hints or diagnoses, which takes longer than a key may."""
        words = tuple(looked_for.casefold().split())
        if self._overview is None or max(map(len, words), default=0) < SHORTEST_SEARCHED:
            return
        await asyncio.sleep(PAUSE_S)
        found = await asyncio.to_thread(ids_with_words, list(self._session.catalogue), words)
        if found and self._filter.value == looked_for:
            self._show(self._list.chosen, found)

    @on(OptionList.OptionHighlighted)
    def describe(self) -> None:
        if not self._filter.value:
            self._before_filter = self._list.chosen
        about = full = Content()
        if self._overview and (standing := self._standing):
            about, full = problem_preview.brief(standing), problem_preview.full(standing, self._overview)
        elif chapter := self._list.chapter:
            about, full = problem_preview.chapter_brief(chapter), problem_preview.chapter_full(chapter)
        # Their sizes are fixed: laying the screen out again would take longer than all else that a step needs.
        self.query_one("#about", Static).update(about, layout=False)
        self.query_one("#preview", Static).update(full, layout=False)

    @on(Input.Submitted, "#filter")
    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        if standing := self._standing:
            # What is typed after coming back is for the list, not more words.
            self._list.focus()
            self.post_message(OpenProblem(standing.problem))

    def action_attempts(self) -> None:
        from flaxdrills.ui.screens.attempts_screen import AttemptsScreen

        if standing := self._standing:
            self.app.push_screen(AttemptsScreen(self._session, standing.problem))

    @work(exclusive=True, group="review")
    async def action_review(self) -> None:
        """Begin a review of the problem under the cursor, and ask before where it is not due."""
        standing = self._standing
        if standing is None:
            return
        if why := why_no_review(standing):
            self.notify(why, markup=False)
            return
        if not standing.progress.review.is_review:
            question = question_before_review(standing)
            if question and not await self.app.push_screen_wait(ConfirmDialog("Review", question)):
                return
            try:
                await asyncio.to_thread(self._session.reset, standing.problem)
            except (SolutionFileError, CatalogueError) as error:
                self.notify(str(error), severity="error", timeout=10, markup=False)
                return
        self.post_message(OpenProblem(standing.problem))

    def action_filter(self) -> None:
        self.add_class("-filtering")
        self._filter.focus()
        self.refresh_bindings()

    def filter_by(self, words: str) -> None:
        """Show the problems that have `words`; the list has the keys."""
        self.add_class("-filtering")
        self._filter.value = words
        self._list.focus()
        self.refresh_bindings()

    def action_unfilter(self) -> None:
        self.remove_class("-filtering")
        with self._filter.prevent(Input.Changed):
            self._filter.value = ""
        # A list in which nothing was found is hidden, and takes the keys only when it is filled.
        self._show(self._list.chosen or self._before_filter)
        self._list.focus()
        self.refresh_bindings()

    def action_move(self, action: str) -> None:
        """Move the cursor in the list while the filter has the keys."""
        getattr(self._list, f"action_{action}")()

    def _show(self, highlight: str | None, found: frozenset[str] = frozenset()) -> None:
        if self._overview is None:
            return
        words = tuple(self._filter.value.casefold().split())
        self._list.show(self._overview, Search(words, found), highlight)
        is_empty = not self._list.option_count
        self.set_class(is_empty, "-empty")
        if is_empty:
            self.query_one("#empty", Static).update(_emptiness(self._overview, self._filter.value))
        self.describe()

    @property
    def _standing(self) -> Standing | None:
        standings = self._overview.standings if self._overview else ()
        return next((standing for standing in standings if standing.problem.id == self._list.chosen), None)

    @property
    def _list(self) -> ProblemList:
        return self.query_one(ProblemList)

    @property
    def _filter(self) -> Input:
        return self.query_one(Filter)


def _standing_line(overview: Overview, room: int) -> Content:
    """What fits into `room` columns: where there is too little, the streak is left out, then the app's name."""
    streak = overview.streak
    parts = [
        Content.styled("flaxdrills", "bold $text-primary"),
        Content.assemble((str(overview.solved), "bold"), f" of {len(overview.standings)} solved"),
    ]
    if overview.due:
        parts.append(Content.assemble(status_symbol(Status.DUE), f" {overview.due_in_words}"))
    if streak.longest:
        parts.append(Content.assemble((count(streak.current, "day"), "bold"), f" in a row, longest {streak.longest}"))
    beside_due = parts[:3] if overview.due else parts[:2]
    lines = [Content("   ").join(some) for some in (parts, beside_due, beside_due[1:])]
    return next((line for line in lines if line.cell_length <= room), lines[-1])


def _faults(overview: Overview) -> str:
    if not overview.faults:
        return ""
    more = len(overview.faults) - 1
    return overview.faults[0] + (f" And {more} more; `flaxdrills doctor` lists them." if more else "")


def _emptiness(overview: Overview, words: str) -> str:
    if overview.standings:
        return f"No problem has “{words.strip()}”. esc shows all of them."
    return "There are no problems here. `flaxdrills doctor` says where they should be."
