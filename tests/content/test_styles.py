"""Right solutions in many styles, and wrong ones that do not ship: none is misjudged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from flaxdrills.judging.follow_run import report_series, run_to_end
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import Limits
from tests.conftest import paths_at
from tests.content.due import DUE, keep, styles_of

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> AsyncIterator[WorkerPool]:
    async with WorkerPool(paths_at(tmp_path_factory.mktemp("home"), compiled)) as started:
        yield started


@pytest.mark.parametrize("shipped", DUE)
async def test_no_style_is_misjudged(shipped: Problem, workers: WorkerPool) -> None:
    # Time enough for a busy machine: some styles compile a great deal.
    problem = replace(shipped, limits=Limits(run_s=60.0))
    files = styles_of(problem)
    assert sum(file.name.startswith("right_") for file in files) >= 4
    assert sum(file.name.startswith("wrong_") for file in files) >= 4
    jobs = {file: Job(file.read_text(), str(file)) for file in files}
    reports = dict(zip(files, await report_series(workers, problem, list(jobs.values())), strict=True))
    for file in files:
        if _is_misjudged(file, reports[file]):
            # What counts is what a learner would see: a process of its own.
            reports[file] = await _alone(workers, problem, jobs[file])
    misjudged = {
        file.name: (str(report.verdict), report.message)
        for file, report in reports.items()
        if _is_misjudged(file, report)
    }
    assert not misjudged
    keep(shipped)


def _is_misjudged(file: Path, report: Report) -> bool:
    if report.verdict in (Verdict.BROKEN, Verdict.CRASHED, Verdict.TIMEOUT):
        return True
    return (report.verdict is Verdict.PASSED) != file.name.startswith("right_")


async def _alone(workers: WorkerPool, problem: Problem, job: Job) -> Report:
    return await run_to_end(workers, problem, job, Report(problem.id))
