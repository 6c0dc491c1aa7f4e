"""Where the learner stands: the last year, what comes back, the tracks, what goes wrong, and what was done last."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static

from flaxdrills.practice.session import Session
from flaxdrills.progress.attempt_history import attempts_on
from flaxdrills.progress.attempt_record import RecentRun
from flaxdrills.progress.overview import Overview
from flaxdrills.progress.problem_progress import Status
from flaxdrills.progress.statistics import TrackBar, bar, due_days, duration, first_tries, practised_since, track_bars
from flaxdrills.progress.weak_concepts import WeakConcept, weak_concepts
from flaxdrills.system.english import count
from flaxdrills.ui.look.symbols import FAILS, HOLDS, MUTED, status_symbol
from flaxdrills.ui.messages import FindProblems, OpenProblem
from flaxdrills.ui.screens.attempts_screen import AttemptsScreen
from flaxdrills.ui.screens.choice_dialog import ChoiceDialog
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.day_charts import DayGrid, DueChart, HeatMap
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.short_list import ShortList

_NOTHING = """Nothing was practised yet.

Go back with esc, choose a problem with enter, and press e to write your solution: every save runs it.
From the first run on you see here what you did, what you can, and what comes back."""
_BAR = 20
_CONCEPTS = 8


class ProgressScreen(SizedScreen[None]):
    """Everything on it can be gone to."""

    TITLE = "Progress"

    AUTO_FOCUS = "#year"

    DEFAULT_CSS = """
    ProgressScreen {
        #figures { height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #nothing { display: none; height: 1fr; padding: 1 1; color: $text-muted; }
        &.-empty { #nothing { display: block; } #page { display: none; } }
        #page { height: 1fr; scrollbar-gutter: stable; }
        .column { height: auto; }
        #latest { max-height: 13; }
        &.-wide {
            #page { layout: horizontal; }
            .column { width: 1fr; }
            #left { margin-right: 1; }
            #latest { max-height: 70vh; }
        }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,p", "app.pop_screen", "Back", id="progress.back", tooltip="Go back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._overview: Overview | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="figures")
        yield Static(_NOTHING, markup=False, id="nothing")
        with VerticalScroll(id="page", can_focus=False):
            with Vertical(id="left", classes="column"):
                yield HeatMap(id="year")
                yield DueChart(id="coming")
                yield ShortList("Tracks", id="tracks")
            with Vertical(id="right", classes="column"):
                yield ShortList("Concepts that fail most", id="concepts")
                yield ShortList("Latest attempts", id="latest")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query("DayGrid, ShortList").add_class("pane")
        self._show(self._session.overview())

    def on_screen_resume(self) -> None:
        overview = self._session.overview()
        # Drawing a whole screen once more is felt over a slow line.
        if overview is not self._overview:
            self._show(overview)

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self.query_one("#figures", Static).update(_figures(overview))
        is_empty = not overview.progress.problems
        self.set_class(is_empty, "-empty")
        # Nothing of what is hidden is to have the keys.
        self.query_one("#page").disabled = is_empty
        self.query_one(HeatMap).show(overview.progress.days, overview.today)
        self.query_one(DueChart).show(due_days(overview))
        bars = track_bars(overview)
        width = max((len(one.track.title) for one in bars), default=0)
        self._rows("tracks").show([(one.track.id, _track_row(one, width)) for one in bars], "There are no problems.")
        concepts = weak_concepts(overview, _CONCEPTS)
        width = max((len(concept.name) for concept in concepts), default=0)
        self._rows("concepts").show(
            [(concept.name, _concept_row(concept, width)) for concept in concepts],
            "None so far: a concept is listed when several runs failed.",
        )
        latest = overview.progress.latest
        self._rows("latest").show(
            [(one.id, attempt_row(one, _title(overview, one.problem))) for one in latest], "Nothing was run yet."
        )

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        event.widget.scroll_visible(animate=False)

    @on(OptionList.OptionSelected, "#tracks")
    def track_chosen(self, event: OptionList.OptionSelected) -> None:
        titles = {track.id: track.title for track, _ in self._session.overview().tracks}
        self.post_message(FindProblems(titles[event.option.id or ""]))

    @on(OptionList.OptionSelected, "#concepts")
    def concept_chosen(self, event: OptionList.OptionSelected) -> None:
        self.post_message(FindProblems(event.option.id or ""))

    @on(OptionList.OptionSelected, "#latest")
    def attempt_chosen(self, event: OptionList.OptionSelected) -> None:
        latest = self._session.overview().progress.latest
        self._open(next(one for one in latest if one.id == event.option.id))

    @on(DayGrid.Chosen, "#year")
    @work(exclusive=True, group="choose")
    async def day_chosen(self, event: DayGrid.Chosen) -> None:
        recorded = self._session.progress
        attempts = {one.id: one for one in attempts_on(recorded.journal, event.day, recorded.day_end)}
        if not attempts:
            return
        overview = self._session.overview()
        rows = [(one.id, attempt_row(one, _title(overview, one.problem), "%H:%M")) for one in attempts.values()]
        title = f"{_named(event.day)}: {count(len(rows), 'run')}"
        chosen = await self.app.push_screen_wait(ChoiceDialog(title, rows))
        if chosen is not None:
            self._open(attempts[chosen])

    @on(DayGrid.Chosen, "#coming")
    @work(exclusive=True, group="choose")
    async def due_chosen(self, event: DayGrid.Chosen) -> None:
        overview = self._session.overview()
        due = next((due for due in due_days(overview) if due.day == event.day), None)
        if due is None or not due.standings:
            return
        width = max(len(standing.problem.title) for standing in due.standings)
        rows = [
            (
                standing.problem.id,
                Content.assemble(
                    status_symbol(standing.progress.status),
                    f" {standing.problem.title:<{width}}",
                    (f"  {standing.problem.id}", MUTED),
                ),
            )
            for standing in due.standings
        ]
        is_more = len(overview.due) > len(overview.reviews)
        now = f"Due: {overview.due_in_words}" if is_more else "Due today"
        title = now if event.day == overview.today else f"Due on {_named(event.day)}"
        chosen = await self.app.push_screen_wait(ChoiceDialog(title, rows))
        if chosen is not None:
            self.post_message(OpenProblem(self._session.catalogue.problem(chosen)))

    def _open(self, attempt: RecentRun) -> None:
        problem = next((one for one in self._session.catalogue if one.id == attempt.problem), None)
        if problem is None:
            self.notify(f"There is no problem {attempt.problem} any more.", severity="warning", markup=False)
        else:
            self.app.push_screen(AttemptsScreen(self._session, problem, attempt.id))

    def _rows(self, section: str) -> ShortList:
        return self.query_one(f"#{section}", ShortList)


def attempt_row(attempt: RecentRun, name: str, when: str = "%d %b %H:%M") -> Content:
    """An attempt in one line."""
    return Content.assemble(
        HOLDS if attempt.passed else FAILS,
        (f" {attempt.at:{when}}  ", MUTED),
        name,
        "" if attempt.passed else (f"  {attempt.verdict}{', unfinished' * attempt.unfinished}", MUTED),
    )


def _figures(overview: Overview) -> Content:
    streak, (clean, rounds) = overview.streak, first_tries(overview)
    lines = [
        Content("   ").join(
            [
                Content.styled("Progress", "bold $text-primary"),
                Content.assemble((count(streak.current, "day"), "bold"), f" in a row, longest {streak.longest}"),
                Content.assemble((str(overview.solved), "bold"), f" of {len(overview.standings)} solved"),
            ]
        )
    ]
    if overview.attempts:
        share = f"{clean / rounds:.0%} of {rounds}" if rounds else "none yet"
        lines.append(
            Content("   ").join(
                [
                    Content.assemble((duration(overview.progress.practised_s), "bold"), " practised"),
                    Content.assemble((duration(practised_since(overview, 7)), "bold"), " in 7 days"),
                    Content.assemble("first try ", (share, "bold")),
                ]
            )
        )
    if overview.due:
        lines.append(Content.assemble(status_symbol(Status.DUE), f" {overview.due_in_words}"))
    return Content("\n").join(lines)


def _track_row(one: TrackBar, width: int) -> Content:
    full, empty = bar(one.solved, one.total, _BAR)
    return Content.assemble(
        f"{one.track.title:<{width}}  ",
        (full, "$text-success"),
        (empty, MUTED),
        f"  {one.solved:>3} of {one.total:>3}",
        Content.assemble("  ", status_symbol(Status.DUE, f" {one.due} due")) if one.due else "",
    )


def _concept_row(concept: WeakConcept, width: int) -> Content:
    titles = ", ".join(standing.problem.title for standing in concept.standings[:3])
    return Content.assemble(
        f"{concept.name:<{width}}  ", f"{concept.failed:>3} of {concept.runs:>3} runs failed", (f"  {titles}", MUTED)
    )


def _title(overview: Overview, problem_id: str) -> str:
    titles = (standing.problem.title for standing in overview.standings if standing.problem.id == problem_id)
    return next(titles, problem_id)


def _named(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
