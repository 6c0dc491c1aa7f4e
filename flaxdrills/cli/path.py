"""The command that says where a solution file is."""

from __future__ import annotations

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults


@click.command()
@PROBLEM_ID
def path(problem_id: str) -> None:
    """Print the path of your solution file; it is made from the stub if there is none."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        click.echo(setup.session(setup.workers()).path(problem))
