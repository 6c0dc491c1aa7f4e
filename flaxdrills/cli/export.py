"""The command that writes all progress and files into one file."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import CliError
from flaxdrills.system.atomic_files import replacing
from flaxdrills.system.english import count

_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
_PIPE = Path("-")


@click.command("export")
@_FILE
@click.option("--force", is_flag=True, help="Replace FILE if there is one.")
def export(file: Path, force: bool) -> None:
    """Write your progress and all your files to FILE (.tar.gz), or to a pipe with -."""
    from flaxdrills.journal.archive import ArchiveError, write_archive

    setup = set_up(quiet=False)
    folders = {
        "journal": setup.paths.journal,
        "solutions": setup.paths.solutions,
        "history": setup.paths.history,
        "scratch": setup.paths.block_copies,
    }
    try:
        with _output(file, force) as target:
            counts, left_out = write_archive(target, folders)
    except ArchiveError as error:
        raise CliError(str(error)) from error
    except OSError as error:
        raise CliError(f"{file} could not be written: {error.strerror}.") from error
    for sentence in left_out:
        click.echo(f"flaxdrills: {sentence}", err=True)
    click.echo(
        f"{file if file != _PIPE else 'The archive'} holds {count(counts['journal'], 'journal')}, "
        f"{files_in_words(counts['solutions'], counts['history'], counts['scratch'])}.",
        err=file == _PIPE,
    )
    sys.exit(1 if left_out else 0)


@contextmanager
def _output(file: Path, force: bool) -> Iterator[IO[bytes]]:
    """A file that appears under its name only when it is whole, or standard output."""
    if file == _PIPE:
        if sys.stdout.isatty():
            raise CliError("An archive is not text for a terminal. Name a file, or write to a pipe.")
        # gzip seeks nowhere, so it may go straight on.
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    if not force and os.path.lexists(file):
        raise CliError(f"There is a {file} already. Name a different file, or replace it with --force.")
    if os.path.lexists(file) and not stat.S_ISREG(os.lstat(file).st_mode):
        # Root could replace a device, and every program would write into the file from then on.
        raise CliError(f"{file} is not a file that can be replaced. Name a different one, or write to a pipe with -.")
    with replacing(file, sync=True) as target:
        yield target


def files_in_words(solutions: int, history: int, block_copies: int) -> str:
    """How many files of each kind an archive has."""
    copies = f" and {count(block_copies, 'file')} of changed code from lessons" if block_copies else ""
    joined = "," if block_copies else " and"
    return f"{count(solutions, 'solution file')}{joined} {count(history, 'file')} of history{copies}"
