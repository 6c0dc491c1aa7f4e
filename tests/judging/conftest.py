"""Real workers, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.paths import Paths, content_folder
from tests.conftest import paths_at


@pytest.fixture(scope="module")
def problem() -> Problem:
    """A real problem, with time enough for a busy machine."""
    real = load_catalogue(content_folder()).problem("nnx-surgery-replace")
    return replace(real, limits=Limits(run_s=60.0))


@pytest.fixture(scope="module")
def locations(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Paths:
    paths = paths_at(tmp_path_factory.mktemp("home"), compiled)
    paths.journal.mkdir(parents=True)
    (paths.journal / "2026.jsonl").write_text("")
    return paths


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers(locations: Paths) -> AsyncIterator[WorkerPool]:
    async with WorkerPool(locations) as started:
        yield started
    assert not [child for child in psutil.Process().children() if "flaxdrills.worker" in child.cmdline()]
