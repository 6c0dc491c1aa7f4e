"""The command that shows where the learner stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import say_faults
from flaxdrills.progress.heat_map import heat_map, legend
from flaxdrills.progress.overview import ChapterStanding, Overview
from flaxdrills.progress.statistics import DueDay, bar, due_days, duration, first_tries, practised_since, track_bars
from flaxdrills.progress.weak_concepts import weak_concepts
from flaxdrills.system.english import count
from flaxdrills.system.text_wrap import COLUMNS, hanging

_BAR = 24
_CONCEPTS = 8
_LATEST = 8


@click.command()
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON object.")
def progress(as_objects: bool) -> None:
    """Show your progress: streak, calendar, tracks, what is due, what fails most."""
    setup = set_up(quiet=False)
    overview = setup.overview()
    if as_objects:
        click.echo(json.dumps(_as_json(overview)))
    else:
        click.echo("\n".join(_lines(overview)))
    say_faults(overview)


def _lines(overview: Overview) -> Iterator[str]:
    streak, progress, (clean, rounds) = overview.streak, overview.progress, first_tries(overview)
    yield f"solved    {overview.solved} of {len(overview.standings)}"
    yield f"streak    {count(streak.current, 'day')} (longest {count(streak.longest, 'day')})"
    unfinished = f" ({progress.unfinished} of unfinished files, which do not count)" if progress.unfinished else ""
    yield f"attempts  {overview.attempts}{unfinished}"
    if not progress.problems:
        yield "\nNothing was practised yet. `flaxdrills next` names a problem to begin with."
        return
    yield f"practised {duration(progress.practised_s)} ({duration(practised_since(overview, 7))} in 7 days)"
    yield f"first try {clean} of {rounds}" + (f" ({clean / rounds:.0%})" if rounds else "")
    yield f"\nThe last year   {legend()}\n"
    yield from heat_map(progress.days, overview.today)
    yield "\nTracks\n"
    yield from _track_lines(overview)
    yield f"\nDue in the next 14 days{f'   {overview.due_in_words}' if overview.due else ''}\n"
    yield from map(_due_line, filter(lambda due: due.standings, due_days(overview)))
    yield from _concept_lines(overview)
    yield "\nLatest attempts\n"
    for attempt in progress.latest[:_LATEST]:
        sign = "✓" if attempt.passed else "✗"
        what = f"{attempt.verdict}{', unfinished' * attempt.unfinished}"
        yield f"{sign} {attempt.at:%Y-%m-%d %H:%M}  {attempt.problem}  {what}"


def _track_lines(overview: Overview) -> Iterator[str]:
    bars = track_bars(overview)
    width = max((len(one.track.id) for one in bars), default=0)
    for one in bars:
        full, empty = bar(one.solved, one.total, _BAR)
        due = f"  ! {one.due} due" if one.due else ""
        yield f"{one.track.id:<{width}}  {full}{empty}  {one.solved} of {one.total}{due}"
        yield from _chapter_lines(overview.chapters_of(one.track), width)


def _chapter_lines(chapters: Sequence[ChapterStanding], indent: int) -> Iterator[str]:
    """Those that were begun and are not all solved: of all of them there may be fifty."""
    begun = [one for one in chapters if 0 < one.solved < len(one.standings)]
    width = max((len(one.chapter.title) for one in begun), default=0)
    for one in begun:
        due = f"  ! {one.due} due" if one.due else ""
        yield f"{' ' * indent}  {one.chapter.title:<{width}}  {one.solved} of {len(one.standings)}{due}"


def _due_line(due: DueDay) -> str:
    ids = [standing.problem.id for standing in due.standings]
    rest = f" and {len(ids) - 3} more" if len(ids) > 3 else ""
    return f"{due.day:%a %Y-%m-%d}  {len(ids):>3}  {', '.join(ids[:3])}{rest}"


def _concept_lines(overview: Overview) -> Iterator[str]:
    concepts = weak_concepts(overview, _CONCEPTS)
    if not concepts:
        return
    yield "\nConcepts that fail most\n"
    width = max(len(concept.name) for concept in concepts)
    for concept in concepts:
        ids = ", ".join(standing.problem.id for standing in concept.standings[:3])
        yield from hanging(f"{concept.name:<{width}}  {concept.failed:>3} of {concept.runs:>3} failed  ", ids, COLUMNS)


def _as_json(overview: Overview) -> dict[str, Any]:
    clean, rounds = first_tries(overview)
    return {
        "attempts": overview.attempts,
        "unfinished": overview.progress.unfinished,
        "solved": overview.solved,
        "problems": len(overview.standings),
        "streak": {"current": overview.streak.current, "longest": overview.streak.longest},
        "due": [standing.problem.id for standing in overview.due],
        "reviews_today": [standing.problem.id for standing in overview.reviews],
        "tracks": [
            {
                "id": one.track.id,
                "problems": one.total,
                "solved": one.solved,
                "due": one.due,
                "chapters": [
                    {
                        "title": chapter.chapter.title,
                        "problems": len(chapter.standings),
                        "solved": chapter.solved,
                        "due": chapter.due,
                    }
                    for chapter in overview.chapters_of(one.track)
                ],
            }
            for one in track_bars(overview)
        ],
        "practised_seconds": round(overview.progress.practised_s),
        "first_tries": {"passed": clean, "of": rounds},
        "days": [
            {
                "day": day.isoformat(),
                "attempts": done.attempts,
                "passed": done.passes,
                "practised_seconds": round(done.practised_s),
            }
            for day, done in sorted(overview.progress.days.items())
        ],
        "coming": [{"day": due.day.isoformat(), "due": len(due.standings)} for due in due_days(overview)],
        "concepts": [
            {
                "concept": concept.name,
                "failed": concept.failed,
                "of": concept.runs,
                "problems": [standing.problem.id for standing in concept.standings],
            }
            for concept in weak_concepts(overview, _CONCEPTS)
        ],
        "latest": [
            {
                "problem": attempt.problem,
                "at": attempt.at.isoformat(),
                "verdict": attempt.verdict,
                "unfinished": attempt.unfinished,
            }
            for attempt in overview.progress.latest
        ],
    }
