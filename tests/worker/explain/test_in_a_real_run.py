"""What a real run says of wrong values, of an error, and of a right result of a weak type."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from flaxdrills.judging.follow_run import run_to_end
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.paths import content_folder
from tests.conftest import paths_at

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

COUNTER = """
import jax.numpy as jnp
from flax import nnx

class Counter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x

def mutability_increment_count(seed, x, n_calls):
    counter = Counter()
    for _ in range(int(n_calls)):
        y = counter(x)
    RETURN
"""
WEAK = "return jnp.full(2, 0.0).at[0].set(counter.count[...]).at[1].set(y.sum())"
WRONG = "return jnp.full(2, 0.0).at[0].set(y.sum()).at[1].set(counter.count[...])"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> AsyncIterator[WorkerPool]:
    async with WorkerPool(paths_at(tmp_path_factory.mktemp("home"), compiled)) as started:
        yield started


async def report_of(workers: WorkerPool, source: str) -> Report:
    problem = replace(load_catalogue(content_folder()).problem("nnx-mutability"), limits=Limits(run_s=60.0))
    job = Job(source, str(Path("mine.py")))
    return await run_to_end(workers, problem, job, Report(problem.id), spare=True)


async def test_a_right_result_of_a_weak_type_passes_with_a_note(workers: WorkerPool) -> None:
    report = await report_of(workers, COUNTER.replace("RETURN", WEAK))
    assert report.verdict is Verdict.PASSED
    assert [note[:27] for note in report.notes] == ["Your result has a weak type"]


async def test_a_wrong_result_is_related_to_the_right_one_and_gets_no_note(workers: WorkerPool) -> None:
    report = await report_of(workers, COUNTER.replace("RETURN", WRONG))
    assert report.verdict is Verdict.FAILED
    assert report.message.splitlines()[1] == "The two values are swapped."
    assert report.notes == ()


async def test_a_known_error_comes_with_its_cause(workers: WorkerPool) -> None:
    report = await report_of(workers, COUNTER.replace("RETURN", "return nnx.Rngs(float(seed))"))
    assert report.error is not None
    assert report.error.message.startswith("Invalid rng value: 0.0, expected")
    assert "nnx.Rngs(int(seed))" in report.error.cause


async def test_an_update_that_is_thrown_away_is_noted(workers: WorkerPool) -> None:
    thrown_away = WEAK.replace("return ", "result = jnp.zeros(2)\n    result.at[0].set(1.0)\n    return ")
    report = await report_of(workers, COUNTER.replace("RETURN", thrown_away))
    assert report.verdict is Verdict.PASSED
    assert report.notes[0].startswith("line 18: `result.at[...].set(...)` changes nothing")


async def test_an_error_without_a_message_is_known_by_its_frame(workers: WorkerPool) -> None:
    source = (
        "from flax import linen as nn\nclass M(nn.Module):\n    def __call__(self, x):\n        return nn.Dense(1)(x)\n"
    )
    report = await report_of(
        workers, f"{source}\n\ndef mutability_increment_count(seed, x, n_calls):\n    return M()(x)\n"
    )
    assert report.error is not None
    assert (report.error.type, report.error.message) == ("AssertionError", "")
    assert "@nn.compact" in report.error.cause


async def test_an_old_name_gets_todays(workers: WorkerPool) -> None:
    report = await report_of(workers, COUNTER.replace("RETURN", "return jnp.reshap(y, (2,))"))
    assert report.error is not None
    assert report.error.cause.startswith("Did you mean jnp.reshape?")
    report = await report_of(workers, COUNTER.replace("RETURN", "return nnx.ReLU()(y)"))
    assert report.error is not None
    assert report.error.cause.startswith("Did you mean the function nnx.relu(x)?")
