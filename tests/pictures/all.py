"""Every screen at every size, dark, light and without colour: `python -m tests.pictures.all FOLDER [WORD ...]`.

Where words are given, only the pictures with one of them in their name, such as `failed-80x24`. Reports are played
back, and no worker is started. Where there is rsvg-convert, a PNG stands beside each SVG.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.judging.events import Done, Event, Preparing, Ready
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.worker_connection import OnEvent, OnJobEvent
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_file
from flaxdrills.system.clock import local_now
from flaxdrills.system.paths import Paths, content_folder
from flaxdrills.system.settings import Settings
from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.screens.greeting_screen import Greeting
from tests.pictures.save import save
from tests.pictures.scenes import CASES, MECHANISMS, PROBLEM, SCENES, Past, Scene
from tests.ui.conftest import FakeWorkers, shown
from tests.year import UNTIL, make_content, write_year, year_of

SIZES = ((60, 15), (80, 24), (120, 40), (200, 60))
LOOKS = {"dark": "textual-dark", "light": "textual-light", "nocolour": "textual-dark"}
READY = Ready("cpu", (("jax", "0.10.2"), ("flax", "0.12.8")), (*CASES, *MECHANISMS), 1.0)


class _Played(FakeWorkers):
    """Says the same of whatever is run."""

    events: Sequence[Event] = ()
    is_long = False
    """Whether it never comes to an end."""

    async def run_series(self, problem: Problem, jobs: Sequence[Job], on_event: OnJobEvent) -> None:
        # The usual mistakes are no runs of the learner's; each comes to nothing.
        for number, _ in enumerate(jobs):
            on_event(number, Done(0.1))

    async def run(
        self, problem: Problem, job: Job, on_event: OnEvent, task: Task = Task.JUDGE, *, spare: bool = True
    ) -> None:
        self.script[job.source] = self.events
        await super().run(problem, job, on_event, task, spare=spare)
        if self.is_long:
            await asyncio.Event().wait()


class Homes:
    """Makes a session with a past; the catalogues are read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogue = load_catalogue(content_folder())
        self._year: tuple[Catalogue, Paths] | None = None
        self._count = 0

    def session(self, scene: Scene) -> Session:
        """A session in a home of its own."""
        if scene.past is Past.YEAR:
            catalogue, paths = self._made_up()
            return _session(catalogue, paths, FakeWorkers(), lambda: UNTIL)
        self._count += 1
        paths = Paths.of_user({"FLAXDRILLS_HOME": str(self._folder / str(self._count))})
        problem = self._catalogue.problem(PROBLEM)
        workers = _Played(
            first_words=(Preparing("starting Python, importing jax and flax"), *(scene.worker or [READY]))
        )
        workers.events, workers.is_long = scene.run, scene.is_long
        path = SolutionFiles(paths.solutions, paths.history).open(problem, read_file(problem, "stub.py"))
        if scene.past is Past.SOME:
            self._practise(paths)
        if scene.is_damaged:
            path.write_bytes(b"\xff\xfe\n")
            (paths.journal / "other.jsonl").write_bytes(b"\xff\xfe\n")
        return _session(self._catalogue, paths, workers)

    def _practise(self, paths: Paths) -> None:
        workspace = SolutionFiles(paths.solutions, paths.history)
        stub = read_file(self._catalogue.problem(PROBLEM), "stub.py")
        tried = stub.replace("raise NotImplementedError", "return layer(x)  #")
        solved = zip(self._catalogue, (40, 3, 2, 2, 1, 1), strict=False)
        done = [(problem, days, read_file(problem, "solution.py"), "passed") for problem, days in solved]
        done += [(self._catalogue.problem(PROBLEM), 0, text, "failed") for text in (stub, tried)]
        now = datetime.now().astimezone()
        for number, (problem, days, text, verdict) in enumerate(done):
            workspace.open(problem, text)
            workspace.keep(problem, text)
            at = now - timedelta(days=days, minutes=60 - number)
            journal = Journal(paths.journal, lambda at=at: at)  # type: ignore[misc]
            fields = {"verdict": verdict, "sha256": sha256_of(text), "seconds": 0.21, "wrong": None}
            journal.append(EntryKind.ATTEMPT, problem.id, **fields)

    def _made_up(self) -> tuple[Catalogue, Paths]:
        if self._year is None:
            root = self._folder / "year"
            catalogue = make_content(root / "content")
            paths = Paths.of_user({"FLAXDRILLS_HOME": str(root)})
            write_year(year_of(catalogue), catalogue, paths)
            self._year = catalogue, paths
        return self._year


def _session(
    catalogue: Catalogue,
    paths: Paths,
    workers: FakeWorkers,
    clock: Callable[[], datetime] = local_now,
) -> Session:
    return open_session(paths, catalogue, cast(WorkerPool, workers), Settings(), clock=clock)


def _greeting(scene: Scene, session: Session) -> Greeting | None:
    if scene.past is not Past.NOTHING:
        return None
    track = session.catalogue.tracks[0]
    folder = "~/.local/share/flaxdrills/solutions"
    return Greeting(track.problems[0], track, folder, "vim; set EDITOR to have another")


async def _take(scene: Scene, size: tuple[int, int], look: str, homes: Homes, path: Path) -> None:
    session = homes.session(scene)
    problem = session.catalogue.problem(scene.problem) if scene.problem else None
    if look == "nocolour":
        os.environ["NO_COLOR"] = "1"
    try:
        app = FlaxdrillsApp(
            session,
            Settings(theme=LOOKS[look], editor=scene.editor),
            problem,
            (),
            None if problem else _greeting(scene, session),
        )
    finally:
        os.environ.pop("NO_COLOR", None)
    async with app.run_test(size=size, notifications=True) as pilot:
        await _quiet(pilot)
        for key in scene.keys:
            await pilot.press(key)
            await _quiet(pilot)
            if key == "r" and not scene.is_long:
                await _seen(pilot, "✓ ", "✗ ")
        if not await _seen(pilot, scene.sees):
            print(f"{path.stem}: {scene.sees!r} is not to be seen")
        save(app, path)


async def _seen(pilot: Pilot[None], *texts: str) -> bool:
    """Wait until one of `texts` is to be seen; says whether it ever was."""
    for _ in range(50):
        if any(text in shown(pilot) for text in texts):
            return True
        await pilot.pause(0.1)
    return False


async def _quiet(pilot: Pilot[None]) -> None:
    """Until nothing is left to be drawn."""
    for _ in range(3):
        await pilot.pause(0.05)


async def main() -> None:
    """Take every picture."""
    folder, words = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    converter = shutil.which("rsvg-convert")
    with tempfile.TemporaryDirectory() as temporary:
        homes = Homes(Path(temporary))
        for scene in SCENES:
            for size, look in product(scene.sizes or SIZES, LOOKS):
                path = folder / f"{scene.name}-{size[0]}x{size[1]}-{look}.svg"
                if words and not any(word in path.stem for word in words):
                    continue
                await _take(scene, size, look, homes, path)
                if converter:
                    subprocess.run([converter, "-o", path.with_suffix(".png"), path], check=True)


if __name__ == "__main__":
    asyncio.run(main())
