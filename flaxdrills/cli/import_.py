"""The command that adds what an export holds to what is here."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import CliError
from flaxdrills.cli.export import files_in_words
from flaxdrills.system.english import count
from flaxdrills.system.regular_file import open_file_or_pipe

if TYPE_CHECKING:
    from flaxdrills.journal.import_archive import MergeResult


_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))


_PIPE = Path("-")


@click.command("import")
@_FILE
def import_(file: Path) -> None:
    """Add what an export holds to what is here; nothing of yours changes."""
    from flaxdrills.journal.archive import ArchiveError
    from flaxdrills.journal.import_archive import merge_archive

    setup = set_up(quiet=False)
    try:
        with _input(file) as source:
            result = merge_archive(source, str(file), setup.paths, lambda problem_id: _stub(setup, problem_id))
    except ArchiveError as error:
        raise CliError(str(error)) from error
    except OSError as error:
        raise CliError(f"{file} cannot be read: {error.strerror}.") from error
    _say(result)


@contextmanager
def _input(file: Path) -> Iterator[IO[bytes]]:
    if file == _PIPE:
        with _copied(sys.stdin.buffer) as source:
            yield source
        return
    with open_file_or_pipe(file) as opened:
        if opened.seekable():
            yield opened
            return
        with _copied(opened) as source:
            yield source


@contextmanager
def _copied(pipe: IO[bytes]) -> Iterator[IO[bytes]]:
    """What came through `pipe`, in a file that can be read twice."""
    with tempfile.TemporaryFile() as source:
        shutil.copyfileobj(pipe, source)
        source.seek(0)
        yield source


def _stub(setup: CommandSetup, problem_id: str) -> str | None:
    from flaxdrills.problems.problem_files import CatalogueError, read_file

    try:
        return read_file(setup.catalogue.problem(problem_id), "stub.py")
    except CatalogueError:
        return None


def _say(result: MergeResult) -> None:
    known = f" ({result.known} were here already)" if result.known else ""
    files = files_in_words(result.solutions, result.history, result.block_copies)
    click.echo(f"Added {count(result.events, 'event')}{known}, {files}.")
    if result.damaged:
        click.echo(f"flaxdrills: {count(result.damaged, 'damaged line')} could not be read.", err=True)
    for path, copy in result.differing:
        click.echo(f"{path} has a different text and is not changed. The imported text is {copy}")
