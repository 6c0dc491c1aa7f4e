"""A real session in a temporary home, and workers that replay events in place of JAX."""

from __future__ import annotations

import asyncio
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import cast

import pytest
from textual.app import App
from textual.filter import LineFilter
from textual.pilot import Pilot
from textual.widget import Widget

from flaxdrills.journal.journal import Journal
from flaxdrills.judging.events import Checked, CheckKind, CheckResult, Done, Event, Preparing, Ready, Started
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_connection import OnEvent, OnJobEvent, ignore_event
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.practice.session import Session
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system.clock import local_now
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Platform, Settings
from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.look.appearance import APP_CSS, Appearance, readable_variables

READY = Ready("cpu", (("jax", "0.10.2"),), ("small", "wide", "A layer was built"), 1.0)
SIZES = ((80, 24), (120, 40))


def checked(name: str, message: str = "") -> Checked:
    """A check that holds, or one that does not and says why."""
    return Checked(CheckResult(name, CheckKind.CASE, not message, message))


PASSING: Sequence[Event] = (Started(), checked("small"), checked("wide"), checked("A layer was built"), Done(0.31))


@dataclass
class FakeWorkers:
    """Workers that say what `script` holds for a source, and PASSING for any other."""

    script: dict[str, Sequence[Event]] = field(default_factory=dict)
    first_words: Sequence[Event] = (Preparing("starting Python, importing jax and flax"), READY)
    """What a worker says before it is given anything."""
    platform: Platform = Platform.GPU
    prepared: list[str] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)
    """The sources of the learner's runs."""
    cancelled: list[str] = field(default_factory=list)

    def prepare(self, problem: Problem, on_event: OnEvent = ignore_event) -> None:
        self.prepared.append(problem.id)
        for event in self.first_words:
            on_event(event)

    async def run_series(self, problem: Problem, jobs: Sequence[Job], on_event: OnJobEvent) -> None:
        for number, job in enumerate(jobs):
            await self.run(problem, job, partial(on_event, number), spare=False)

    async def run(
        self, problem: Problem, job: Job, on_event: OnEvent, task: Task = Task.JUDGE, *, spare: bool = True
    ) -> None:
        if spare:
            self.judged.append(job.source)
        for event in (*self.first_words, *self.script.get(job.source, PASSING)):
            on_event(event)
            await asyncio.sleep(0)
        if job.source.startswith("while True"):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.cancelled.append(job.source)
                raise


@dataclass
class Home:
    """What the app stands on, with the temporary folder that it writes to."""

    folder: Path
    session: Session
    workers: FakeWorkers
    journal: Journal

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self.session.catalogue)

    def file(self, place: int = 0) -> Path:
        """The solution file of the problem at `place`."""
        return self.session.path(self.problems[place])

    def kinds(self) -> list[str]:
        """What the journal holds."""
        return [entry.kind for entry in self.journal.read().entries]

    def play(
        self,
        start: int | None = None,
        size: tuple[int, int] = (80, 24),
        settings: Settings | None = None,
        notices: Sequence[str] = (),
        terminal: TerminalCapabilities = TerminalCapabilities(),  # noqa: B008
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The app at the problem at `start`, or at all of them, in a terminal of `size`."""
        problem = None if start is None else self.problems[start]
        app = FlaxdrillsApp(self.session, settings or Settings(), problem, notices, terminal=terminal)
        return app.run_test(size=size, notifications=True)


def home_at(folder: Path, tiny_content: Path, clock: Callable[[], datetime] = local_now) -> Home:
    """A home in `folder` with problems of its own."""
    content = shutil.copytree(tiny_content, folder / "content")
    workers = FakeWorkers()
    paths = Paths(config=folder, data=folder, cache=folder)
    session = open_session(paths, load_catalogue(content), cast(WorkerPool, workers), Settings(), clock=clock)
    return Home(folder, session, workers, session.progress.journal)


@pytest.fixture
def home(tiny_content: Path) -> Iterator[Home]:
    # Not pytest's own folder: where a sentence with a path in it wraps would depend on the length of its name.
    with tempfile.TemporaryDirectory(prefix="home-") as folder:
        yield home_at(Path(folder), tiny_content)


_MOST_S = 120
"""How long a test may take that ends by itself though the app hangs."""


class Hangs(BaseException):
    """One message after the other is taken, and nothing else has its turn; said again and again until that ends."""


@pytest.fixture
def interrupted() -> Iterator[Callable[[], None]]:
    """Ends also what never waits for anything; calling it gives the test the same time once more."""

    def interrupt(number: int, at: FrameType | None) -> None:
        # What pytest does after the test is not meant.
        if asyncio._get_running_loop() is not None:
            raise Hangs

    def again() -> None:
        signal.setitimer(signal.ITIMER_REAL, _MOST_S, 1)

    before = signal.signal(signal.SIGALRM, interrupt)
    again()
    yield again
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


class WidgetApp(App[None]):
    """An app for single widgets, which look as they do in flaxdrills."""

    CSS = APP_CSS

    def __init__(self, terminal: TerminalCapabilities = TerminalCapabilities()) -> None:  # noqa: B008
        super().__init__()
        self._appearance = Appearance(self, terminal, "")

    def get_line_filters(self) -> Sequence[LineFilter]:
        return self._appearance.line_filters(super().get_line_filters())

    def get_css_variables(self) -> dict[str, str]:
        return readable_variables(self, super().get_css_variables())


def shown(pilot: Pilot[None]) -> str:
    """All that stands on the screen, as one text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[None], *texts: str, seconds: float = 60.0) -> str:
    """The screen, as soon as it shows all of `texts`."""
    try:
        async with asyncio.timeout(seconds):
            while not all(text in shown(pilot) for text in texts):
                await pilot.pause(0.01)
    except TimeoutError:
        missing = [text for text in texts if text not in shown(pilot)]
        pytest.fail(f"{missing} cannot be seen in\n{shown(pilot)}", pytrace=False)
    return shown(pilot)


async def noticed(pilot: Pilot[None], text: str) -> None:
    """Wait for a notice with `text`, wherever its lines end on the screen."""
    await settled(pilot, lambda: any(text in notice.message for notice in pilot.app._notifications))


async def settled(pilot: Pilot[None], is_so: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until `is_so`."""
    async with asyncio.timeout(seconds):
        while not is_so():
            await pilot.pause(0.01)


def focused(pilot: Pilot[None]) -> Widget:
    """What has the keys."""
    widget = pilot.app.screen.focused
    assert widget is not None
    return widget


def headlines(text: str) -> Iterator[str]:
    """The verdicts that `text` shows."""
    return (verdict.headline for verdict in Verdict if verdict.headline in text)
