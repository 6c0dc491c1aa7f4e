"""The rows of the list of problems: headings, chapters that can be folded, and a line a problem."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets.option_list import Option

from flaxdrills.problems.problem import Track
from flaxdrills.progress.overview import ChapterStanding, Overview, Standing
from flaxdrills.ui.look.symbols import MUTED, difficulty, status_symbol

FOLDED, UNFOLDED = "▸", "▾"

_GAP = 3
"""Between title, difficulty and id."""

_SIGNS = 3 + _GAP + 5
"""The state, with what is between it and the title, and the difficulty."""

_INDENT = "  "
"""Before a problem of a chapter."""

_SHORTEST_TITLE = 28
"""Where titles would have to be cut further so that all ids are whole, no id is shown: a title says more."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How a line is divided."""

    title: int
    """How wide it is; what is longer is cut."""
    has_ids: bool

    @classmethod
    def fitting(cls, overview: Overview, room: int) -> Columns:
        """For lines of `room` columns."""
        problems = [standing.problem for standing in overview.standings]
        title = max((len(problem.title) for problem in problems), default=0)
        left = room - _SIGNS - (len(_INDENT) if any(track.chapters for track, _ in overview.tracks) else 0)
        beside = left - _GAP - max((len(problem.id) for problem in problems), default=0)
        if beside >= min(title, _SHORTEST_TITLE):
            return cls(min(title, beside), has_ids=True)
        return cls(min(title, left), has_ids=False)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    words: tuple[str, ...] = ()
    """Casefolded; none while all is listed."""
    ids: frozenset[str] = frozenset()
    """The problems that have all of the words in their lessons, tasks, hints and diagnoses, as far as is known."""

    def fits(self, standing: Standing, track: Track) -> bool:
        """Whether a problem of `track` has all of the words in what the list says of it."""
        problem = standing.problem
        chapter = track.chapter_of(problem)
        names = (problem.id, problem.title, problem.summary, problem.function, track.title, standing.progress.status)
        text = " ".join((*names, chapter.title if chapter else "", *problem.concepts)).casefold()
        return all(word in text for word in self.words)


def rows(overview: Overview, search: Search, unfolded: Container[str], columns: Columns) -> Iterator[Option]:
    """All rows: of a chapter that is not in `unfolded` only its name, unless words are looked for."""
    tracks = {track.id: track for track, _ in overview.tracks}
    listed = [one for one in overview.reviews if search.fits(one, tracks[one.problem.track])]
    yield from _group("Due again", "Hardest to remember first.", listed, columns, is_first=True)
    # What is put first is not listed twice.
    above = {standing.problem.id for standing in listed}

    def is_listed(standing: Standing) -> bool:
        return standing.problem.id not in above and search.fits(standing, tracks[standing.problem.track])

    is_first = not listed
    for track, standings in overview.tracks:
        found = list(filter(is_listed, standings))
        above |= {standing.problem.id for standing in found}
        if track.chapters and found:
            yield _heading(track.title, track.summary, is_first=is_first)
            yield from _chapters(overview, track, found, None if search.words else unfolded, columns)
        else:
            yield from _group(track.title, track.summary, found, columns, is_first=is_first)
        is_first = is_first and not found
    others = [one for one in overview.standings if one.problem.id in search.ids and one.problem.id not in above]
    yield from _group("In their texts", "Lessons, tasks, hints, mistakes.", others, columns, is_first=is_first)


def _chapters(
    overview: Overview, track: Track, found: Sequence[Standing], unfolded: Container[str] | None, columns: Columns
) -> Iterator[Option]:
    """The chapters of `track` with the problems `found`; all are open where `unfolded` is None."""
    ids = {standing.problem.id for standing in found}
    for chapter in overview.chapters_of(track):
        listed = [standing for standing in chapter.standings if standing.problem.id in ids]
        is_open = unfolded is None or chapter.id in unfolded
        if listed or unfolded is not None:
            yield Option(_chapter_line(chapter, is_open, columns), id=chapter.id, disabled=unfolded is None)
        for standing in listed if is_open else ():
            yield Option(_line(standing, columns, _INDENT), id=standing.problem.id)


def _group(
    title: str, summary: str, standings: Sequence[Standing], columns: Columns, *, is_first: bool
) -> Iterator[Option]:
    if standings:
        yield _heading(title, summary, is_first=is_first)
    for standing in standings:
        yield Option(_line(standing, columns), id=standing.problem.id)


def _heading(title: str, summary: str, *, is_first: bool) -> Option:
    text = Content.assemble("" if is_first else "\n", (title, "bold $text-primary"), (f"   {summary}", MUTED))
    return Option(text, disabled=True)


def _chapter_line(chapter: ChapterStanding, is_open: bool, columns: Columns) -> Content:
    width, total = columns.title + len(_INDENT), len(chapter.standings)
    return Content.assemble(
        f"{UNFOLDED if is_open else FOLDED}  {_cut(chapter.chapter.title, width)}{' ' * _GAP}",
        (f"{chapter.solved} of {total}", MUTED if chapter.solved < total else "$text-success"),
        (f"   {chapter.due} due" if chapter.due else "", "bold $text-accent"),
    )


def _line(standing: Standing, columns: Columns, indent: str = "") -> Content:
    problem = standing.problem
    return Content.assemble(
        indent,
        status_symbol(standing.progress.status),
        f"  {_cut(problem.title, columns.title)}{' ' * _GAP}",
        difficulty(problem.difficulty),
        (f"{' ' * _GAP}{problem.id}" if columns.has_ids else "", MUTED),
    )


def _cut(title: str, width: int) -> str:
    return title.ljust(width) if len(title) <= width else f"{title[: width - 1]}…"
