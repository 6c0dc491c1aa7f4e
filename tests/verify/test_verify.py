"""Proving the content: what does not hold is named, with the file and the reason."""

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
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Platform
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.new_problem import new_problem
from flaxdrills.verify.proof_cache import ProofCache
from flaxdrills.verify.verify import steps, verify

# The proof of RUN is made once; tests that share it must not be spread over processes.
pytestmark = pytest.mark.xdist_group("verify")

Damage = Callable[[Path], None]


def written(name: str, text: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    return damage


def changed(name: str, old: str, new: str) -> Damage:
    def damage(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return damage


def removed(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()


def copied(name: str, other: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / other).write_text((folder / name).read_text())

    return damage


def all_of(*damages: Damage) -> Damage:
    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


SUM_UP = '''"""sum_up(x): the sum of x."""

from flax import nnx


def sum_up(x):
    layer = nnx.Linear(x.shape[0], 1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))
    return layer(x)
'''

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
            changed("solution.py", "return layer(x)", "import time; time.sleep(1.5); return layer(x)"),
            changed("problem.toml", "difficulty = 1", "difficulty = 1\nlimits = { run_s = 1 }"),
        ),
        "solution.py",
        "the reference must keep the limits, and its verdict is timeout",
    ),
    "stub-passes": (
        written("stub.py", SUM_UP),
        "stub.py",
        "it must run and not pass, and its verdict is passed",
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
    "lesson-names-what-is-not-there": (
        changed("lesson.md", "## Pitfalls\n", "## Pitfalls\n\n`nnx.Linea` and `nnx.Linear`, `jnp.ones`.\n"),
        "lesson.md",
        "line 28: there is no `nnx.Linea` in the installed flax (flax.nnx.Linea)",
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
        "170 are the most",
    ),
    "hint-gives-it-away": (
        changed(
            "hints.md",
            "A kernel of ones.",
            "`nnx.Linear(x.shape[0],1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))`",
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


def damaged_content(model: Path, folder: Path, damages: dict[str, tuple[Damage, str, str]]) -> Catalogue:
    """A catalogue with a copy of the problem in `model` for each damage, under its name, and one that is whole."""
    for name in (*damages, "whole"):
        shutil.copytree(model, folder / "track" / name)
        changed("lesson.md", "Sums are", f"{name}: sums are")(folder / "track" / name)
        changed("task.md", "Write", f"{name}: write")(folder / "track" / name)
        if name in damages:
            damages[name][0](folder / "track" / name)
    ids = ", ".join(f'"{name}"' for name in (*damages, "whole"))
    (folder / "tracks.toml").write_text(f'[[track]]\nid = "track"\ntitle = "T"\nproblems = [{ids}]\n')
    return load_catalogue(folder)


def prove(catalogue: Catalogue, home: Path, on_step: Callable[[str], None] = lambda _: None) -> tuple[Finding, ...]:
    """What real workers find in `catalogue`."""

    problems = list(catalogue)

    async def proof() -> tuple[Finding, ...]:
        async with WorkerPool(Paths(home / "config", home / "data", home / "cache")) as workers:
            mistakes, proofs = KnownMistakesCache(home / "mistakes"), proofs_at(home)
            return await verify(catalogue, problems, problems, workers, mistakes, proofs, on_step)

    return asyncio.run(proof())


def proofs_at(home: Path) -> ProofCache:
    """What a call with that home knows to be proven."""
    return ProofCache(home / "proofs", Platform.CPU)


@pytest.fixture(scope="module")
def heard() -> list[str]:
    """The steps of the proof of RUN."""
    return []


@pytest.fixture(scope="module")
def content_run(tiny_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return damaged_content(tiny_content / "first" / "sum-up", tmp_path_factory.mktemp("damaged"), RUN)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def findings(content_run: Catalogue, home: Path, heard: list[str]) -> tuple[Finding, ...]:
    """What does not hold in all of RUN, proven at once: starting workers is what takes time."""
    with pytest.MonkeyPatch.context() as patch:
        # So that what never ends ends soon.
        patch.setattr("flaxdrills.judging.protocol.OURS_S", 20.0)
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
