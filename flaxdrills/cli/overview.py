"""The commands that show where the learner stands, and what there is."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from flaxdrills.cli.build import faults, known_ids, set_up
from flaxdrills.overview import Overview
from flaxdrills.progress import Status

MARKS = {Status.NEW: "·", Status.TRIED: "~", Status.SOLVED: "✓", Status.DUE: "!"}
"""How each status is shown where there is room for one character."""


@click.command("list")
@click.option("--track", help="Only this track.")
@click.option("--status", type=click.Choice([str(status) for status in Status]), help="Only problems in this state.")
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON array.")
def list_(track: str | None, status: str | None, as_objects: bool) -> None:
    """List the problems with their state."""
    setup = set_up(quiet=False)
    known = [one.id for one in setup.catalogue.tracks]
    if track is not None and track not in known:
        raise click.BadParameter(f"there is no track {track!r}; there are {', '.join(known)}.", param_hint="--track")
    overview = setup.overview()
    rows = [
        standing
        for standing in overview.standings
        if track in (None, standing.problem.track) and status in (None, str(standing.progress.status))
    ]
    if as_objects:
        click.echo(
            json.dumps(
                [
                    {
                        "id": row.problem.id,
                        "track": row.problem.track,
                        "position": row.problem.position,
                        "title": row.problem.title,
                        "difficulty": row.problem.difficulty,
                        "status": str(row.progress.status),
                    }
                    for row in rows
                ]
            )
        )
    else:
        width = max((len(row.problem.id) for row in rows), default=0)
        for row in rows:
            click.echo(f"{MARKS[row.progress.status]} {row.problem.id:<{width}}  {row.problem.title}")
        if not rows:
            click.echo("No problem is in that state.", err=True)
    _say_faults(overview)


@click.command()
@click.argument("problem_id", metavar="ID", shell_complete=known_ids)
def show(problem_id: str) -> None:
    """Show a problem's lesson and task."""
    from flaxdrills.catalogue import read_texts

    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        texts = read_texts(problem)
    text = f"{texts.lesson.rstrip()}\n\n## The task\n\n{texts.task.strip()}\n"
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 100))


@click.command()
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON object.")
def progress(as_objects: bool) -> None:
    """Show your streak and where you stand."""
    setup = set_up(quiet=False)
    overview = setup.overview()
    if as_objects:
        click.echo(json.dumps(_as_json(overview)))
    else:
        streak = overview.streak
        click.echo(f"solved    {overview.solved} of {len(overview.standings)}")
        click.echo(f"streak    {_days(streak.current)} (longest {_days(streak.longest)})")
        click.echo(f"attempts  {overview.attempts}")
        for track, standings in overview.tracks:
            done = sum(standing.progress.solved_at is not None for standing in standings)
            click.echo(f"{track.id:<9} {done} of {len(standings)}")
        for standing in overview.due:
            click.echo(f"due       {standing.problem.id}")
    _say_faults(overview)


def _as_json(overview: Overview) -> dict[str, Any]:
    return {
        "attempts": overview.attempts,
        "solved": overview.solved,
        "problems": len(overview.standings),
        "streak": {"current": overview.streak.current, "longest": overview.streak.longest},
        "due": [standing.problem.id for standing in overview.due],
        "tracks": [
            {
                "id": track.id,
                "problems": len(standings),
                "solved": sum(standing.progress.solved_at is not None for standing in standings),
            }
            for track, standings in overview.tracks
        ],
    }


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _say_faults(overview: Overview) -> None:
    for fault in overview.faults:
        click.echo(f"flaxdrills: {fault}", err=True)
