"""The command that lists the problems."""

from __future__ import annotations

import json

import click

from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import say_faults
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.progress.problem_progress import Status


@click.command("list")
@click.option("--track", help="Only this track; what its ids begin with will do, too.")
@click.option("--status", type=click.Choice([str(status) for status in Status]), help="Only problems in this state.")
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON array.")
def list_(track: str | None, status: str | None, as_objects: bool) -> None:
    """List the problems with their state."""
    setup = set_up(quiet=False)
    chosen = None if track is None else _track(setup.catalogue, track)
    overview = setup.overview()
    rows = [
        standing
        for standing in (overview.due if status == Status.DUE else overview.standings)
        if chosen in (None, standing.problem.track) and status in (None, str(standing.progress.status))
    ]
    divided = [(track, chapter) for track in setup.catalogue.tracks for chapter in track.chapters]
    chapters = {problem.id: (track, chapter) for track, chapter in divided for problem in chapter.problems}
    if as_objects:
        click.echo(
            json.dumps(
                [
                    {
                        "id": row.problem.id,
                        "track": row.problem.track,
                        "chapter": chapters[row.problem.id][1].title if row.problem.id in chapters else "",
                        "position": row.problem.position,
                        "title": row.problem.title,
                        "form": str(row.problem.form),
                        "difficulty": row.problem.difficulty,
                        "status": str(row.progress.status),
                    }
                    for row in rows
                ]
            )
        )
    else:
        width = max((len(row.problem.id) for row in rows), default=0)
        heading = None
        for row in rows:
            # What is due stands in an order of its own.
            if status != Status.DUE and (chapter := chapters.get(row.problem.id)) != heading:
                click.echo("\n" * (row is not rows[0]) + (": ".join(one.title for one in chapter) if chapter else ""))
                heading = chapter
            click.echo(f"{row.progress.status.sign} {row.problem.id:<{width}}  {row.problem.title}")
        if not rows:
            click.echo("No problem is in that state.", err=True)
    say_faults(overview)


def _track(catalogue: Catalogue, name: str) -> str:
    """The id of the track of that name, or of the one whose problems' ids all begin with it. Raises BadParameter."""
    begins = {track.id: {problem.id.split("-")[0] for problem in track.problems} for track in catalogue.tracks}
    if name in begins:
        return name
    named = [track_id for track_id, beginnings in begins.items() if beginnings == {name}]
    if len(named) == 1:
        return named[0]
    known = ", ".join(track.id for track in catalogue.tracks)
    raise click.BadParameter(f"there is no track {name!r}; there are {known}.", param_hint="--track")
