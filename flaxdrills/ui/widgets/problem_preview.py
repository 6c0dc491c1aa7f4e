"""What the list says of the problem or the chapter under the cursor: two lines below it, or a pane beside it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from flaxdrills.progress.overview import ChapterStanding, Overview, Standing
from flaxdrills.progress.problem_progress import Status
from flaxdrills.system.english import count
from flaxdrills.ui.look.symbols import FAILS, HOLDS, MUTED, difficulty, status_symbol

FROM_WIDTH = 110
"""The pane stands beside the list in terminals that are so many columns wide, or wider."""

WIDTH = 40
"""How many of them it has."""


def brief(standing: Standing) -> Content:
    """Of a problem, in two lines: its summary, and what was done about it."""
    return Content("\n").join(
        [
            Content(standing.problem.summary),
            # The concepts last: there may be more of them than the line has room for.
            Content.styled(" · ".join((*_record(standing), *standing.problem.concepts)), MUTED),
        ]
    )


def chapter_brief(chapter: ChapterStanding) -> Content:
    """Of a chapter, in two lines: what it is about, and how far the learner is with it."""
    return Content("\n").join([Content(chapter.chapter.summary), Content.styled(_chapter_record(chapter), MUTED)])


def full(standing: Standing, overview: Overview) -> Content:
    """All that the list knows of a problem, in lines that may be wrapped."""
    return Content("\n").join(_lines(standing, overview))


def chapter_full(chapter: ChapterStanding) -> Content:
    """All that the list knows of a chapter."""
    lines = [Content.styled(chapter.chapter.title, "bold"), Content(), Content(chapter.chapter.summary), Content()]
    return Content("\n").join([*lines, Content.styled(_chapter_record(chapter), MUTED)])


def _lines(standing: Standing, overview: Overview) -> Iterator[Content]:
    problem, progress = standing.problem, standing.progress
    yield Content.styled(problem.title, "bold")
    yield Content.assemble(difficulty(problem.difficulty), (f"   {problem.form}   {problem.id}", MUTED))
    yield Content()
    yield Content(problem.summary)
    if problem.concepts:
        yield Content()
        yield Content.styled(" · ".join(problem.concepts), MUTED)
    known = {one.problem.id: one for one in overview.standings}
    needed = [known[one] for one in problem.prerequisites if one in known]
    if needed:
        yield Content()
        yield Content("Comes after")
    for one in needed:
        yield Content.assemble(status_symbol(one.progress.status), f" {one.problem.title}")
    if progress.last_at is not None:
        yield Content()
        yield Content.assemble("Last there on ", _day(overview, standing))
    if progress.recent:
        tries = Content("").join([HOLDS if passed else FAILS for passed in progress.recent])
        yield Content.assemble("Latest runs ", tries)
    for record in _record(standing):
        yield Content.styled(record, MUTED)


def _day(overview: Overview, standing: Standing) -> str:
    at = standing.progress.last_at
    assert at is not None
    year = "" if at.year == overview.today.year else f" {at.year}"
    return f"{at.day} {at:%B}{year}"


def _record(standing: Standing) -> list[str]:
    progress = standing.progress
    record = [count(number, noun) for number, noun in ((progress.attempts, "run"), (progress.hints, "hint")) if number]
    if progress.revealed:
        record.append("solution seen")
    memory = progress.review.memory
    if memory is not None and progress.status is not Status.DUE:
        record.append(f"due again on {memory.due_on.day} {memory.due_on:%b %Y}")
    return record


def _chapter_record(chapter: ChapterStanding) -> str:
    due = f" · {chapter.due} due" if chapter.due else ""
    return f"{chapter.solved} of {len(chapter.standings)} solved{due}"
