"""Building the objects of a call: where things lie, the settings, the catalogue, a session."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from flaxdrills.ascii import in_ascii
from flaxdrills.catalogue import Catalogue, CatalogueError, load_catalogue
from flaxdrills.locations import Locations, content_folder
from flaxdrills.problem import Platform, Problem
from flaxdrills.settings import Settings, load_settings
from flaxdrills.terminal import Terminal, environment_as_started, terminal_of

if TYPE_CHECKING:
    from flaxdrills.journal import Journal
    from flaxdrills.ledger import Ledger
    from flaxdrills.logbook import Logbook
    from flaxdrills.overview import Overview
    from flaxdrills.session import Session
    from flaxdrills.workers import Workers

OFF = 2
"""Exit status when the call itself is off."""

BROKEN = 3
"""Exit status when a problem or the judge is broken."""


class Fault(Exception):
    """The call cannot be carried out; the message tells the user why and what to do."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What every command begins with."""

    locations: Locations
    settings: Settings
    catalogue: Catalogue
    notices: tuple[str, ...]
    """What is off in the settings, a sentence each."""
    terminal: Terminal

    def problem(self, problem_id: str) -> Problem:
        """The problem of that id. Raises Fault, which names the nearest ids."""
        with faults():
            return self.catalogue.problem(problem_id)

    def workers(self, device: str | None = None) -> Workers:
        """Workers on `device`, or on the one in the settings. An async context."""
        from flaxdrills.workers import Workers

        return Workers(self.locations, Platform(device or self.settings.device), self.settings.cache_mib)

    @contextlib.asynccontextmanager
    async def judging(self, device: str | None = None) -> AsyncIterator[Workers]:
        """Workers that are gone afterwards; what they cannot keep is said on standard error."""
        async with self.workers(device) as workers:
            if trouble := workers.trouble():
                click.echo(f"flaxdrills: {trouble}", err=True)
            yield workers

    def overview(self) -> Overview:
        """Where the learner stands, going by the journal; light, since no worker can come of it."""
        from datetime import datetime

        from flaxdrills.overview import overview_of

        _, ledger = self._journal()
        ledger.refresh()
        now = datetime.now().astimezone()
        return overview_of(self.catalogue, ledger.progress(), now, self.settings.habits, ledger.faults)

    def session(self, workers: Workers) -> Session:
        """A session on the learner's own files and journal."""
        from flaxdrills.found import Found
        from flaxdrills.live import LiveLessons
        from flaxdrills.places import Places
        from flaxdrills.recognise import MistakeCache
        from flaxdrills.scratch import Scratch
        from flaxdrills.session import Session
        from flaxdrills.workspace import Workspace

        journal, ledger = self._journal()
        return Session(
            self.catalogue,
            Workspace(self.locations.solutions, self.locations.history),
            journal,
            workers,
            MistakeCache(self.locations.mistakes),
            self.settings.habits,
            ledger=ledger,
            places=Places(self.locations.places),
            live=LiveLessons(workers, Scratch(self.locations.scratch), Found(self.locations.found)),
        )

    def logbook(self) -> Logbook:
        """What was recorded, to be looked up."""
        from flaxdrills.logbook import Logbook

        return Logbook(*self._journal(), self.settings.day_end)

    def _journal(self) -> tuple[Journal, Ledger]:
        from flaxdrills.journal import Journal
        from flaxdrills.ledger import Ledger

        journal = Journal(self.locations.journal)
        return journal, Ledger(journal, self.locations.snapshot, self.settings.day_end, _say_long_reading)


def set_up(*, quiet: bool = True) -> Setup:
    """What the user's directories, settings and the installed content come to.

    Unless `quiet`, notices go to standard error. Raises Fault when there is no catalogue at all.
    """
    locations = Locations.of_user()
    loaded = load_settings(locations.settings_file)
    if loaded.settings.solutions is not None:
        locations = replace(locations, own_solutions=loaded.settings.solutions)
    with faults():
        catalogue = load_catalogue(content_folder())
    if not quiet:
        for notice in loaded.faults:
            click.echo(f"flaxdrills: {notice}", err=True)
    terminal = terminal_of(environment_as_started(), loaded.settings.ascii)
    if terminal.is_ascii:
        sys.stdout, sys.stderr = in_ascii(sys.stdout), in_ascii(sys.stderr)
    return Setup(locations, loaded.settings, catalogue, loaded.faults, terminal)


def _say_long_reading(size: int) -> None:
    click.echo(f"flaxdrills: reading {size // 2**20} MiB of the journal; the next start is quick.", err=True)


@contextlib.contextmanager
def faults() -> Iterator[None]:
    """Turn the named errors of the layers below into a Fault."""
    from flaxdrills.editor import EditorError
    from flaxdrills.journal import JournalError
    from flaxdrills.workspace import WorkspaceError

    try:
        yield
    except (CatalogueError, WorkspaceError, JournalError, EditorError) as error:
        raise Fault(str(error)) from error


def must_be_recorded(session: Session) -> None:
    """Raises Fault where something is not: a call that ends now does not try again."""
    if session.trouble:
        raise Fault(session.trouble)


def say_unrecorded(session: Session) -> None:
    """Before a call ends that went on for a while: record what could not be recorded, or say that it is not."""
    if loss := session.leave():
        # The terminal may be gone.
        with contextlib.suppress(OSError):
            click.echo(f"flaxdrills: {loss}", err=True)


def known_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The ids of problems that begin with `incomplete`, for the shell's completion."""
    try:
        catalogue = load_catalogue(content_folder())
    except CatalogueError:
        return []
    return [problem.id for problem in catalogue if problem.id.startswith(incomplete)]
