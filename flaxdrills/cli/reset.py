"""The command that begins a problem anew."""

from __future__ import annotations

import sys

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import UNRECORDED, faults, say_unrecorded


@click.command()
@PROBLEM_ID
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(problem_id: str, yes: bool) -> None:
    """Start a problem again from its stub; your file is kept in the history."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        if not yes:
            question = f"Start {problem.id} again from its stub? Your file is kept in the history."
            click.confirm(question, abort=True, err=True)
        kept = session.reset(problem)
        click.echo(session.path(problem))
    if kept is not None:
        click.echo(f"Your file before is now {kept}", err=True)
    if say_unrecorded(session):
        sys.exit(UNRECORDED)
