"""What does not hold when a problem is run is named, with the file and the reason."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Track
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.new_problem import new_problem
from flaxdrills.verify.verify import steps
from tests.conftest import paths_at
from tests.verify.damages import (
    SUM_UP,
    Damage,
    all_of,
    changed,
    copied,
    damaged_content,
    proofs_at,
    prove,
    written,
)

RUN: dict[str, tuple[Damage, str, str]] = {
    "solution-fails": (
        changed("solution.py", "return layer(x)", "return layer(x) + undefined"),
        "solution.py",
        "the reference must pass, and its verdict is broken",
    ),
    "solution-is-warned": (
        changed("solution.py", "return layer(x)", "import warnings; warnings.warn('old'); return layer(x)"),
        "solution.py",
        "the reference must not be warned of",
    ),
    "solution-takes-too-long": (
        all_of(
            changed("solution.py", "return layer(x)", "import time; time.sleep(0.6); return layer(x)"),
            changed("problem.toml", "difficulty = 1", "difficulty = 1\nlimits = { run_s = 1 }"),
        ),
        "solution.py",
        "the reference must keep the limits, and its verdict is timeout",
    ),
    "stub-passes": (
        written("stub.py", SUM_UP.replace("    return", "    # In place of this: a sum.\n    return 1.0 *", 1)),
        "stub.py",
        "it must run and not pass, and its verdict is passed",
    ),
    "stub-fails-in-another-way": (
        all_of(
            changed("problem.toml", "difficulty = 1", 'difficulty = 1\nform = "fix"\nstub_says = "has no axis"'),
            written("stub.py", SUM_UP.replace("return", "return 2 *")),
        ),
        "stub.py",
        "its report must say 'has no axis' (stub_says in problem.toml), and says\nFAILED",
    ),
    "wrong-passes": (
        changed("wrong/scalar.py", "return x.sum()", "return x.sum(keepdims=True)"),
        "wrong/scalar.py",
        "it must fail or raise, and its verdict is passed",
    ),
    "wrong-never-ends": (
        all_of(
            written("wrong/endless.py", '"""It never ends."""\n\n\ndef sum_up(x):\n    while True:\n        pass\n'),
            changed("problem.toml", "difficulty = 1", "difficulty = 1\nlimits = { run_s = 3 }"),
        ),
        "wrong/endless.py",
        "it must fail or raise, and its verdict is timeout",
    ),
    "wrong-twice": (
        copied("wrong/scalar.py", "wrong/zero.py"),
        "wrong/zero.py",
        "it looks just like wrong/scalar.py, and gets its diagnosis",
    ),
    "check-needed-by-none": (
        changed("wrong/by_hand.py", "return x.sum(keepdims=True)", 'raise ValueError("no layer")'),
        "checks.py",
        "no wrong solution needs the check 'A Linear layer was built'",
    ),
    "derived-check-untold-in-task": (
        changed("task.md", " and `jax.grad`", ""),
        "task.md",
        "it does not say what is checked besides: 'Your function works under jax.jit and jax.grad'",
    ),
    "derived-check-untold-in-stub": (
        changed("stub.py", "Checked as well: your function works under jax.jit and jax.grad.", "That is all."),
        "stub.py",
        "it does not say what is checked besides: 'Your function works under jax.jit and jax.grad'",
    ),
    "two-cases": (changed("checks.py", "(2, 3, 5)", "(2, 3)"), "checks.py", "there are 2 cases; 3 are the least"),
    "lesson-prints-otherwise": (
        changed("lesson.md", "2\n```\n\n## Pitfalls", "3\n```\n\n## Pitfalls"),
        "lesson.md",
        "line 20: this block prints\n2\nand the lesson says\n3",
    ),
    "lesson-prints-unsaid": (
        changed("lesson.md", "```output\n3.0\n```\n", ""),
        "lesson.md",
        "line 10: this block prints, and the lesson does not show it:\n3.0",
    ),
    "lesson-holds-in-graph-mode-only": (
        changed(
            "lesson.md",
            "print(1 + 1)",
            "from flax import nnx\nprint(1 + getattr(nnx, 'set_graph_mode').current_value())",
        ),
        "lesson.md",
        "in NNX's tree mode line 20: this block prints\n1\nand the lesson says\n2",
    ),
    "solution-holds-in-graph-mode-only": (
        changed("solution.py", "return layer(x)", "nnx.split(nnx.List([layer] * 2)); return layer(x)"),
        "solution.py",
        "in NNX's tree mode the reference must pass, and its verdict is",
    ),
    "lesson-names-what-is-not-there": (
        changed("lesson.md", "## Pitfalls\n", "## Pitfalls\n\n`jnp.onse` and `jnp.ones`.\n"),
        "lesson.md",
        "line 28: there is no `jnp.onse` in the installed jax (jax.numpy.onse)",
    ),
    "diagnosis-names-what-is-not-there": (
        changed("wrong/scalar.py", "The sum has no axis.", "Use `nnx.summed`."),
        "wrong/scalar.py",
        "there is no `nnx.summed` in the installed flax (flax.nnx.summed)",
    ),
    "lesson-ends-early": (
        changed("lesson.md", "print(1 + 1)", "import os; os._exit(0)"),
        "lesson.md",
        "line 20: this block ended the run",
    ),
}
"""Damages that are seen when the files are run: what is done, the file that is named, and the reason."""


@pytest.fixture(scope="module")
def heard() -> list[str]:
    """The steps of the proof of RUN."""
    return []


@pytest.fixture(scope="module")
def content_run(tiny_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return damaged_content(tiny_content / "first" / "sum-up", tmp_path_factory.mktemp("damaged"), RUN)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    folder = tmp_path_factory.mktemp("home")
    paths_at(folder, compiled)
    return folder


@pytest.fixture(scope="module")
def findings(content_run: Catalogue, home: Path, heard: list[str]) -> tuple[Finding, ...]:
    """What does not hold in all of RUN, proven at once: starting workers is what takes time."""
    with pytest.MonkeyPatch.context() as patch:
        # So that what never ends ends soon.
        patch.setattr("flaxdrills.judging.protocol.OURS_S", 5.0)
        return prove(content_run, home, heard.append)


@pytest.mark.worker
@pytest.mark.parametrize("name", RUN)
def test_what_does_not_hold_when_it_is_run_is_named(findings: Sequence[Finding], name: str) -> None:
    _, file, reason = RUN[name]
    found = [finding for finding in findings if finding.problem == name]
    assert any(finding.file == file and reason in finding.reason for finding in found), found


@pytest.mark.worker
def test_a_problem_that_holds_has_no_findings(findings: Sequence[Finding]) -> None:
    assert [finding for finding in findings if finding.problem == "whole"] == []


@pytest.mark.worker
@pytest.mark.parametrize("name", sorted(set(RUN) - {"solution-fails"}))
def test_only_the_file_at_fault_is_named(findings: Sequence[Finding], name: str) -> None:
    assert {finding.file for finding in findings if finding.problem == name} == {RUN[name][1]}


@pytest.mark.worker
def test_every_step_is_heard_once(findings: Sequence[Finding], content_run: Catalogue, heard: list[str]) -> None:
    assert findings
    assert len(heard) == len(set(heard)) == steps(content_run)


@pytest.mark.worker
def test_a_proof_leaves_the_looks_of_the_mistakes_of_what_holds(
    findings: Sequence[Finding], content_run: Catalogue, home: Path
) -> None:
    assert findings
    known = {problem.id: KnownMistakesCache(home / "mistakes").load(problem, "cpu") for problem in content_run}
    assert {name for name, mistakes in known.items() if mistakes is not None} == {"whole"}
    assert [(mistake.wrong, mistake.diagnosis) for mistake in known["whole"] or ()] == [
        ("by_hand", "The layer is missing."),
        ("scalar", "The sum has no axis."),
    ]


@pytest.mark.worker
def test_what_is_proven_is_noted_and_what_does_not_hold_is_not(
    findings: Sequence[Finding], content_run: Catalogue, home: Path
) -> None:
    assert findings
    unproven = {problem.id for problem in proofs_at(home).unproven(content_run)}
    assert unproven == {problem.id for problem in content_run} - {"whole"}


@pytest.mark.worker
def test_a_new_problem_that_was_only_cleared_of_its_marks_does_not_hold(tiny_content: Path, tmp_path: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    folder = new_problem(content, load_catalogue(content), "first", "sum-new")
    for path in folder.rglob("*.*"):
        path.write_text(path.read_text().replace("TODO: ", ""))
    catalogue = load_catalogue(content)
    only = Catalogue((Track("first", "", "", (catalogue.problem("sum-new"),)),))
    assert {finding.file for finding in prove(only, tmp_path)} == {
        "lesson.md",
        "solution.py",
        "stub.py",
        "wrong/one.py",
        "wrong/other.py",
    }
