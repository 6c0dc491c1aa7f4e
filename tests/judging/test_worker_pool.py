"""The workers of an app, against real processes."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from functools import reduce
from pathlib import Path

import psutil
import pytest

from flaxdrills.judging.events import BeginsAgain, Event, FinalEvent, Preparing, Ready, Started
from flaxdrills.judging.follow_run import report_series
from flaxdrills.judging.protocol import LINE_LIMIT, Job, encode
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Environment, Problem
from flaxdrills.problems.run_limits import Limits
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Platform
from tests.judging.real_runs import judged

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

CONFINED = landlock_support()

_NAP = "\nimport time\n\ntime.sleep(0.6)\n"

_BROKEN_CHECK = """
def check_broken(run):
    "A check that is broken"
    if run.output.sum() == 0:
        1 / 0
"""


async def test_a_spare_says_how_it_gets_ready_and_then_answers(workers: WorkerPool, problem: Problem) -> None:
    heard: list[Event] = []
    ready = asyncio.Event()

    def hear(event: Event) -> None:
        heard.append(event)
        if isinstance(event, Ready):
            ready.set()

    workers.prepare(problem, hear)
    await asyncio.wait_for(ready.wait(), 60)
    assert [type(event) for event in heard[:1]] == [Preparing]
    report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED
    assert report.prepare_s > 0
    assert dict(report.versions).keys() >= {"jax", "flax"}
    assert report.device == "cpu"


async def test_a_check_that_raises_on_a_solution_is_described_and_one_that_does_not_load_is_broken(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    solution = (problem.folder / "solution.py").read_text()
    (folder / "solution.py").write_text(solution)
    checks = (problem.folder / "checks.py").read_text()
    (folder / "checks.py").write_text(checks + _BROKEN_CHECK)
    broken = replace(problem, folder=folder)
    zeros = solution + f"\nright = {problem.function}\ndef {problem.function}(*args):\n    return 0 * right(*args)\n"
    report = await judged(workers, broken, zeros)
    # The reference went through the same check.
    assert report.verdict is Verdict.FAILED
    assert "could not be made on your program" in report.failed_checks[-1].message
    (folder / "checks.py").write_text("CASES = undefined\n")
    report = await judged(workers, broken, solution)
    assert report.verdict is Verdict.BROKEN
    assert "checks.py does not load: NameError" in report.message


async def test_a_check_that_the_solution_broke_is_the_learners(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "zipping"
    folder.mkdir()
    solution = (problem.folder / "solution.py").read_text()
    (folder / "solution.py").write_text(solution)
    check = "\n\ndef check_zips(run):\n    'It zips'\n    import jax._src.util as util\n\n    util.safe_zip([1], [2])\n"
    (folder / "checks.py").write_text((problem.folder / "checks.py").read_text() + check)
    zipping = replace(problem, folder=folder)
    report = await judged(workers, zipping, solution + "\nimport jax._src.util\n\njax._src.util.safe_zip = None\n")
    assert report.verdict is Verdict.ERROR
    assert "Your program changed what its judge works with (`jax._src.util.safe_zip`)" in report.message
    assert (await judged(workers, zipping, solution)).verdict is Verdict.PASSED


async def test_devices_are_simulated_and_what_their_threads_run_is_fenced_in_too(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    head = "import jax, os\n\nAUTO = jax.sharding.AxisType.Auto\n\ndef spread(x):\n"
    head += "    mesh = jax.make_mesh((8,), ('d',), axis_types=(AUTO,))\n"
    right = head + "    return jax.device_put(x + 1, jax.NamedSharding(mesh, jax.P('d')))\n"
    (tmp_path / "solution.py").write_text(right)
    (tmp_path / "checks.py").write_text(
        "from flaxdrills.worker import expect\n\nCASES = [expect.case('eight rows', x=expect.normal(8, 2, seed=1))]\n\n"
        "def check_layout(run):\n    'It is split'\n"
        "    expect.sharded(run.output, ('d', None), shard=(1, 2), devices=8)\n"
    )
    spread = replace(problem, folder=tmp_path, function="spread", environment=Environment(devices=8))
    writing = right.replace(
        "x + 1", "jax.shard_map(tried, mesh=mesh, in_specs=jax.P('d'), out_specs=jax.P('d'))(x) + 1"
    )
    writing = writing.replace(
        "def spread",
        f"places = [{str(tmp_path)!r}, os.environ['JAX_COMPILATION_CACHE_DIR']]\n\ndef write(x):\n"
        "    for place in places:\n        try:\n            open(os.path.join(place, 'escaped'), 'w')\n"
        "            print('it could')\n        except PermissionError:\n            print('refused')\n    return x\n\n"
        "def tried(x):\n    return jax.pure_callback(write, jax.ShapeDtypeStruct(x.shape, x.dtype), x)\n\ndef spread",
    )
    reports = [await judged(workers, spread, source) for source in (right, right.replace("'d')))", ")))"), writing)]
    verdicts = [report.verdict for report in reports]
    assert verdicts == [Verdict.PASSED, Verdict.FAILED, Verdict.PASSED], [report.message for report in reports]
    assert "PartitionSpec()" in reports[1].message
    assert set(reports[2].output.split("\n")) <= {"refused" if CONFINED.writing else "it could", ""}
    assert reports[2].output


async def test_a_worker_that_is_not_ready_in_time_is_our_fault(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "slow"
    folder.mkdir()
    (folder / "solution.py").write_text((problem.folder / "solution.py").read_text())
    (folder / "checks.py").write_text("import time\ntime.sleep(600)\n")
    slow = replace(problem, folder=folder, limits=Limits(prepare_s=1.0))
    report = await judged(workers, slow, "")
    assert report.verdict is Verdict.BROKEN
    assert "not ready within 1 s" in report.message


async def test_a_gpu_that_is_not_there_is_said(locations: Paths, problem: Problem) -> None:
    if Path("/dev/nvidia0").exists():
        pytest.skip("there is a GPU here")
    async with WorkerPool(locations, Platform.GPU) as workers:
        report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.NO_GPU
    assert "JAX is installed here without CUDA: `pip install 'jax[cuda13]'` adds it" in report.message
    assert '`device = "cpu"` in the settings' in report.message
    assert "rocm" not in "\n".join(lines_of(report))


async def test_missing_jax_is_said(
    locations: Paths, problem: Problem, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "jax.py").write_text("raise ImportError('no jax here')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    async with WorkerPool(locations) as workers:
        report = await judged(workers, problem, "")
    assert report.verdict is Verdict.BROKEN
    assert "no jax here" in report.message


async def test_where_no_cache_can_be_made_solutions_are_judged_all_the_same(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    below_a_file = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "file" / "cache")
    async with WorkerPool(below_a_file) as workers:
        report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
        assert "Not a directory" in workers.cache_fault()
    assert report.verdict is Verdict.PASSED


async def test_where_a_worker_has_no_folder_at_all_that_is_said(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    below_a_file = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "file" / "cache")
    async with WorkerPool(below_a_file) as workers:
        report = await judged(workers, problem, "")
    assert report.verdict is Verdict.BROKEN
    assert "Not a directory" in report.message


async def test_the_environment_and_files_of_a_worker_are_its_own(workers: WorkerPool, problem: Problem) -> None:
    source = "import os, tempfile\nprint(sorted(os.environ))\nprint(os.listdir('.'), tempfile.gettempdir())"
    report = await judged(workers, problem, source)
    assert "JAX_PLATFORMS" in report.output
    assert "PYTEST_CURRENT_TEST" not in report.output
    assert "[] " in report.output
    scratch = report.output.split("[] ")[1].split()[0]
    # Nobody is kept waiting until it is removed.
    async with asyncio.timeout(60):
        while Path(scratch).exists():
            await asyncio.sleep(0.01)


async def test_fifty_files_share_one_parent(locations: Paths, problem: Problem) -> None:
    async with WorkerPool(locations) as workers:
        turns = asyncio.Semaphore(2)
        source = (problem.folder / "solution.py").read_text()
        pids: set[int] = set()

        async def one() -> Report:
            async with turns:
                report = await judged(workers, problem, source)
                pids.update(child.pid for child in psutil.Process().children())
                return report

        reports = await asyncio.gather(*(one() for _ in range(6)))
    assert {report.verdict for report in reports} == {Verdict.PASSED}
    assert len(pids) <= 2


class Killing:
    """Ends a process of a worker whenever its solution has begun, `times` times; and keeps what was heard."""

    def __init__(self, depth: int, times: int, number: int = signal.SIGKILL) -> None:
        self.depth = depth
        """0: the parent of all workers; 1: what watches the solution; 2: what runs it."""
        self.times = times
        self.number = number
        self.heard: list[Event] = []

    def __call__(self, event: Event) -> None:
        self.heard.append(event)
        if isinstance(event, Started) and self.times:
            self.times -= 1
            asyncio.get_running_loop().call_later(0.2, self._kill)

    def _kill(self) -> None:
        process = max(psutil.Process().children(), key=psutil.Process.create_time)
        for _ in range(self.depth):
            (process,) = process.children()
        process.send_signal(self.number)


async def _run_killed(workers: WorkerPool, problem: Problem, killing: Killing) -> Report:
    slow = (problem.folder / "solution.py").read_text() + _NAP
    await workers.run(problem, Job(slow, "mine.py"), killing, spare=False)
    return reduce(Report.after, killing.heard, Report(problem.id))


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_run_that_is_ended_from_outside_is_begun_again(
    locations: Paths, problem: Problem, depth: int, number: int
) -> None:
    async with WorkerPool(locations) as workers:
        killing = Killing(depth, 1, number)
        report = await _run_killed(workers, problem, killing)
    assert report.verdict is Verdict.PASSED, report.message
    assert [type(event) for event in killing.heard].count(BeginsAgain) == 1


@pytest.mark.parametrize(
    ("depth", "verdict", "who"),
    [
        (0, Verdict.INTERRUPTED, "The process that all workers come from was ended from outside"),
        (1, Verdict.INTERRUPTED if CONFINED.signals else Verdict.CRASHED, "The process that watches your program"),
        (2, Verdict.CRASHED, "Your program's process ended before its checks were done"),
    ],
)
async def test_one_that_is_ended_twice_says_by_which_signal(
    locations: Paths, problem: Problem, depth: int, verdict: Verdict, who: str
) -> None:
    async with WorkerPool(locations) as workers:
        killing = Killing(depth, 2)
        report = await _run_killed(workers, problem, killing)
    assert report.verdict is verdict
    assert who in report.message
    assert "signal 9" in report.message
    assert "So did the run before it" in report.message
    assert [type(event) for event in killing.heard].count(BeginsAgain) == 1
    assert "BROKEN" not in "\n".join(lines_of(report))


async def test_a_spare_that_is_ended_from_outside_is_replaced(locations: Paths, problem: Problem) -> None:
    readies: asyncio.Queue[Event] = asyncio.Queue()

    def hear(event: Event) -> None:
        if isinstance(event, Ready | FinalEvent):
            readies.put_nowait(event)

    async with WorkerPool(locations) as workers:
        workers.prepare(problem, hear)
        assert isinstance(await asyncio.wait_for(readies.get(), 60), Ready)
        Killing(0, 1)._kill()
        assert isinstance(await asyncio.wait_for(readies.get(), 60), Ready)
        report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED


async def test_a_series_that_is_ended_from_outside_goes_on(locations: Paths, problem: Problem) -> None:
    slow = (problem.folder / "solution.py").read_text() + _NAP
    killing = Killing(2, 1)
    tasks: list[asyncio.Task[None]] = []
    async with WorkerPool(locations) as workers:

        async def kill_soon() -> None:
            while True:
                await asyncio.sleep(0.02)
                parent = max(psutil.Process().children(), key=psutil.Process.create_time, default=None)
                if parent is not None and len(parent.children(recursive=True)) == 2:
                    await asyncio.sleep(1.0)
                    killing._kill()
                    return

        tasks.append(asyncio.create_task(kill_soon()))
        reports = await report_series(workers, problem, [Job(slow, "a.py"), Job(slow, "b.py"), Job(slow, "c.py")])
    assert tasks[0].done()
    assert [report.verdict for report in reports] == [Verdict.PASSED] * 3


async def test_a_job_may_be_longer_than_what_a_worker_says(workers: WorkerPool, problem: Problem) -> None:
    strange = "\x01" * 1_000_000
    source = f"{(problem.folder / 'solution.py').read_text()}\nstrange = '{strange}'\n"
    assert len(encode(Job(source, "mine.py"))) > LINE_LIMIT
    assert (await judged(workers, problem, source)).verdict is Verdict.PASSED
