"""The notes of what was proven, which ship with the problems."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.proven_versions import Versions, note_proof, proven_with
from flaxdrills.system.cache_key import PROVEN, files_key, problem_key
from flaxdrills.system.settings import Platform
from flaxdrills.verify.rules.folder_files import find_file_faults
from flaxdrills.verify.version_notes import VersionNotes
from tests.verify.conftest import LESSON, problem_of

HERE = Versions("0.12.10", "0.11.0")


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    (tmp_path / "lesson.md").write_text(LESSON)
    return problem_of(folder=tmp_path)


def test_a_proof_is_noted_in_the_problems_folder(problem: Problem) -> None:
    notes = VersionNotes(HERE)
    assert notes.missing([problem]) == [problem]
    notes.keep(problem, LESSON, "f1")
    assert proven_with(problem.folder, LESSON) == (HERE,)
    assert notes.missing([problem]) == []


def test_a_lesson_is_proven_again_with_older_and_newer_versions_and_not_with_those_between(problem: Problem) -> None:
    for versions in (HERE, Versions("0.12.8", "0.10.2")):
        note_proof(problem.folder, LESSON, versions, "f1")
    assert VersionNotes(Versions("0.12.9", "0.10.3")).missing([problem]) == []
    assert VersionNotes(Versions("0.12.7", "0.10.2")).missing([problem]) == [problem]
    assert VersionNotes(Versions("0.13", "0.11.0")).missing([problem]) == [problem]


def test_a_lesson_that_changed_is_proven_again(problem: Problem) -> None:
    notes = VersionNotes(HERE)
    notes.keep(problem, LESSON, "f1")
    (problem.folder / "lesson.md").write_text(LESSON.replace("print(1)", "print(2)"))
    assert notes.missing([problem]) == [problem]


def test_notes_are_written_in_a_checkout_and_for_the_cpu_alone(tmp_path: Path, problem: Problem) -> None:
    assert VersionNotes.of(tmp_path / "content", Platform.CPU).versions is None
    (tmp_path / "pyproject.toml").write_text("")
    assert VersionNotes.of(tmp_path / "content", Platform.CPU).versions is not None
    silent = VersionNotes.of(tmp_path / "content", Platform.GPU)
    assert silent.versions is None and silent.missing([problem]) == []
    silent.keep(problem, LESSON, "f1")
    assert not (problem.folder / PROVEN).exists()


def test_what_changed_since_it_was_proven_is_due_and_a_tenth_of_the_rest_by_the_day(tmp_path: Path) -> None:
    problems = [problem_of(f"problem-{number}", folder=tmp_path / str(number)) for number in range(30)]
    notes = VersionNotes(HERE)
    for problem in problems:
        problem.folder.mkdir()
        (problem.folder / "lesson.md").write_text(LESSON)
        notes.keep(problem, LESSON, files_key(problem.folder))
    days = [notes.due(problems, date(2026, 1, 1) + timedelta(days)) for days in range(10)]
    assert sorted(each.id for day in days for each in day) == sorted(each.id for each in problems)
    assert max(map(len, days)) < 10
    changed = next(problem for problem in problems if problem not in days[0])
    (changed.folder / "hints.md").write_text("other")
    assert notes.due(problems, date(2026, 1, 1)) == [each for each in problems if each in days[0] or each is changed]
    assert VersionNotes(Versions("0.12.10", "0.11.1")).due(problems, date(2026, 1, 1)) == problems
    assert VersionNotes(None).due(problems, date(2026, 1, 1)) == problems


def test_no_proof_depends_on_its_note(problem: Problem) -> None:
    before = problem_key(problem.folder)
    VersionNotes(HERE).keep(problem, LESSON, "f1")
    assert (problem.folder / PROVEN).exists() and problem_key(problem.folder) == before
    (problem.folder / "task.md").write_text("other")
    assert problem_key(problem.folder) != before


def test_the_note_belongs_into_the_folder(catalogue: Catalogue) -> None:
    problem = catalogue.problem("nnx-mutability")
    assert (problem.folder / PROVEN).exists() and find_file_faults(problem) == ()
