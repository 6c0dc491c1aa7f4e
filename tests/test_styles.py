"""Right solutions in many styles, and wrong ones that do not ship: none is misjudged."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.catalogue import load_catalogue
from flaxdrills.event import Event
from flaxdrills.locations import Locations, content_folder
from flaxdrills.problem import Limits
from flaxdrills.report import Report, Verdict
from flaxdrills.wire import Job
from flaxdrills.workers import Workers

pytestmark = pytest.mark.worker

STYLES = Path(__file__).parent / "styles"
CATALOGUE = load_catalogue(content_folder())


@pytest.mark.parametrize("problem_id", [problem.id for problem in CATALOGUE])
async def test_no_style_is_misjudged(problem_id: str, tmp_path: Path) -> None:
    # Time enough for a busy machine: some styles compile a great deal.
    problem = replace(CATALOGUE.problem(problem_id), limits=Limits(run_s=60.0))
    files = sorted((STYLES / problem_id).glob("*.py"))
    assert sum(file.name.startswith("right_") for file in files) >= 8
    assert sum(file.name.startswith("wrong_") for file in files) >= 10
    turns = asyncio.Semaphore(2)

    async def judged(file: Path) -> Report:
        report = Report(problem.id)

        def hear(event: Event) -> None:
            nonlocal report
            report = report.after(event)

        async with turns:
            await workers.run(problem, Job(file.read_text(), str(file)), hear, spare=False)
        return report

    async with Workers(Locations(tmp_path / "config", tmp_path / "data", tmp_path / "cache")) as workers:
        reports = await asyncio.gather(*map(judged, files))
    misjudged = {
        file.name: (str(report.verdict), report.message)
        for file, report in zip(files, reports, strict=True)
        if (report.verdict is Verdict.PASSED) != file.name.startswith("right_")
        or report.verdict in (Verdict.BROKEN, Verdict.CRASHED, Verdict.TIMEOUT)
    }
    assert not misjudged
