"""The command that begins a problem for its author."""

from __future__ import annotations

import click

from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import CliError
from flaxdrills.system.paths import content_folder


@click.command()
@click.argument("track")
@click.argument("problem_id", metavar="ID")
def new(track: str, problem_id: str) -> None:
    """Begin a problem: make its folder. `verify` then says what to write."""
    from flaxdrills.verify.new_problem import NewProblemError, new_problem

    setup = set_up(quiet=False)
    try:
        folder = new_problem(content_folder(), setup.catalogue, track, problem_id)
    except NewProblemError as error:
        raise CliError(str(error)) from error
    click.echo(f"{folder}\nWrite its files, and see with `flaxdrills verify {problem_id}` what is missing.")
