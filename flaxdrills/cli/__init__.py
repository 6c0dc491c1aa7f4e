"""The commands; the only place that builds the objects and hands them on."""

from __future__ import annotations

import sys

import click

from flaxdrills import __version__
from flaxdrills.cli import author, doctor, overview, practice
from flaxdrills.cli.build import OFF, Fault, set_up


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flaxdrills")
@click.pass_context
def commands(context: click.Context) -> None:
    """Practise Flax in your terminal. Without a command: the app, where you left off."""
    if context.invoked_subcommand is None:
        practice.run_app(set_up(), None)


for _command in (*practice.COMMANDS, *overview.COMMANDS, *author.COMMANDS, *doctor.COMMANDS):
    commands.add_command(_command)


def main() -> None:
    """Run the command line; end with 0, 1, 2 (the call is off) or 3 (broken)."""
    try:
        commands(prog_name="flaxdrills")
    except Fault as fault:
        click.echo(f"flaxdrills: {fault}", err=True)
        sys.exit(OFF)
