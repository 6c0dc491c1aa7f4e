"""What does not hold when a problem is read is named, with the file and the reason."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest

from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.new_problem import new_problem
from flaxdrills.verify.verify import steps, verify
from tests.verify.damages import (
    Damage,
    all_of,
    changed,
    damaged_content,
    proofs_at,
    removed,
    written,
)

READ: dict[str, tuple[Damage, str, str]] = {
    "stray-file": (written("notes.txt", ""), "notes.txt", "nothing of this name belongs here"),
    "stray-file-among-wrong": (written("wrong/notes.txt", ""), "wrong/notes.txt", "nothing of this name belongs here"),
    "no-task": (removed("task.md"), "task.md", "it is missing"),
    "two-hints": (written("hints.md", "one\n---\ntwo\n"), "hints.md", "there are 2 hints; 3 are the least"),
    "no-section": (
        changed("lesson.md", "## Pitfalls", "## Traps"),
        "lesson.md",
        "the section '## Pitfalls' is missing",
    ),
    "no-block": (
        written("lesson.md", "## Why it matters\n## The API\n## A worked example\n## Pitfalls\n"),
        "lesson.md",
        "it has no Python block",
    ),
    "block-without-end": (changed("lesson.md", "...\n```\n", "...\n"), "lesson.md", "this block does not end"),
    "task-of-another": (written("task.md", "Write `other(x)`."), "task.md", "it does not name the function"),
    "stub-without-task": (written("stub.py", '"""Do it."""\n'), "stub.py", "its docstring does not hold"),
    "stub-does-not-parse": (written("stub.py", "def ("), "stub.py", "it cannot be read: invalid syntax"),
    "one-wrong": (removed("wrong/scalar.py"), "wrong", "there are 1 wrong solutions; 2 are the least"),
    "wrong-without-diagnosis": (written("wrong/scalar.py", "x = 1\n"), "wrong/scalar.py", "it has no docstring"),
    "wrong-is-not-text": (
        written("wrong/scalar.py", "\udcff"),
        "wrong/scalar.py",
        "it cannot be read",
    ),
    "unknown-prerequisite": (
        changed("problem.toml", "difficulty = 1", 'difficulty = 1\nprerequisites = ["no-such"]'),
        "problem.toml",
        "it names 'no-such', and there is no such problem",
    ),
    "unknown-twin": (
        changed("problem.toml", "difficulty = 1", 'difficulty = 1\ntwin = "no-such"'),
        "problem.toml",
        "it names 'no-such', and there is no such problem",
    ),
    "its-own-prerequisite": (
        changed("problem.toml", "difficulty = 1", 'difficulty = 1\nprerequisites = ["its-own-prerequisite"]'),
        "problem.toml",
        "go in a circle: its-own-prerequisite -> its-own-prerequisite",
    ),
    "twin-that-knows-nothing-of-it": (
        changed("problem.toml", "difficulty = 1", 'difficulty = 1\ntwin = "whole"'),
        "problem.toml",
        "its twin 'whole' does not name it",
    ),
    "lesson-too-long": (
        changed("lesson.md", "## Pitfalls", "\n" * 150 + "## Pitfalls"),
        "lesson.md",
        "120 are the most",
    ),
    "hint-gives-it-away": (
        all_of(
            changed(
                "hints.md",
                "A kernel of ones.",
                "`nnx.Linear(x.shape[0],1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))`",
            ),
            changed("lesson.md", "print(1 + 1)", "nnx.Linear, nnx.Rngs\nprint(1 + 1)"),
            changed("problem.toml", "difficulty = 1", 'difficulty = 1\nintroduces = ["nnx.Linear", "nnx.Rngs"]'),
        ),
        "hints.md",
        "hint 2 holds a key line of solution.py",
    ),
    "begins-like-another": (
        changed("lesson.md", "begins-like-another: sums", "whole: sums"),
        "lesson.md",
        "it begins with 'whole sums are everywhere', and so does whole/lesson.md",
    ),
    "left-to-the-author": (
        changed("task.md", "the sum of `x`", "TODO: say what"),
        "task.md",
        "line 1 is still to be written: say what",
    ),
}
"""Damages that are seen when the files are read."""


class NoWorkers:
    """WorkerPool that are never asked for anything."""


def test_what_is_not_to_be_run_is_read_and_loses_its_proof_when_that_finds_something(
    tiny_content: Path, tmp_path: Path
) -> None:
    catalogue = load_catalogue(shutil.copytree(tiny_content, tmp_path / "content"))
    problems = list(catalogue)
    proofs = proofs_at(tmp_path)
    written("hints.md", "one\n---\ntwo\n")(problems[1].folder)
    for problem in problems:
        proofs.keep(problem, proofs.digest(problem))
    assert proofs.unproven(problems) == []
    proof = verify(
        catalogue,
        problems,
        [],
        cast(WorkerPool, NoWorkers()),
        KnownMistakesCache(tmp_path),
        proofs,
        lambda step: pytest.fail(step),
    )
    assert [finding.problem for finding in asyncio.run(proof)] == ["sum-more"]
    assert proofs.unproven(problems) == [problems[1]]


def read_through(
    catalogue: Catalogue, problems: Sequence[Problem], home: Path, on_step: Callable[[str], None] = lambda _: None
) -> tuple[Finding, ...]:
    """What is found without any worker, in problems that all have a fault which can be read."""
    proof = verify(
        catalogue, problems, problems, cast(WorkerPool, None), KnownMistakesCache(home), proofs_at(home), on_step
    )
    return asyncio.run(proof)


@pytest.mark.parametrize("name", READ)
def test_what_does_not_hold_when_it_is_read_is_named(tiny_content: Path, tmp_path: Path, name: str) -> None:
    _, file, reason = READ[name]
    catalogue = damaged_content(tiny_content / "first" / "sum-up", tmp_path / "content", {name: READ[name]})
    found = read_through(catalogue, [catalogue.problem(name)], tmp_path)
    assert [(finding.file, reason in finding.reason) for finding in found] == [(file, True)], found


def test_a_problem_that_cannot_be_run_has_its_steps_as_well(tiny_content: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(shutil.copytree(tiny_content, tmp_path / "content"))
    for problem in catalogue:
        (problem.folder / "notes.txt").write_text("")
    heard: list[str] = []
    read_through(catalogue, list(catalogue), tmp_path, heard.append)
    assert len(heard) == len(set(heard)) == steps(catalogue) == 15


def test_prerequisites_that_go_in_a_circle_are_named_for_each(tiny_content: Path, tmp_path: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    for one, other in (("first/sum-up", "sum-more"), ("first/sum-more", "sum-last"), ("second/sum-last", "sum-up")):
        with (content / one / "problem.toml").open("a") as file:
            file.write(f'prerequisites = ["{other}"]\n')
    catalogue = load_catalogue(content)
    found = read_through(catalogue, list(catalogue), tmp_path)
    assert list(map(str, found)) == [
        "sum-up/problem.toml: it needs 'sum-more', which comes later in the track",
        "sum-up/problem.toml: the prerequisites go in a circle: sum-up -> sum-more -> sum-last -> sum-up",
        "sum-more/problem.toml: the prerequisites go in a circle: sum-more -> sum-last -> sum-up -> sum-more",
        "sum-last/problem.toml: the prerequisites go in a circle: sum-last -> sum-up -> sum-more -> sum-last",
    ]


def test_a_new_problem_is_talked_through_file_by_file(tiny_content: Path, tmp_path: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    folder = new_problem(content, load_catalogue(content), "first", "sum-new")
    catalogue = load_catalogue(content)
    found = read_through(catalogue, [catalogue.problem("sum-new")], tmp_path)
    to_write = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {finding.file for finding in found} == to_write
    assert len(to_write) == 9
    assert "sum-new/solution.py: line 1 is still to be written: the reference" in map(str, found)
