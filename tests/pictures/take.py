"""Pictures of the real screens for README.md, taken by the app itself: `python -m tests.pictures.take`.

A learner's home is made in a temporary folder, solutions are judged by real workers, and the screens are
written beside this file as SVG.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import Paths, content_folder
from flaxdrills.system.settings import Settings
from flaxdrills.ui.app import FlaxdrillsApp
from tests.pictures.save import save
from tests.year import UNTIL, make_content, write_year, year_of

HERE = Path(__file__).parent
SIZES = {"": (120, 40), "-80x24": (80, 24)}
PROBLEM = "nnx-surgery-replace"
MISTAKE = "raw_array"


async def main() -> None:
    """Take all pictures."""
    await _take_progress()
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        paths = Paths(root / "config", root / "data", root / "cache")
        async with WorkerPool(paths) as workers:
            session = open_session(paths, load_catalogue(content_folder()), workers, Settings())
            problem = session.catalogue.problem(PROBLEM)
            mistake = problem.folder / "wrong" / f"{MISTAKE}.py"
            other = session.catalogue.problem("nnx-multi-param")
            session.path(other).write_text((other.folder / "solution.py").read_text())
            await session.submit(other, lambda _: None)
            session.path(problem).write_text(_without_docstring(mistake.read_text()))
            await session.submit(problem, lambda _: None)
            for suffix, size in SIZES.items():
                app = FlaxdrillsApp(session, Settings())
                async with app.run_test(size=size) as pilot:
                    await pilot.pause(0.5)
                    save(app, HERE / f"browse{suffix}.svg")
                app = FlaxdrillsApp(session, Settings(), problem)
                async with app.run_test(size=size) as pilot:
                    await pilot.pause(2.5)
                    await pilot.press("r")
                    await pilot.pause(1.5)
                    save(app, HERE / f"practise{suffix}.svg")


async def _take_progress() -> None:
    """The progress screen after a made-up year; nothing is judged in it."""
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        paths = Paths(root / "config", root / "data", root / "cache")
        catalogue = make_content(root / "content")
        write_year(year_of(catalogue), catalogue, paths)
        async with WorkerPool(paths) as workers:
            session = open_session(paths, catalogue, workers, Settings(), clock=lambda: UNTIL)
            for suffix, size in SIZES.items():
                app = FlaxdrillsApp(session, Settings())
                async with app.run_test(size=size) as pilot:
                    await pilot.pause(0.5)
                    await pilot.press("p")
                    await pilot.pause(0.5)
                    save(app, HERE / f"progress{suffix}.svg")


def _without_docstring(source: str) -> str:
    return source.split('"""', 2)[2].lstrip()


if __name__ == "__main__":
    asyncio.run(main())
