"""The tracks and their problems, as a list to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from flaxdrills.problems.problem import Track
from flaxdrills.progress.overview import Overview, Standing
from flaxdrills.ui.look.symbols import MUTED, difficulty, status_symbol
from flaxdrills.ui.widgets.quiet_option_list import QuietOptionList

_SHORTEST_TITLE = 28
"""Where titles would have to be cut further so that all ids are whole, no id is shown: a title says more."""


_PADDING = 1
"""On either side of a line."""

_GAP = 3
"""Between title, difficulty and id."""

_SIGNS = 3 + _GAP + 5
"""The state, with what is between it and the title, and the difficulty."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """How a line is divided."""

    title: int
    """How wide it is; what is longer is cut."""
    has_ids: bool


class ProblemList(QuietOptionList):
    """A line a problem, what is due again first, then under its track: state, title, difficulty, id if it fits."""

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
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._overview: Overview | None = None
        self._words = ""
        self._columns = _Columns(0, has_ids=False)

    @property
    def chosen(self) -> str | None:
        """The id of the problem under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    def show(self, overview: Overview, words: str, highlight: str | None) -> None:
        """List the problems that have all of `words`; the one of id `highlight` has the cursor, or the first."""
        self._overview, self._words = overview, words
        self._columns = self._fitting(overview)
        options = list(_options(overview, words.casefold().split(), self._columns))
        self.clear_options()
        self.add_options(options)
        indexes = {option.id: index for index, option in enumerate(options) if option.id}
        first = next(iter(indexes.values()), None)
        self.highlighted = indexes.get(highlight or "", first)
        if self.highlighted == first:
            # The track's title above the first problem stays in sight.
            self.call_after_refresh(self.scroll_home, animate=False)

    def on_resize(self) -> None:
        if self._overview is not None and self._fitting(self._overview) != self._columns:
            self.show(self._overview, self._words, self.chosen)

    def _fitting(self, overview: Overview) -> _Columns:
        # It is as wide as the terminal, and not laid out yet when it is filled first.
        room = self.app.size.width - self.gutter.width - 2 * _PADDING - self.scrollbar_size_vertical
        problems = [standing.problem for standing in overview.standings]
        title = max((len(problem.title) for problem in problems), default=0)
        left = room - _SIGNS
        beside = left - _GAP - max((len(problem.id) for problem in problems), default=0)
        if beside >= min(title, _SHORTEST_TITLE):
            return _Columns(min(title, beside), has_ids=True)
        return _Columns(min(title, left), has_ids=False)


def _options(overview: Overview, words: list[str], columns: _Columns) -> Iterator[Option]:
    tracks = {track.id: track for track, _ in overview.tracks}
    reviews = [one for one in overview.reviews if _matches(one, tracks[one.problem.track], words)]
    first = {standing.problem.id for standing in reviews}
    groups = [("Due again", "Hardest to remember first.", reviews)]
    for track, standings in overview.tracks:
        # What is put first is not listed twice.
        rest = [one for one in standings if one.problem.id not in first and _matches(one, track, words)]
        groups.append((track.title, track.summary, rest))
    is_first = True
    for title, summary, found in groups:
        if found:
            yield Option(_heading(title, summary, is_first), disabled=True)
            is_first = False
        for standing in found:
            yield Option(_line(standing, columns), id=standing.problem.id)


def _matches(standing: Standing, track: Track, words: list[str]) -> bool:
    problem = standing.problem
    text = " ".join(
        (problem.id, problem.title, problem.summary, track.title, standing.progress.status, *problem.concepts)
    ).casefold()
    return all(word in text for word in words)


def _heading(title: str, summary: str, is_first: bool) -> Content:
    return Content.assemble("" if is_first else "\n", (title, "bold $text-primary"), (f"   {summary}", MUTED))


def _line(standing: Standing, columns: _Columns) -> Content:
    problem, width = standing.problem, columns.title
    title = problem.title if len(problem.title) <= width else f"{problem.title[: width - 1]}…"
    return Content.assemble(
        status_symbol(standing.progress.status),
        f"  {title.ljust(width)}{' ' * _GAP}",
        difficulty(problem.difficulty),
        (f"{' ' * _GAP}{problem.id}" if columns.has_ids else "", MUTED),
    )
