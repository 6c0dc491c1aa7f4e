"""From what a solution returned to the picture in its report, through a real worker."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.judging.events import Drawn
from flaxdrills.judging.picture import NAME, SERIES, VALUES, Picture, PictureKind, Series
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import as_json, lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.worker.supervise.event_sanitizer import fit_to_show
from tests.judging.real_runs import judged

DRAWS = """

def draw_inputs(run: Run):
    return curve("Inputs", yours=run.arguments["x"], reference=run.expected().arguments["x"])


def draw_output(run: Run):
    return bars("Sum", yours=run.output[0], reference=run.expected().output[0])
"""


@pytest.fixture
def problem(tiny_content: Path, tmp_path: Path) -> Problem:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    path = content / "first" / "sum-up" / "checks.py"
    path.write_text(path.read_text().replace("import Run, case", "import Run, bars, case, curve") + DRAWS)
    return load_catalogue(content).problem("sum-up")


@pytest.mark.worker
@pytest.mark.parametrize(
    ("file", "verdict", "titles"),
    [
        ("solution.py", Verdict.PASSED, ["Inputs", "Sum"]),
        ("wrong/by_hand.py", Verdict.FAILED, ["Inputs", "Sum"]),
        ("wrong/scalar.py", Verdict.FAILED, ["Inputs"]),
    ],
    ids=["right", "wrong", "what cannot be drawn is left out"],
)
async def test_what_a_solution_returned_is_drawn(
    workers: WorkerPool, problem: Problem, file: str, verdict: Verdict, titles: list[str]
) -> None:
    report = await judged(workers, problem, (problem.folder / file).read_text())
    assert (report.verdict, [one.title for one in report.pictures]) == (verdict, titles)
    text = "\n".join(lines_of(report))
    assert "  Inputs\n" in text and "•• yours" in text


@pytest.mark.worker
async def test_a_picture_that_the_reference_does_not_give_is_the_problems_fault(
    workers: WorkerPool, problem: Problem
) -> None:
    path = problem.folder / "checks.py"
    path.write_text(path.read_text().replace("run.output[0]", "run.output.none", 1))
    report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.BROKEN
    assert "draw_output draws nothing of the reference: AttributeError" in report.message


def test_in_json_it_is_numbers() -> None:
    picture = Picture(PictureKind.CURVE, "Loss", (Series("yours", (1.5, float("nan"), float("inf"))),))
    shown = as_json(replace(Report("a", done=True), pictures=(picture,)), "mine.py")
    assert shown["pictures"] == [{"kind": "curve", "title": "Loss", "rows": {"yours": [1.5, None, None]}}]
    json.dumps(shown, allow_nan=False)


def test_what_the_learners_process_says_of_it_is_kept_within_bounds() -> None:
    row = Series("\x1b[2J" * 100, (0.0,) * (VALUES + 1))
    event = fit_to_show(Drawn(Picture(PictureKind.HEAT, "\x1b]0;t", (row,) * (SERIES + 1))))
    assert isinstance(event, Drawn)
    assert len(event.picture.rows) == SERIES
    first = event.picture.rows[0]
    assert len(first.values) == VALUES and len(first.name) <= 8 * NAME
    assert "\x1b" not in first.name + event.picture.title
