"""The commands; the only place that builds the objects and hands them on."""

from __future__ import annotations

import errno
import importlib
import os
import sys

import click

from flaxdrills import __version__
from flaxdrills.cli.wiring import OFF, CliError, wire

_WHERE = {
    "open": "practise:open_",
    "list": "list:list_",
    "show": "list:show",
    "path": "practise:path",
    "edit": "check:edit",
    "check": "check:check",
    "watch": "check:watch",
    "hint": "practise:hint",
    "solution": "practise:solution",
    "reset": "practise:reset",
    "next": "practise:next_",
    "review": "history:review",
    "grade": "history:grade",
    "history": "history:history",
    "progress": "progress:progress",
    "export": "archive:export",
    "import": "archive:import_",
    "verify": "verify:verify",
    "new": "verify:new",
    "doctor": "doctor:doctor",
}
"""Each command's module and function, in the order of the help page."""


class _Commands(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _WHERE:
            return None
        module, name = _WHERE[cmd_name].split(":")
        command = getattr(importlib.import_module(f"flaxdrills.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flaxdrills")
@click.pass_context
def commands(context: click.Context) -> None:
    """Practise Flax in your terminal. Without a command: the app, where you left off."""
    if context.invoked_subcommand is None:
        from flaxdrills.cli.practise import run_app

        run_app(wire(), None)


def main() -> None:
    """Run the command line; end with 0, 1, 2 (the call is off) or 3 (broken)."""
    try:
        commands(prog_name="flaxdrills")
    except CliError as fault:
        click.echo(f"flaxdrills: {fault}", err=True)
        sys.exit(OFF)
    except OSError as error:
        # What concerns a file has a name and was dealt with below; this was writing to standard output.
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
            raise
        click.echo(f"flaxdrills: standard output cannot be written: {error.strerror}.", err=True)
        # What is left in its buffer would fail again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OFF)
