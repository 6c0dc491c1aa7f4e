"""How long a verdict takes beside other ways to run the same code: `python -m tests.bench.judging`.

All in one run, each as a ratio to the warm call of all cases in one process. Needs the extra `bench`
(jupyter_client and ipykernel) for the comparison with a warm Jupyter kernel.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from flaxdrills.judging.events import Event, Ready
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system.paths import Paths, content_folder

ROUNDS = 12
FEW, MANY = 7, 100
"""Files in one `check`."""
PROBLEM = "nnx-surgery-replace"
FIVE = ("nnx-multi-param", "nnx-mutability", "nnx-surgery-replace", "nnx-port-linen-dense", "flax-surgery-replace")
"""The problems that the first figures were taken with."""
LESS = ", jit and grad not demanded"
"""Beside each: the same without the check that is derived from the reference."""

WARM = """
import sys, time, statistics
from pathlib import Path
from flaxdrills.worker.run.problem_checks import arguments_of, read_problem_checks

checks = read_problem_checks(Path(sys.argv[1]), sys.argv[2])

def call_all():
    began = time.perf_counter()
    for case in checks.cases:
        checks.reference(**arguments_of(case)).block_until_ready()
    return time.perf_counter() - began

[call_all() for _ in range(3)]
print(statistics.median(call_all() for _ in range(20)))
"""


def main() -> None:
    """Measure and print."""
    catalogue = load_catalogue(content_folder())
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        locations = Paths(root / "config", root / "data", root / "cache")
        problem = catalogue.problem(PROBLEM)
        warm = _warm_call(problem)
        _say("a warm call of all cases in one process", warm, warm)
        asyncio.run(_verdicts(catalogue, locations, warm))
        environment = {"FLAXDRILLS_HOME": home, "PATH": "/usr/bin:/bin"}
        solution = str(problem.folder / "solution.py")
        program = [str(Path(sys.executable).parent / "flaxdrills"), "check", problem.id]
        _say("flaxdrills check, from cold", _seconds([*program, solution], environment), warm)
        few = _seconds([*program, *[solution] * FEW], environment, rounds=1)
        _say(f"  of {FEW} files, each", few / FEW, warm)
        many = _seconds([*program, *[solution] * MANY], environment, rounds=1)
        _say(f"  of {MANY} files ({many:.1f} s), each", many / MANY, warm)
        script = root / "script.py"
        script.write_text(_script(problem))
        _say("the same as a plain script, from cold", _seconds([sys.executable, str(script)], environment), warm)
        _say("the same in a warm Jupyter kernel", _jupyter(script.read_text()), warm)


def _warm_call(problem: Problem) -> float:
    command = [sys.executable, "-c", WARM, str(problem.folder), problem.function]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


async def _verdicts(catalogue: Catalogue, locations: Paths, warm: float) -> None:
    """From the hand-over of a right solution to its verdict, a spare ready, and from there to the next spare."""
    async with WorkerPool(locations) as workers:
        for problem, beside in [
            (problem, beside)
            for shipped in map(catalogue.problem, FIVE)
            for problem, beside in ((shipped, ""), (replace(shipped, not_demanded=("jit", "grad")), LESS))
        ]:
            source = (problem.folder / "solution.py").read_text()
            seconds, again = [], []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                ready = asyncio.Event()

                def listen(event: Event, ready: asyncio.Event = ready) -> None:
                    if isinstance(event, Ready):
                        ready.set()

                workers.prepare(problem, listen)
                await ready.wait()
                again.append(time.perf_counter() - began)
                await asyncio.sleep(0.6)
                seconds.append(await _verdict(workers, problem, source))
            _say(f"hand-over to verdict, {problem.id}{beside}", statistics.median(seconds), warm)
            _say("  a spare again after it", statistics.median(again), warm)


async def _verdict(workers: WorkerPool, problem: Problem, source: str) -> float:
    began = time.perf_counter()
    report = Report(problem.id)
    took = 0.0

    def hear(event: Event) -> None:
        nonlocal report, took
        report = report.after(event)
        if report.verdict is not None and not took:
            took = time.perf_counter() - began

    await workers.run(problem, Job(source, "solution.py"), hear)
    assert report.verdict is Verdict.PASSED, report.message
    return took


def _seconds(command: list[str], environment: dict[str, str], rounds: int = 5) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def _jupyter(code: str) -> float:
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel()
    try:
        seconds = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            reply = client.execute_interactive(code, output_hook=lambda _: None, timeout=120)
            assert reply["content"]["status"] == "ok", reply
            seconds.append(time.perf_counter() - began)
        return statistics.median(seconds[2:])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _script(problem: Problem) -> str:
    """The reference, and what calls it on every case."""
    source = (problem.folder / "solution.py").read_text().replace("from __future__ import annotations\n", "")
    call = WARM.split("def call_all")[0].replace("import sys, time, statistics\n", "")
    call = call.replace("sys.argv[1]", repr(str(problem.folder))).replace("sys.argv[2]", repr(problem.function))
    calls = f"for case in checks.cases:\n    {problem.function}(**arguments_of(case)).block_until_ready()\n"
    return f"{source}\n{call}\n{calls}"


def _say(name: str, seconds: float, warm: float) -> None:
    print(f"{name:<50} {seconds * 1000:8.1f} ms   {seconds / warm:6.1f} times a warm call")


if __name__ == "__main__":
    main()
