"""A journal of a million events: run by hand with `python -m tests.bench.journal [EVENTS]`.

It prints, each as a ratio to a baseline of the same run, how long it takes to `flaxdrills list` and to the first
screen with and without a snapshot, how long one problem's events take, and what memory all of it needs.
"""

from __future__ import annotations

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import Paths, content_folder
from tests.bench.feel import EMPTY_APP, first_screen_s

PROGRAM = [sys.executable, "-m", "flaxdrills"]
DAYS = 3650
MADE_UP = 150
"""Problems that are no longer in the catalogue; a catalogue of one's own may be as large."""
VERSIONS = {"jax": "0.10.2", "flax": "0.12.8", "jaxlib": "0.10.2", "optax": "0.2.8"}
READ = "import json, sys\nfor line in open(sys.argv[1], 'rb'): json.loads(line)"
FOLD = """
import sys, time
from pathlib import Path
from flaxdrills.journal.journal import Journal
from flaxdrills.progress.live_progress import LiveProgress

def memory():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))

before = memory()
live = LiveProgress(Journal(Path(sys.argv[1])), Path(sys.argv[2]))
began = time.perf_counter()
live.refresh()
attempts = live.progress().attempts
middle = time.perf_counter()
events = len(live.events(sys.argv[3]))
print(middle - began, time.perf_counter() - middle, memory() - before, attempts, events)
"""


def main(events: int) -> None:
    """Make a journal of so many events in a home of its own, measure, and print."""
    with tempfile.TemporaryDirectory() as home:
        paths = Paths.of_user({"FLAXDRILLS_HOME": home})
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        file = paths.journal / "bench.jsonl"
        problem = make(file, events)
        print(f"{events} events, {file.stat().st_size / 2**20:.0f} MiB, load {os.getloadavg()[0]:.1f}\n")
        read = times(1, lambda: run([sys.executable, "-c", READ, str(file)], environment))

        began = time.perf_counter()
        peak = run([*PROGRAM, "list"], environment)
        anew = time.perf_counter() - began
        say("the first list, which makes the snapshot", [anew], "json.loads of every line", read)
        print(f"{'its peak memory':<45} {peak:7.1f} MiB")
        empty = environment | {"FLAXDRILLS_HOME": f"{home}/empty"}
        lists, bare, nothing = in_turn(
            9,
            lambda: run([*PROGRAM, "list"], environment),
            lambda: run([*PROGRAM, "list"], empty),
            lambda: run([sys.executable, "-c", "pass"], environment),
        )
        say("list with the snapshot", lists, "list of an empty journal", bare)
        say("list of an empty journal", bare, "python -c pass", nothing)
        rounds = [
            (
                first_screen_s(PROGRAM, "Flax NNX", environment),
                first_screen_s(PROGRAM, "Flax NNX", empty),
                first_screen_s([sys.executable, "-c", EMPTY_APP], "empty app", environment),
            )
            for _ in range(7)
        ]
        screens, opened, app = (list(figures) for figures in zip(*rounds, strict=True))
        say("first screen with the snapshot", screens, "an empty Textual app", app)
        say("first screen of an empty journal", opened, "an empty Textual app", app)
        arguments = [str(paths.journal), str(paths.progress_cache), problem]
        done = subprocess.run([sys.executable, "-c", FOLD, *arguments], env=environment, capture_output=True, text=True)
        loaded, looked, memory, attempts, found_events = map(float, done.stdout.split())
        print(f"{'cache on disk':<45} {paths.progress_cache.stat().st_size / 2**20:7.1f} MiB")
        print(f"{'memory for cache and accumulator':<45} {memory / 1024:7.1f} MiB")
        print(f"{'to have the progress from it':<45} {loaded:7.3f} s, {attempts:.0f} attempts")
        print(f"{'all events of one problem':<45} {looked:7.3f} s, {found_events:.0f} of them")


def make(file: Path, events: int) -> str:
    """Write a learner's ten years, much too busy ones; returns the problem that was tried most."""
    chance = random.Random(1)
    ids = [problem.id for problem in load_catalogue(content_folder())] + [f"nnx-{n}" for n in range(MADE_UP)]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as out:
        for number in range(events):
            day, place = divmod(number, -(-events // DAYS))
            at = datetime(2016, 1, 1, 8, tzinfo=UTC) + timedelta(days=day, seconds=place * 60, microseconds=number)
            table: dict[str, object] = {"v": 1, "id": uuid.UUID(int=chance.getrandbits(128)).hex}
            table |= {"at": at.isoformat(), "offset_min": 120}
            kind = chance.choices(["opened", "hint", "reset", "attempt"], [2, 1, 1, 16])[0]
            table |= {"kind": kind, "problem": chance.choice(ids)}
            if kind == "hint":
                table["index"] = chance.randint(0, 3)
            elif kind == "attempt":
                table |= {"verdict": chance.choice(["passed", "failed", "error", "timeout"])}
                table |= {"sha256": f"{chance.getrandbits(256):064x}", "seconds": round(chance.random(), 4)}
                table |= {"wrong": chance.choice([None, "by_hand", "scalar"]), "versions": VERSIONS}
            out.write(json.dumps(table, separators=(",", ":")) + "\n")
    return ids[0]


def run(command: list[str], environment: dict[str, str]) -> float:
    """The peak memory of a command, in MiB."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    used: resource.struct_rusage = usage
    return used.ru_maxrss / 1024


def times(rounds: int, act: Callable[[], object]) -> list[float]:
    """How long `act` takes, in seconds, each time."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return found


def in_turn(rounds: int, *acts: Callable[[], object]) -> list[list[float]]:
    """The times of each act; they take turns, for a machine is not equally fast all the time."""
    found = [[times(1, act)[0] for act in acts] for _ in range(rounds)]
    return [list(column) for column in zip(*found, strict=True)]


def say(name: str, seconds: list[float], baseline: str, base_seconds: list[float]) -> None:
    middle, base = statistics.median(seconds), statistics.median(base_seconds)
    print(f"{name:<45} {middle:7.3f} s = {middle / base:5.2f} x {baseline} ({base:.3f} s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
