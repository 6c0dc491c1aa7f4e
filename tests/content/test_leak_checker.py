"""JAX's check for leaked tracers, turned on by a solution: what the judge holds is no leak, and a real one is told."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import jax
import pytest

from flaxdrills.judging.verdict import Verdict
from flaxdrills.worker.run import load_module
from tests.content.due import CATALOGUE, slowly_due_problems, styles_of
from tests.content.in_process import Judge

TRACED = ("nnx-data-attr", "nnx-mutability", "flax-dense-by-hand", "flax-param-shapes")
"""Of which a style that traces all is judged, too; FLAXDRILLS_ODD=all judges all styles of all problems."""
ALL = os.environ.get("FLAXDRILLS_ODD") == "all"

_CHECKED = """
import jax as _jax
_unchecked = {name}
def {name}(*args):
    with _jax.checking_leaks():
        return _unchecked(*args)
"""


@functools.cache
def _judge(problem_id: str) -> Judge:
    return Judge(CATALOGUE.problem(problem_id), cases=1)


def _right_files() -> list[tuple[str, Path]]:
    """The reference of each problem, and a few of its right solutions of which the most is traced."""
    found = []
    for problem in slowly_due_problems():
        styles = [path for path in styles_of(problem) if path.name.startswith("right_")]
        traced = [path for path in styles if any(word in path.name for word in ("jit", "scan", "vmap", "grad"))]
        files = styles if ALL else traced[:1] if problem.id in TRACED else []
        found += [(problem.id, path) for path in (problem.folder / "solution.py", *files)]
    return found


@pytest.mark.filterwarnings("ignore:Some donated buffers")
@pytest.mark.parametrize(
    ("problem_id", "file"),
    [pytest.param(problem, file, id=f"{problem}-{file.stem}") for problem, file in _right_files()],
)
def test_what_only_the_judge_holds_is_no_leak(problem_id: str, file: Path) -> None:
    judge = _judge(problem_id)
    name = CATALOGUE.problem(problem_id).function
    source = file.read_text() + _CHECKED.format(name=name)
    if (without := _leak_without_the_judge(judge, source, name)) is not None:
        pytest.skip(f"JAX finds a leak without the judge, too: {without}")
    report = judge.report(source)
    assert report.verdict is Verdict.PASSED, report.message


def _leak_without_the_judge(judge: Judge, source: str, name: str) -> str | None:
    function = load_module.member(load_module.load(source, "/solution.py", "solution"), name)
    try:
        judge.checks.caller(function)(judge.checks.cases[0].made())
    except Exception as error:
        if "Leaked" not in str(error):
            raise
        return str(error)
    return None


LEAKS = {
    "nnx-pure-jit-split": ("y = inner(x)\n", "y = inner(x)\n        kept.append(y)\n", "kept = []\n"),
    "nnx-mutability": (
        "last_x = model(x)",
        "last_x = model(x)\n        jax.jit(lambda x: kept.append(x * 2))(x)",
        "kept = []\n",
    ),
}


@pytest.mark.parametrize("problem_id", LEAKS)
def test_a_real_leak_is_told(problem_id: str) -> None:
    problem = CATALOGUE.problem(problem_id)
    before, after, first = LEAKS[problem_id]
    source = (problem.folder / "solution.py").read_text()
    assert before in source
    source = source.replace(before, after).replace("\nimport jax\n", f"\nimport jax\n\n{first}", 1)
    report = _judge(problem_id).report(source + _CHECKED.format(name=problem.function))
    assert report.verdict is Verdict.ERROR
    assert report.error is not None and report.error.message.startswith("Leaked")
    assert "Recorder" not in report.error.message
    assert not jax.config.jax_check_tracer_leaks
