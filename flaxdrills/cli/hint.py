"""The command that shows the next hint."""

from __future__ import annotations

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults, must_be_recorded


@click.command()
@PROBLEM_ID
def hint(problem_id: str) -> None:
    """Show the next hint of a problem."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        hints = session.take_hint(problem)
    must_be_recorded(session)
    if hints.new is None:
        click.echo(f"You have all {len(hints.taken)} hints of {problem.id}:\n")
    for one in hints.taken if hints.new is None else (hints.new,):
        click.echo(f"Hint {one.number} of {one.total}\n\n{one.text}\n")
