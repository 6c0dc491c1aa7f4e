"""With which versions a lesson was proven."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem_files import read_file
from flaxdrills.problems.proven_versions import Versions, is_proven, note_proof, proven_with, versions_here
from flaxdrills.system.cache_key import PROVEN, files_key
from tests.verify.conftest import LESSON

OLD, MIDDLE, NEW = Versions("0.12.8", "0.10.2"), Versions("0.12.9", "0.10.10"), Versions("0.12.10", "0.11.0")


def test_nothing_is_known_of_a_lesson_without_the_file(tmp_path: Path) -> None:
    assert proven_with(tmp_path, LESSON) == ()


def test_the_oldest_and_the_newest_are_kept_whatever_the_order(tmp_path: Path) -> None:
    for versions, known in (
        (MIDDLE, (MIDDLE,)),
        (NEW, (MIDDLE, NEW)),
        (OLD, (OLD, NEW)),
        (MIDDLE, (OLD, NEW)),
        (NEW, (OLD, NEW)),
    ):
        note_proof(tmp_path, LESSON, versions, "f1")
        assert proven_with(tmp_path, LESSON) == known


def test_prose_may_change_and_a_block_or_its_output_may_not(tmp_path: Path) -> None:
    note_proof(tmp_path, LESSON, OLD, "f1")
    assert proven_with(tmp_path, LESSON + "\nMore prose.\n") == (OLD,)
    assert proven_with(tmp_path, LESSON.replace("print(1)", "print(2)")) == ()
    assert proven_with(tmp_path, LESSON.replace("```output\n1\n", "```output\n2\n")) == ()


def test_a_whole_problem_is_proven_with_just_these_versions_and_files(tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON)
    files = files_key(tmp_path)
    note_proof(tmp_path, LESSON, OLD, files)
    note_proof(tmp_path, LESSON, NEW, "others")
    assert files_key(tmp_path) == files
    assert [is_proven(tmp_path, LESSON, versions) for versions in (OLD, MIDDLE, NEW)] == [True, False, False]
    (tmp_path / "stub.py").write_text("")
    assert not is_proven(tmp_path, LESSON, OLD)


def test_a_proof_of_other_blocks_is_forgotten(tmp_path: Path) -> None:
    note_proof(tmp_path, LESSON, OLD, "f1")
    note_proof(tmp_path, LESSON.replace("print(1)", "print(2)"), NEW, "f1")
    assert proven_with(tmp_path, LESSON.replace("print(1)", "print(2)")) == (NEW,)
    assert proven_with(tmp_path, LESSON) == ()


@pytest.mark.parametrize("text", ["", "blocks =", "blocks = 1\n", 'blocks = "x"\nwith = 3\n', "\x00"])
def test_a_file_that_says_nothing_proves_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / PROVEN).write_text(text)
    assert proven_with(tmp_path, LESSON) == ()
    note_proof(tmp_path, LESSON, OLD, "f1")
    assert proven_with(tmp_path, LESSON) == (OLD,)


def test_what_is_noted_already_is_not_written_again(tmp_path: Path) -> None:
    note_proof(tmp_path, LESSON, OLD, "f1")
    before = (tmp_path / PROVEN).stat()
    note_proof(tmp_path, LESSON, OLD, "f1")
    assert (tmp_path / PROVEN).stat().st_ino == before.st_ino


def test_every_lesson_that_ships_was_proven_as_it_is_with_the_oldest_libraries(catalogue: Catalogue) -> None:
    bounds = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]["dependencies"]
    oldest = dict(bound.partition(",")[0].split(">=") for bound in bounds if bound.startswith(("flax>", "jax>")))
    unproven = [
        problem.id
        for problem in catalogue
        if Versions(**oldest) not in proven_with(problem.folder, read_file(problem, "lesson.md"))
    ]
    assert not unproven, f"Run `flaxdrills verify {' '.join(unproven)}` with the oldest libraries (.ci/oldest)."


def test_the_installed_versions_are_known() -> None:
    here = versions_here()
    assert here is not None and here.age >= OLD.age
