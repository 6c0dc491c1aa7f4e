"""How many of the app's own files a hint and a save cross: `python -m tests.bench.files_crossed [-v]`.

Counted are the files of flaxdrills in the app's process with a function that was called between the key (or the
save) and the end of what it leads to, with real workers. What a worker does in its own process is not counted.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType

import flaxdrills

PACKAGE = str(Path(flaxdrills.__file__).parent)
PROBLEM = "nnx-surgery-replace"


class Crossed:
    """The files that were crossed since the last `say`."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        sys.setprofile(self._hear)
        threading.setprofile(self._hear)

    def _hear(self, frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(PACKAGE):
            self.files.add(frame.f_code.co_filename.removeprefix(PACKAGE + os.sep))

    def say(self, what: str) -> None:
        """Print how many there were, and with -v which, and forget them."""
        files, self.files = sorted(self.files), set()
        print(f"{what}: {len(files)} files")
        if "-v" in sys.argv:
            print("  " + "\n  ".join(files))


async def main() -> None:
    """Press h, then save the reference solution, in a home of its own."""
    from flaxdrills.cli.command_setup import set_up
    from flaxdrills.judging.verdict import Verdict
    from flaxdrills.ui.app import FlaxdrillsApp
    from flaxdrills.ui.screens.practise.file_and_report import FileAndReport

    # Before there are threads, which would not be heard otherwise.
    crossed = Crossed()
    setup = set_up()
    problem = setup.problem(PROBLEM)
    async with setup.workers() as workers:
        session = setup.session(workers)
        app = FlaxdrillsApp(session, setup.settings, problem)
        async with app.run_test(size=(120, 40)) as pilot:
            # The worker is ready and the usual mistakes are known by then.
            await asyncio.sleep(30)
            crossed.files.clear()
            await pilot.press("h")
            await pilot.pause(0.5)
            crossed.say("a hint")
            session.files.path(problem).write_text((problem.folder / "solution.py").read_text())
            report = app.screen.query_one(FileAndReport)
            while report.report is None or report.report.verdict is None:
                await pilot.pause(0.05)
            assert report.report.verdict is Verdict.PASSED
            await pilot.pause(0.5)
            crossed.say("a save")
            sys.setprofile(None)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["FLAXDRILLS_HOME"] = home
        asyncio.run(main())
