"""How a command ends that cannot be carried out, and what is said then."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.progress.overview import Overview

if TYPE_CHECKING:
    from flaxdrills.practice.session import Session
    from flaxdrills.progress.overview import Overview


OFF = 2
"""Exit status when the call itself is off."""


BROKEN = 3
"""Exit status when a problem or the judge is broken, or the judge was ended from outside."""


UNRECORDED = 4
"""Exit status when what was done could not be recorded, whatever it came to."""


class CliError(Exception):
    """The call cannot be carried out; the message tells the user why and what to do."""

    status = OFF
    """What the process ends with."""


class UnrecordedError(CliError):
    """What was asked for was not done, since it could not be recorded."""

    status = UNRECORDED


@contextlib.contextmanager
def faults() -> Iterator[None]:
    """Turn the named errors of the layers below into a CliError."""
    from flaxdrills.editors.choose_editor import EditorError
    from flaxdrills.journal.journal import JournalError
    from flaxdrills.practice.solution_files import SolutionFileError
    from flaxdrills.system.paths import NoFolderError

    try:
        yield
    except (NoFolderError, CatalogueError, SolutionFileError, JournalError, EditorError) as error:
        raise CliError(str(error)) from error


def must_be_recorded(session: Session) -> None:
    """Raises UnrecordedError where something is not: a call that ends now does not try again."""
    if session.progress.trouble:
        raise UnrecordedError(session.progress.trouble)


def say_unrecorded(session: Session) -> bool:
    """Before a call ends that did something: record what could not be recorded, or say where it is kept.

    Returns whether something is not recorded; the call then ends with UNRECORDED.
    """
    loss = session.leave()
    if loss:
        # The terminal may be gone.
        with contextlib.suppress(OSError):
            click.echo(f"flaxdrills: {loss}", err=True)
    return bool(loss)


def say_faults(overview: Overview) -> None:
    """Tell, on standard error, what could not be read."""
    for fault in overview.faults:
        click.echo(f"flaxdrills: {fault}", err=True)
