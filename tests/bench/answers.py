"""How soon the app answers a key while a solution misbehaves: run by hand with `python -m tests.bench.answers`.

It prints, for one of each kind, the median and the longest of the times from `?` to the help on the screen,
taken again and again from the save to the verdict and right after it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tests.terminal.answers import HEADLINES, answer_s, save, wait_for_worker
from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import PROBLEM, PROGRAM


def main() -> None:
    """Measure everything in a home of its own, and print it."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        path = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
        file = Path(path.stdout.strip())
        with Terminal([PROGRAM, "open", PROBLEM], (120, 40), environment) as app:
            wait_for_worker(app)
            _say("nothing runs", [answer_s(app) for _ in range(10)])
            everything: list[float] = []
            for name, headline in HEADLINES.items():
                seconds = _answers(app, file, name, headline)
                _say(name, seconds)
                everything += seconds
            _say("all of them", everything)


def _answers(app: Terminal, file: Path, name: str, headline: str) -> list[float]:
    app.settle(1.0)
    wait_for_worker(app)
    save(file, name)
    seconds = [answer_s(app)]
    end = time.perf_counter() + 60
    while headline not in app.text or "esc cancels" in app.text:
        assert time.perf_counter() < end, app.text
        seconds.append(answer_s(app))
    return seconds + [answer_s(app) for _ in range(3)]


def _say(name: str, seconds: list[float]) -> None:
    middle = statistics.median(seconds) * 1000
    print(f"{name:<40} {middle:6.0f} ms   (at most {max(seconds) * 1000:.0f} ms; {len(seconds)} keys)", flush=True)


if __name__ == "__main__":
    main()
