"""The commands that show what there is."""

from __future__ import annotations

import json
import sys

import click

from flaxdrills.cli.wiring import faults, known_ids, wire
from flaxdrills.progress.overview import Overview
from flaxdrills.progress.problem_progress import Status

MARKS = {Status.NEW: "·", Status.TRIED: "~", Status.SOLVED: "✓", Status.DUE: "!"}
"""How each status is shown where there is room for one character."""


@click.command("list")
@click.option("--track", help="Only this track.")
@click.option("--status", type=click.Choice([str(status) for status in Status]), help="Only problems in this state.")
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON array.")
def list_(track: str | None, status: str | None, as_objects: bool) -> None:
    """List the problems with their state."""
    setup = wire(quiet=False)
    known = [one.id for one in setup.catalogue.tracks]
    if track is not None and track not in known:
        raise click.BadParameter(f"there is no track {track!r}; there are {', '.join(known)}.", param_hint="--track")
    overview = setup.overview()
    rows = [
        standing
        for standing in (overview.due if status == Status.DUE else overview.standings)
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
    say_faults(overview)


@click.command()
@click.argument("problem_id", metavar="ID", shell_complete=known_ids)
def show(problem_id: str) -> None:
    """Show a problem's lesson and task."""
    from flaxdrills.problems.problem_files import read_file

    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        lesson, task = read_file(problem, "lesson.md"), read_file(problem, "task.md")
    text = f"{lesson.rstrip()}\n\n## The task\n\n{task.strip()}\n"
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 100))


def say_faults(overview: Overview) -> None:
    """Tell, on standard error, what could not be read."""
    for fault in overview.faults:
        click.echo(f"flaxdrills: {fault}", err=True)
