"""What a person feels, measured in a real terminal: run by hand with `python -m tests.bench.feel`.

It prints the median of each figure beside its baseline from the same run, and their ratio:
cold start to the first useful screen against an empty Textual app; save to verdict (the notice of the save
included), right after opening and with a spare ready, against the same solution as a plain script from cold;
`flaxdrills list` against `python -c pass`; and the memory of the app and of its workers.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.terminal.terminal import Terminal

PROGRAM = str(Path(sys.executable).parent / "flaxdrills")
CONTENT = Path(__file__).parents[2] / "content"
PROBLEM = "nnx-surgery-replace"
SIZE = (120, 40)
ROUNDS = 20
FIRST_SAVES = 7

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("empty app")

Empty().run()
"""


def main() -> None:
    """Measure everything in a home of its own, and print it."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        # Who has done nothing is greeted first.
        subprocess.run([PROGRAM, "hint", PROBLEM], env=environment, check=True, capture_output=True)
        start = [first_screen_s([PROGRAM], "Flax NNX", environment) for _ in range(3)]
        empty = [first_screen_s([sys.executable, "-c", EMPTY_APP], "empty app", environment) for _ in range(3)]
        say_ratio("cold start to the first useful screen", start, "an empty Textual app", empty)
        listed = [_seconds([PROGRAM, "list"], environment) for _ in range(ROUNDS)]
        nothing = [_seconds([sys.executable, "-c", "pass"], environment) for _ in range(ROUNDS)]
        say_ratio("flaxdrills list", listed, "python -c pass", nothing)
        script = Path(home) / "script.py"
        script.write_text(_script())
        first = [_first_save_s(environment) for _ in range(FIRST_SAVES)]
        cold = [_seconds([sys.executable, str(script)], environment) for _ in range(5)]
        say_ratio("save as soon as the file is shown, to verdict", first, "a plain script from cold", cold)
        right, wrong, memory = _save_to_verdict(environment)
        cold = [_seconds([sys.executable, str(script)], environment) for _ in range(5)]
        for name, saves in (("PASSED", right), ("FAILED", wrong)):
            say_ratio(f"save to {name} on pyte's screen, a spare ready", saves.shown, "a plain script from cold", cold)
            say_ratio(f"save to {name} written to the terminal", saves.written, "a plain script from cold", cold)
            print(f"  {'bytes until then':<43} {statistics.median(saves.kilobytes):7.1f} KB")
        for line in memory:
            print(line)


def first_screen_s(command: list[str], text: str, environment: dict[str, str]) -> float:
    """Seconds until the terminal had been sent a screen with `text`; pyte takes longer to read it than others."""
    began = time.perf_counter()
    with Terminal(command, SIZE, environment) as terminal:
        terminal.wait_for(text)
        return terminal.heard_at - began


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


@dataclass
class Saves:
    """What came of saving one solution again and again."""

    shown: list[float] = field(default_factory=list)
    """Seconds from the save until the verdict stood on the screen, as pyte reads it."""
    written: list[float] = field(default_factory=list)
    """Seconds until it had been written to the terminal: a real one draws faster than pyte."""
    kilobytes: list[float] = field(default_factory=list)
    """What was written until then."""


def _first_save_s(environment: dict[str, str]) -> float:
    """Seconds from a save, made as soon as the app shows the file, until the verdict was written to the terminal."""
    right = (CONTENT / "nnx" / PROBLEM / "solution.py").read_text()
    path = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
    with Terminal([PROGRAM, "open", PROBLEM], SIZE, environment) as terminal:
        terminal.wait_for("def ")
        began = time.perf_counter()
        Path(path.stdout.strip()).write_text(f"{right}\n# {began}\n")
        terminal.wait_for("PASSED")
        taken = terminal.heard_at - began
        terminal.press("q")
        terminal.wait_for_end()
    return taken


def _save_to_verdict(environment: dict[str, str]) -> tuple[Saves, Saves, list[str]]:
    """A right and a wrong solution, saved in turn, each the first time left out; and what memory is used."""
    folder = CONTENT / "nnx" / PROBLEM
    right = (folder / "solution.py").read_text()
    wrong = right.replace("return layer(x)", "return -layer(x)")
    assert wrong != right
    path = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
    file = Path(path.stdout.strip())
    saves = {"PASSED": Saves(), "FAILED": Saves()}
    with Terminal([PROGRAM, "open", PROBLEM], SIZE, environment) as terminal:
        for number in range(2 * ROUNDS + 2):
            _wait_for_spare(terminal)
            source, headline = (right, "PASSED") if number % 2 else (wrong, "FAILED")
            before, began = terminal.written, time.perf_counter()
            file.write_text(source)
            terminal.wait_for(headline)
            # While the first of each is judged, the shipped mistakes are too.
            if number > 1:
                saves[headline].shown.append(time.perf_counter() - began)
                saves[headline].written.append(terminal.heard_at - began)
                saves[headline].kilobytes.append((terminal.written - before) / 1000)
        _wait_for_spare(terminal)
        memory = _memory(psutil.Process(terminal.process.pid))
        terminal.press("q")
        terminal.wait_for_end()
    return saves["PASSED"], saves["FAILED"], memory


def _wait_for_spare(terminal: Terminal) -> None:
    terminal.settle(2.5)
    terminal.wait_for("ready")


def _memory(app: psutil.Process) -> list[str]:
    parent, *below = (process for process in app.children(recursive=True))
    lines = [f"{'memory of the app (RSS)':<45} {app.memory_info().rss / 2**20:7.1f} MiB"]
    for process, name in ((parent, "the parent of the workers"), *((one, "a spare's process") for one in below)):
        full = process.memory_full_info()
        lines.append(f"memory of {name:<35} {full.rss / 2**20:7.1f} MiB RSS, {full.uss / 2**20:6.1f} MiB of its own")
    return lines


def _script() -> str:
    source = (CONTENT / "nnx" / PROBLEM / "solution.py").read_text()
    return f"{source}\n\nimport jax.numpy as jnp\nprint(replace_kernel(0.0, jnp.ones(3), 2.0, 0.5))\n"


def say_ratio(name: str, seconds: Sequence[float], baseline: str, base_seconds: Sequence[float]) -> None:
    """Print the median of `seconds` beside that of a baseline from the same run."""
    middle, base = statistics.median(seconds), statistics.median(base_seconds)
    print(f"{name:<45} {middle * 1000:7.0f} ms   ({min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f})")
    print(f"  {baseline:<43} {base * 1000:7.0f} ms   ratio {middle / base:.2f}")


if __name__ == "__main__":
    main()
