"""A catalogue of 402 problems on a slow line: run by hand with `python -m tests.bench.browsing`.

It prints, at 120x40 and as the median beside a baseline from the same run: the time to the first useful screen
against that of an empty Textual app; for a step in the list, what is written and how long that takes, against a
bare Textual list of as many rows; both, and a filter being typed, against a catalogue of 30; the same for a line of
a lesson; what is written while nobody does anything; and the memory of the app, against that of the empty one: at the
list, at a problem, when all of its lesson was scrolled through, after forty saves, and after eight and thirty
different problems.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

import flaxdrills
from flaxdrills.judging.verdict import Verdict
from tests.bench.feel import EMPTY_APP, first_screen_s, say_ratio
from tests.terminal.terminal import Terminal
from tests.year import make_content

SIZE = (120, 40)
STARTS = 7
STEPS = 30
MANY, FEW = 67, 5
"""So many problems has each of the six tracks."""
IDLE_S = 20.0
LESSON = "nnx-param-count"
FIRST = "nnx-linear-no-bias"
"""The first of all; after it come enough others."""
SAVES = 40

BARE_LIST = """
from textual.app import App
from textual.widgets import OptionList

class Bare(App):
    def compose(self):
        yield OptionList(*(f"problem {number:03} of a bare list" for number in range(402)))

Bare().run()
"""


def main() -> None:
    """Measure everything in a home of its own, and print it."""
    with tempfile.TemporaryDirectory() as home:
        # The content lies beside the package, so there is another package beside the other content.
        beside, few = Path(home) / "beside", Path(home) / "few"
        for folder, each in ((beside, MANY), (few, FEW)):
            shutil.copytree(Path(flaxdrills.__file__).parent, folder / "flaxdrills")
            count = len(list(make_content(folder / "content", each)))
            print(f"{count} problems, {SIZE[0]}x{SIZE[1]}")
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        many = environment | {"PYTHONPATH": str(beside)}
        ours = [sys.executable, "-m", "flaxdrills"]
        empty, bare = [sys.executable, "-c", EMPTY_APP], [sys.executable, "-c", BARE_LIST]
        # Who has done nothing is greeted first.
        subprocess.run([*ours, "hint", LESSON], env=many, check=True, capture_output=True)
        scarce = environment | {"PYTHONPATH": str(few)}
        starts = [
            (
                first_screen_s(ours, "Flax NNX", many),
                first_screen_s(ours, "Flax NNX", scarce),
                first_screen_s(empty, "empty app", environment),
            )
            for _ in range(STARTS)
        ]
        of_many, of_few, of_empty = zip(*starts, strict=True)
        say_ratio("first useful screen", of_many, "an empty Textual app", of_empty)
        say_ratio("first useful screen", of_many, "that of 30 problems", of_few)
        with Terminal(ours, SIZE, many) as app, Terminal(ours, SIZE, scarce) as other:
            app.wait_for("Flax NNX")
            other.wait_for("Flax NNX")
            _say_steps("a step in the list", _steps(app), "that of 30 problems", _steps(other))
            _say_steps("a letter of a filter", _letters(app), "that of 30 problems", _letters(other))
        with Terminal(ours, SIZE, many) as app, Terminal(bare, SIZE, environment) as other:
            app.wait_for("Flax NNX")
            other.wait_for("bare list")
            _say_steps("a step in the list", _steps(app), "a bare Textual list", _steps(other))
            _say_idle("the list", app)
            _say_memory("at the list", app)
        with Terminal([*ours, "open", LESSON], SIZE, environment) as app:
            app.wait_for("ready")
            _say_memory("at a problem", app)
            _say_steps("a line of a lesson", _steps(app), "", [])
            _say_idle("a problem, its spares ready", app)
            _read_on(app)
            _say_memory("at the end of its lesson", app)
        with Terminal([*ours, "open", FIRST], SIZE, environment) as app:
            app.wait_for("ready")
            _read_on(app)
            _go_on(app, 7)
            _say_memory("at the eighth problem", app)
            _go_on(app, 22)
            _say_memory("at the thirtieth problem", app)
            app.press("\x1b")
            app.wait_for("solved")
            _say_memory("back at the list", app)
        path = subprocess.run([*ours, "path", LESSON], env=environment, check=True, capture_output=True, text=True)
        file = Path(path.stdout.strip())
        with Terminal([*ours, "open", LESSON], SIZE, environment) as app:
            app.wait_for("ready")
            _save(app, file, SAVES)
            _say_memory(f"after {SAVES} saves", app)
        with Terminal(empty, SIZE, environment) as other:
            other.wait_for("empty app")
            other.settle()
            _say_memory("of an empty Textual app", other)


def _letters(terminal: Terminal) -> list[tuple[float, int]]:
    """The same for each letter that is typed into the filter."""
    terminal.press("/")
    return _steps(terminal, "split scan")


def _steps(terminal: Terminal, keys: Sequence[str] = STEPS * ("\x1b[B",)) -> list[tuple[float, int]]:
    """For each of `keys`: seconds until the last that was written for it came, and how many bytes that were."""
    terminal.settle(1.5)
    found = []
    for key in keys:
        before, began = terminal.written, time.perf_counter()
        terminal.press(key)
        while terminal.written == before:
            terminal.settle(0.05)
        terminal.settle(0.25)
        found.append((terminal.heard_at - began, terminal.written - before))
    return found


def _say_idle(where: str, terminal: Terminal) -> None:
    terminal.settle(2.0)
    before = terminal.written
    end = time.perf_counter() + IDLE_S
    while time.perf_counter() < end:
        terminal.settle(0.5)
    print(f"{f'written in {IDLE_S:.0f} s of nothing, at {where}':<45} {terminal.written - before:7} bytes")


def _read_on(terminal: Terminal) -> None:
    """Scroll through all of the lesson."""
    seen = ""
    while terminal.text != seen:
        seen = terminal.text
        for _ in range(10):
            terminal.press("\x1b[B")
            terminal.settle(0.05)


def _go_on(terminal: Terminal, count: int) -> None:
    """Turn to the next problem so many times."""
    for _ in range(count):
        before = terminal.written
        terminal.press("n")
        while terminal.written == before:
            terminal.settle(0.05)
        terminal.settle(0.7)


def _save(terminal: Terminal, file: Path, times: int) -> None:
    source = file.read_text()
    for number in range(times):
        terminal.wait_for("ready")
        before = terminal.written
        file.write_text(f"{source}\n# {number}\n")
        while terminal.written == before:
            terminal.settle(0.05)
        terminal.wait_until(lambda text: any(verdict.headline in text for verdict in Verdict))
        terminal.settle(1.0)


def _say_memory(where: str, terminal: Terminal) -> None:
    """Once it is given back, and what comes two seconds after the start is over."""
    terminal.settle(3.0)
    mib = psutil.Process(terminal.process.pid).memory_info().rss / 2**20
    print(f"{f'memory {where}':<45} {mib:7.1f} MiB")


def _say_steps(name: str, steps: Sequence[tuple[float, int]], baseline: str, base: Sequence[tuple[float, int]]) -> None:
    for number, (what, unit, scale) in enumerate((("settles", "ms", 1000.0), ("writes", "bytes", 1.0))):
        values = [step[number] * scale for step in steps]
        print(f"{f'{name} {what}':<45} {statistics.median(values):7.0f} {unit}   (at most {max(values):.0f})")
        if base:
            middle = statistics.median(step[number] * scale for step in base)
            ratio = statistics.median(values) / middle
            print(f"  {baseline:<43} {middle:7.0f} {unit}   ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
