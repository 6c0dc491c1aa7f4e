"""A training run that is ended for its time shows what it has come to, through a real worker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from tests.judging.real_runs import LIMITS, judged

HEADER = "import itertools\nimport jax.numpy as jnp\n\n"


@pytest.mark.worker
@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            "    losses, few = [], [jnp.ones(()), jnp.ones(())]\n"
            "    while True:\n        losses.append(x.sum() / (1 + len(losses)))\n",
            ["losses"],
        ),
        ("    return jnp.stack([x.sum() / (1 + n) for n in itertools.count()])\n", ["yours"]),
        ("    losses = [0.5, 'text', x, x.sum()]\n    while True:\n        x = x + 1\n", []),
    ],
    ids=["a list", "a list in the making", "no losses"],
)
async def test_the_losses_so_far_are_drawn(workers: WorkerPool, tiny_content: Path, body: str, rows: list[str]) -> None:
    problem = replace(load_catalogue(tiny_content).problem("sum-up"), limits=LIMITS[Verdict.TIMEOUT])
    report = await judged(workers, problem, f"{HEADER}def {problem.function}(x):\n{body}")
    assert report.verdict is Verdict.TIMEOUT
    assert [row.name for picture in report.pictures for row in picture.rows] == rows
    for picture in report.pictures:
        assert picture.title.endswith(" numbers so far")
        values = picture.rows[0].values
        assert len(values) > 2 and list(values) == sorted(values)
