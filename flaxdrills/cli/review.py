"""The command that begins a review."""

from __future__ import annotations

import click

from flaxdrills.cli.arguments import known_ids
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import CliError, faults


@click.command()
@click.argument("problem_id", metavar="[ID]", required=False, shell_complete=known_ids)
def review(problem_id: str | None) -> None:
    """Begin the review of a problem, or of the first that is due, and print the path of its fresh stub."""
    setup = set_up(quiet=False)
    with faults():
        session = setup.session(setup.workers())
        due = session.overview().due
        problem = setup.problem(problem_id) if problem_id else due[0].problem if due else None
        if problem is None:
            click.echo("Nothing is due.", err=True)
            return
        standing = session.standing(problem)
        if not standing.is_solved:
            raise CliError(f"{problem.id} was not solved yet, so there is nothing to review.")
        kept = None if standing.progress.review.is_review else session.reset(problem)
        click.echo(session.path(problem))
    if kept is not None:
        click.echo(f"Your file before is now {kept}", err=True)
