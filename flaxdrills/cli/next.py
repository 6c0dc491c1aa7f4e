"""The command that names the problem to do now."""

from __future__ import annotations

import click

from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults
from flaxdrills.practice.next_problem import at_the_end, next_problem


@click.command("next")
def next_() -> None:
    """Print the id of the problem to do now."""
    setup = set_up(quiet=False)
    with faults():
        session = setup.session(setup.workers())
        overview = session.overview()
        problem = next_problem(overview)
    twin = overview.twin(overview.last.problem) if overview.last else None
    if twin is not None:
        # Not on standard output, where scripts find the id.
        click.echo(f"The same idea in {twin.api}: {twin.problem.id}", err=True)
    if problem is None:
        click.echo(f"You have solved every problem. {at_the_end(overview)}", err=True)
    else:
        click.echo(problem.id)
        if overview.standing(problem.id).can_be_reviewed:
            click.echo(f"It is due again: `flaxdrills review {problem.id}` begins with a fresh stub.", err=True)
