"""The command that says how well a problem was remembered."""

from __future__ import annotations

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import CliError, faults, must_be_recorded
from flaxdrills.progress.grade import Grade


@click.command()
@PROBLEM_ID
@click.argument("grade", type=click.Choice([str(grade) for grade in Grade]))
def grade(problem_id: str, grade: str) -> None:
    """Say yourself how well you remembered a problem the last time. It replaces the grade that flaxdrills gave."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        session.regrade(problem, Grade(grade))
        memory = session.standing(problem).progress.review.memory
    must_be_recorded(session)
    if memory is None:
        raise CliError(f"{problem.id} has no grade: it was not solved yet.")
    click.echo(f"{problem.id} is due again on {memory.due_on:%Y-%m-%d}.")
