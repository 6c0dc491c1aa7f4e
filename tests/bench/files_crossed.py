"""How many of the app's own files a hint and a save cross: `python -m tests.bench.files_crossed [-v]`.

Counted are the files of flaxdrills with a function that is called, in the app's process, between the key or the
save and the end of what it leads to. The judge is one that answers at once, so that nothing of a worker is counted.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType

import flaxdrills
from flaxdrills.system.paths import content_folder
from tests.ui.conftest import home_at

PACKAGE = str(Path(flaxdrills.__file__).parent)
PROBLEM = "nnx-surgery-replace"
TRACKS = f'[[track]]\nid = "nnx"\ntitle = "NNX"\nproblems = ["{PROBLEM}"]\n'


class CrossedFiles:
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


async def main(folder: Path) -> None:
    """Press h, then save the solution file, in a home of its own."""
    # Before there are threads, which would not be heard otherwise.
    crossed = CrossedFiles()
    shutil.copytree(content_folder() / "nnx" / PROBLEM, folder / "content" / "nnx" / PROBLEM)
    (folder / "content" / "tracks.toml").write_text(TRACKS)
    home = home_at(folder / "home", folder / "content")
    async with home.play(0, size=(120, 40)) as pilot:
        await pilot.pause(3)
        crossed.files.clear()
        await pilot.press("h")
        await pilot.pause(1)
        crossed.say("a hint")
        home.file().write_text("x = 1\n")
        await pilot.pause(3)
        crossed.say("a save")
        sys.setprofile(None)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(main(Path(name)))
