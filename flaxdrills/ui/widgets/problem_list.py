"""The tracks and their problems, as a list to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from flaxdrills.overview import Overview, Standing
from flaxdrills.problem import Track
from flaxdrills.ui.marks import MARKS, MUTED, difficulty
from flaxdrills.ui.widgets.choices import Choices

_LONGEST_TITLE = 36


class ProblemList(Choices):
    """A line a problem, what is due again first, then under its track: state, title, difficulty, id."""

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

    @property
    def chosen(self) -> str | None:
        """The id of the problem under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    def show(self, overview: Overview, words: str, highlight: str | None) -> None:
        """List the problems that have all of `words`; the one of id `highlight` has the cursor, or the first."""
        options = list(_options(overview, words.casefold().split()))
        self.clear_options()
        self.add_options(options)
        places = {option.id: place for place, option in enumerate(options) if option.id}
        first = next(iter(places.values()), None)
        self.highlighted = places.get(highlight or "", first)
        if self.highlighted == first:
            # The track's title above the first problem stays in sight.
            self.call_after_refresh(self.scroll_home, animate=False)


def _options(overview: Overview, words: list[str]) -> Iterator[Option]:
    titles = [standing.problem.title for standing in overview.standings]
    width = min(max(map(len, titles), default=0), _LONGEST_TITLE)
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
            yield Option(_line(standing, width), id=standing.problem.id)


def _matches(standing: Standing, track: Track, words: list[str]) -> bool:
    problem = standing.problem
    text = " ".join(
        (problem.id, problem.title, problem.summary, track.title, standing.progress.status, *problem.concepts)
    ).casefold()
    return all(word in text for word in words)


def _heading(title: str, summary: str, is_first: bool) -> Content:
    return Content.assemble("" if is_first else "\n", (title, "bold $text-primary"), (f"   {summary}", MUTED))


def _line(standing: Standing, width: int) -> Content:
    problem = standing.problem
    title = problem.title if len(problem.title) <= width else f"{problem.title[: width - 1]}…"
    return Content.assemble(
        MARKS[standing.progress.status].content,
        f"  {title.ljust(width)}   ",
        difficulty(problem.difficulty),
        (f"   {problem.id}", MUTED),
    )
