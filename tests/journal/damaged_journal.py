"""What the tests that hurt the journal run: programs without JAX that write to a home, and are killed at it.

Started with `python -m tests.journal.damaged_journal NAME HOME ...`; what they did is said on standard output.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.practice.solution_files import SolutionFiles
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.live_progress import LiveProgress

STUB = "# the stub\n" * 200
TEXTS = [STUB, *(f"# text {number}\n" * 300 for number in range(3))]
PROBLEM = Problem("sum-up", "first", 1, "Sum", "Sum", 1, "sum_up", Path("/nowhere"))


def workspace_at(home: Path) -> SolutionFiles:
    return SolutionFiles(home / "solutions", home / "history")


def progress_at(home: Path, machine: str = "here") -> tuple[Journal, LiveProgress]:
    journal = Journal(home / "journal", machine=machine)
    return journal, LiveProgress(journal, home / "cache" / "journal.snapshot")


def practise(home: Path, say: int, chance: random.Random) -> None:
    """Do what an app does to a home, without end; say the id of an event once it is said to be recorded."""
    journal, live = progress_at(home)
    workspace = workspace_at(home)
    live.refresh()
    while True:
        text = chance.choice(TEXTS)
        workspace.open(PROBLEM, STUB)
        workspace.keep(PROBLEM, text)
        entry = journal.append(EntryKind.ATTEMPT, PROBLEM.id, verdict="failed", wrong=None, sha256="0" * 64)
        os.write(say, entry.id.encode() + b"\n")
        live.add(entry)
        if chance.random() < 0.2:
            workspace.reset(PROBLEM, STUB)
        if chance.random() < 0.3:
            live.refresh()


def kill(home: Path, times: int) -> None:
    """Kill a practising process at so many random events; say all that was said to be recorded.

    The events lie within the time that one round of practice takes on this machine just now.
    """
    chance = random.Random(5)
    said: list[str] = []
    round_s = 0.01
    for number in range(times):
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            try:
                practise(home, mouth, random.Random(number))
            finally:
                os._exit(1)
        os.close(mouth)
        with open(ear, encoding="ascii") as words:
            said.append(words.readline().strip())
            if number % 10 == 0:
                began = time.perf_counter()
                said.append(words.readline().strip())
                round_s = time.perf_counter() - began
            time.sleep(chance.uniform(0, 1.2 * round_s))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            said += words.read().split()
    print(json.dumps(said))


def app(home: Path, problem_id: str, events: int) -> None:
    """Record so many events as an app does that stays open; say what it counts in the end, and what it recorded."""
    journal, live = progress_at(home)
    said = []
    for number in range(events):
        live.refresh()
        entry = journal.append(EntryKind.ATTEMPT, problem_id, verdict="failed", number=number)
        live.add(entry)
        said.append(entry.id)
    assert live.progress().problem(problem_id).attempts >= events
    assert live.faults == ()
    print(json.dumps(said))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["kill", home, times]:
            kill(Path(home), int(times))
        case ["app", home, problem_id, events]:
            app(Path(home), problem_id, int(events))
        case _:
            sys.exit("kill HOME TIMES, or app HOME ID EVENTS")
