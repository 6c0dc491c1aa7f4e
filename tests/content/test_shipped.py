"""The problems that ship, judged as a learner's files are: each file in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.practice.session import Session
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.system.settings import Settings
from tests.conftest import paths_at
from tests.content.due import DUE

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

# All mistakes of these are judged; of the others a few, since `verify` judges all of them.
WHOLLY = ("nnx-multi-param", "nnx-mutability", "nnx-surgery-replace", "nnx-port-linen-dense", "flax-surgery-replace")
_AT_ONCE = 2


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def session(
    tmp_path_factory: pytest.TempPathFactory, compiled: Path, catalogue: Catalogue
) -> AsyncIterator[Session]:
    """One home for all problems."""
    paths = paths_at(tmp_path_factory.mktemp("judging"), compiled)
    async with WorkerPool(paths) as workers:
        yield open_session(paths, catalogue, workers, Settings())


@pytest.mark.parametrize("problem", DUE)
async def test_a_shipped_file_gets_its_verdict_and_a_mistake_its_own_diagnosis(
    session: Session, problem: Problem
) -> None:
    wrong = wrong_files(problem)
    if problem.id not in WHOLLY:
        wrong = dict(list(wrong.items())[::6])
    turns = asyncio.Semaphore(_AT_ONCE)

    async def judged(file: Path) -> Report:
        async with turns:
            return await session.submitter.check(problem, file.read_text(), str(file))

    files = [problem.folder / "solution.py", problem.folder / "stub.py", *wrong.values()]
    solution, stub, *mistakes = await asyncio.gather(*map(judged, files))
    assert solution.verdict is Verdict.PASSED
    # Some stubs begin with a usual mistake.
    assert stub.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert {report.verdict for report in mistakes} <= {Verdict.FAILED, Verdict.ERROR}
    assert [report.wrong for report in mistakes] == list(wrong)
    assert len({report.diagnosis for report in mistakes}) == len(wrong)
