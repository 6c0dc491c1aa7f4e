"""Workers that are forked from a process which has rehearsed the problem: the same verdicts, or none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from flaxdrills.catalogue import load_catalogue
from flaxdrills.event import Event, LastWord, Started
from flaxdrills.locations import Locations, content_folder
from flaxdrills.problem import Environment, Limits, Platform, Problem
from flaxdrills.report import Report, Verdict
from flaxdrills.wire import Job
from flaxdrills.workers import Workers
from tests.conftest import locations_at

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

TESTS = Path(__file__).parent


@pytest.fixture(scope="module")
def problem() -> Problem:
    """A real problem, with time enough for a busy machine."""
    real = load_catalogue(content_folder()).problem("nnx-surgery-replace")
    return replace(real, limits=Limits(run_s=60.0))


@pytest.fixture
def locations(tmp_path: Path, compiled: Path) -> Locations:
    return locations_at(tmp_path, compiled)


@pytest_asyncio.fixture(loop_scope="module")
async def workers(locations: Locations) -> AsyncIterator[Workers]:
    before = set(psutil.Process().children())
    async with Workers(locations) as started:
        yield started
    assert set(psutil.Process().children(recursive=True)) <= before


async def heard_of(workers: Workers, problem: Problem, source: str) -> list[Event]:
    """What one run tells."""
    heard: list[Event] = []
    await workers.run(problem, Job(source, "mine.py"), heard.append, spare=False)
    return heard


def report_of(problem: Problem, heard: list[Event]) -> Report:
    report = Report(problem.id)
    for event in heard:
        report = report.after(event)
    return report


def untimed(report: Report) -> Report:
    return replace(report, run_s=0.0, prepare_s=0.0)


def zygotes() -> list[psutil.Process]:
    """What the processes that workers come from have below them, when no worker runs."""
    return [below for child in psutil.Process().children() for below in child.children()]


def first_line(problem: Problem, source: str, line: str) -> str:
    """`source`, and its function does `line` before anything else."""
    name = problem.function
    head = f"{source}\nimport functools\nright = {name}\n\n@functools.wraps(right)\n"
    return f"{head}def {name}(*args, **kwargs):\n    {line}\n    return right(*args, **kwargs)\n"


async def test_verdicts_are_those_of_other_workers(workers: Workers, problem: Problem) -> None:
    styles = TESTS / "styles" / problem.id
    files = [*sorted(styles.glob("right_*"))[:2], *sorted(styles.glob("wrong_*"))[:2], problem.folder / "stub.py"]
    plain = {file: report_of(problem, await heard_of(workers, problem, file.read_text())) for file in files}
    await workers.expect_many(problem)
    for file in files:
        report = report_of(problem, await heard_of(workers, problem, file.read_text()))
        assert untimed(report) == untimed(plain[file]), file


async def test_a_zygote_comes_of_an_empty_cache_too(tmp_path: Path, problem: Problem) -> None:
    locations = locations_at(tmp_path, tmp_path / "compiled")
    source = (problem.folder / "solution.py").read_text()
    async with Workers(locations) as workers:
        await workers.expect_many(problem)
        assert len(zygotes()) == 1
        assert report_of(problem, await heard_of(workers, problem, source)).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("raise ValueError('no')", Verdict.ERROR),
        ("import os; os.kill(os.getpid(), 9)", Verdict.CRASHED),
        ("while True: pass", Verdict.TIMEOUT),
    ],
)
async def test_what_ends_a_run_is_seen_again_elsewhere_and_told_once(
    workers: Workers, problem: Problem, line: str, verdict: Verdict
) -> None:
    problem = replace(problem, limits=Limits(run_s=2.0)) if verdict is Verdict.TIMEOUT else problem
    await workers.expect_many(problem)
    source = first_line(problem, (problem.folder / "solution.py").read_text(), line)
    heard = await heard_of(workers, problem, source)
    assert report_of(problem, heard).verdict is verdict
    assert sum(isinstance(event, Started) for event in heard) == 1
    assert sum(isinstance(event, LastWord) for event in heard) == 1


async def test_what_only_a_zygote_brings_about_is_not_told(workers: Workers, problem: Problem) -> None:
    await workers.expect_many(problem)
    line = "import sys; assert 'flaxdrills.worker.zygote' not in sys.modules"
    source = first_line(problem, (problem.folder / "solution.py").read_text(), line)
    assert report_of(problem, await heard_of(workers, problem, source)).verdict is Verdict.PASSED


async def test_the_end_of_a_zygote_costs_nothing(workers: Workers, problem: Problem) -> None:
    await workers.expect_many(problem)
    (zygote,) = zygotes()
    source = (problem.folder / "solution.py").read_text()
    runs = [asyncio.create_task(heard_of(workers, problem, source)) for _ in range(3)]
    await asyncio.sleep(0)
    zygote.kill()
    for heard in await asyncio.gather(*runs):
        assert report_of(problem, heard).verdict is Verdict.PASSED
    assert report_of(problem, await heard_of(workers, problem, source)).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    "line",
    [
        "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "jax.pure_callback(lambda: np.float32(1), jax.ShapeDtypeStruct((), jnp.float32))",
        "raise ValueError('no')",
        "time.sleep(0 if str(os.getppid()) == parent else 60)",
    ],
    ids=["leaves a thread", "is compiled each time", "raises", "hangs in a child"],
)
async def test_a_reference_that_bears_no_fork_gets_no_zygote(
    workers: Workers, problem: Problem, tmp_path: Path, line: str
) -> None:
    folder = tmp_path / "problem"
    folder.mkdir()
    for name in ("checks.py", "solution.py"):
        (folder / name).write_text((problem.folder / name).read_text())
    source = (folder / "solution.py").read_text()
    preamble = (
        "import os, threading, time\nimport numpy as np\n\nparent = os.environ.setdefault('P', str(os.getppid()))\n"
    )
    (folder / "solution.py").write_text(first_line(problem, f"{source}\n{preamble}", line))
    await workers.expect_many(replace(problem, folder=folder))
    async with asyncio.timeout(30):
        # One that was made would stay; one that was in vain may be ending still.
        while zygotes():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("environment", [Environment(devices=2), Environment(platform=Platform.GPU)])
async def test_other_devices_have_no_zygotes(workers: Workers, problem: Problem, environment: Environment) -> None:
    await workers.expect_many(replace(problem, environment=environment))
    async with asyncio.timeout(30):
        # One that was made would stay; one that was in vain may be ending still.
        while zygotes():
            await asyncio.sleep(0.02)
