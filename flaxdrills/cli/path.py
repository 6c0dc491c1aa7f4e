"""The command that says where a solution file is."""

from __future__ import annotations

import sys

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import UNRECORDED, faults, say_unrecorded


@click.command()
@PROBLEM_ID
def path(problem_id: str) -> None:
    """Print the path of your solution file; it is made from the stub if there is none."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        click.echo(session.path(problem))
    if say_unrecorded(session):
        sys.exit(UNRECORDED)
