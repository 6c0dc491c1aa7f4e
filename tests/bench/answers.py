"""How soon the app answers a key beside and after a misbehaving solution: `python -m tests.bench.answers [KIND ...]`.

For every file in tests/misbehaving, or those that are named: the times from `?` to the help on the screen, taken
again and again from the save to the verdict, and three times after it. Run by hand; all of them take a quarter
of an hour, for many use up their time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.terminal.answers import MISBEHAVING, answer_s, save, wait_for_worker
from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import PROBLEM, PROGRAM

AFTER = 3


def main() -> None:
    """Measure in a home of its own, and print it."""
    kinds = sys.argv[1:] or sorted(path.stem for path in MISBEHAVING.glob("*.py"))
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        path = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
        file = Path(path.stdout.strip())
        beside: list[float] = []
        after: list[float] = []
        with Terminal([PROGRAM, "open", PROBLEM], (120, 40), environment) as app:
            wait_for_worker(app)
            print(_row("nothing runs", [answer_s(app) for _ in range(10)]), flush=True)
            for kind in kinds:
                during, then = _answers(app, file, kind, Path(home, "data", "journal"))
                print(_row(kind, during), _row("  after it", then), sep="\n", flush=True)
                beside += during
                after += then
        print(_row("beside all of them", beside))
        print(_row("after all of them", after))


def _answers(app: Terminal, file: Path, kind: str, journal: Path) -> tuple[list[float], list[float]]:
    app.settle(1.0)
    wait_for_worker(app)
    attempts = _attempts(journal)
    save(file, kind)
    during = [answer_s(app)]
    while _attempts(journal) == attempts:
        during.append(answer_s(app))
    app.wait_until(lambda screen: "esc cancels" not in screen)
    return during, [answer_s(app) for _ in range(AFTER)]


def _attempts(journal: Path) -> int:
    """How many verdicts are recorded."""
    return sum(file.read_text().count('"attempt"') for file in journal.glob("*.jsonl"))


def _row(name: str, seconds: list[float]) -> str:
    middle, longest = statistics.median(seconds) * 1000, max(seconds) * 1000
    over = sum(second > 0.1 for second in seconds)
    return f"{name:<40} {middle:4.0f} ms, at most {longest:4.0f}, {over} of {len(seconds)} over 100"


if __name__ == "__main__":
    main()
