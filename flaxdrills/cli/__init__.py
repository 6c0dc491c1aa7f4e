"""The commands; the only place that builds the objects and hands them on."""

from __future__ import annotations

import errno
import importlib
import os
import sys

import click

from flaxdrills import __version__
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import OFF, CliError
from flaxdrills.system.standard_streams import ready_streams

_COMMANDS = (
    "open",
    "list",
    "show",
    "path",
    "edit",
    "check",
    "watch",
    "hint",
    "solution",
    "reset",
    "next",
    "review",
    "grade",
    "history",
    "progress",
    "export",
    "import",
    "verify",
    "new",
    "doctor",
    "why",
)
"""Each has a module of its name, in the order of the help page."""
_SHADOWING = ("open", "list", "next", "import")
"""Those that mean something else in Python; the function, or where it must the module, has a `_` after its name."""

_CANNOT_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What writing to standard output comes to where it is a full disk, or closed."""


class _Commands(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"flaxdrills.cli.{'import_' if cmd_name == 'import' else cmd_name}")
        command = getattr(module, f"{cmd_name}_" if cmd_name in _SHADOWING else cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flaxdrills")
@click.pass_context
def commands(context: click.Context) -> None:
    """Practise Flax in your terminal. Without a command: the app, where you left off."""
    if context.invoked_subcommand is None:
        from flaxdrills.cli.open import run_app

        run_app(set_up(), None)


def main() -> None:
    """Run the command line; end with 0, 1, 2 (the call is wrong), 3 (broken) or 4 (not recorded)."""
    ready_streams()
    try:
        commands(prog_name="flaxdrills")
    except CliError as fault:
        click.echo(f"flaxdrills: {fault}", err=True)
        _drop_output()
        sys.exit(fault.status)
    except OSError as error:
        # What concerns a file has a name and was dealt with below; this was writing to standard output.
        if error.filename is not None or error.errno not in _CANNOT_WRITE:
            raise
        click.echo(f"flaxdrills: standard output cannot be written: {error.strerror}.", err=True)
        _drop_output()
        sys.exit(OFF)


def _drop_output() -> None:
    """Where standard output cannot be written, forget what is left in its buffer: it would fail again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
