"""What every command begins with: where things lie, the settings, the catalogue, a session."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.errors import faults
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system.ascii import in_ascii
from flaxdrills.system.clock import clock_fault
from flaxdrills.system.paths import Paths, content_folder
from flaxdrills.system.settings import Platform, Settings, load_settings
from flaxdrills.system.terminal_capabilities import TerminalCapabilities, environment_as_started, terminal_capabilities

if TYPE_CHECKING:
    from flaxdrills.journal.journal import Journal
    from flaxdrills.judging.worker_pool import WorkerPool
    from flaxdrills.practice.session import Session
    from flaxdrills.progress.overview import Overview


@dataclass(frozen=True, slots=True)
class CommandSetup:
    """What every command begins with."""

    paths: Paths
    settings: Settings
    catalogue: Catalogue
    notices: tuple[str, ...]
    """What is off in the settings and the environment, a sentence each."""
    terminal: TerminalCapabilities

    def problem(self, problem_id: str) -> Problem:
        """The problem of that id. Raises CliError, which names the nearest ids."""
        with faults():
            return self.catalogue.problem(problem_id)

    def workers(self, device: str | None = None) -> WorkerPool:
        """WorkerPool on `device`, or on the one in the settings. An async context."""
        from flaxdrills.judging.worker_pool import WorkerPool

        return WorkerPool(self.paths, Platform(device or self.settings.device), self.settings.cache_mib)

    @contextlib.asynccontextmanager
    async def judging(self, device: str | None = None) -> AsyncIterator[WorkerPool]:
        """WorkerPool that are gone afterwards; what they cannot keep is said on standard error."""
        async with self.workers(device) as workers:
            if trouble := workers.cache_fault():
                click.echo(f"flaxdrills: {trouble}", err=True)
            yield workers

    def overview(self) -> Overview:
        """Where the learner stands, going by the journal; light, since no worker can come of it."""
        from flaxdrills.progress.live_progress import LiveProgress
        from flaxdrills.progress.overview import overview_of

        recorded = LiveProgress(self.journal(), self.paths.progress_cache, self.settings.day_end, _say_long_reading)
        recorded.refresh()
        now = recorded.journal.now()
        return overview_of(self.catalogue, recorded.progress(), now, self.settings, recorded.faults)

    def session(self, workers: WorkerPool) -> Session:
        """A session on the learner's own files and journal."""
        from flaxdrills.practice.open_session import open_session

        return open_session(self.paths, self.catalogue, workers, self.settings, on_long_reading=_say_long_reading)

    def journal(self) -> Journal:
        """What was recorded, to be looked up."""
        from flaxdrills.journal.journal import Journal

        return Journal(self.paths.journal)


def set_up(*, quiet: bool = True) -> CommandSetup:
    """What the user's directories, settings and the installed content come to.

    Unless `quiet`, notices go to standard error. Raises CliError when there is no catalogue at all.
    """
    with faults():
        paths = Paths.of_user()
    loaded = load_settings(paths.settings_file)
    notices = (*loaded.faults, *filter(None, [clock_fault()]))
    if loaded.settings.solutions is not None:
        paths = replace(paths, own_solutions=loaded.settings.solutions)
    with faults():
        catalogue = load_catalogue(content_folder())
    if not quiet:
        for notice in notices:
            click.echo(f"flaxdrills: {notice}", err=True)
    terminal = terminal_capabilities(environment_as_started(), loaded.settings.ascii)
    if terminal.is_ascii:
        sys.stdout, sys.stderr = in_ascii(sys.stdout), in_ascii(sys.stderr)
    return CommandSetup(paths, loaded.settings, catalogue, notices, terminal)


def _say_long_reading(size: int) -> None:
    click.echo(f"flaxdrills: reading {size // 2**20} MiB of the journal; the next start is quick.", err=True)
