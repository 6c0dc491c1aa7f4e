"""What is known of the wrong solutions that ship with a problem, from run to run."""

from __future__ import annotations

import math
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.mistake_recognition import recognise_mistake
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system import cache_key
from tests.judging.mistakes import ERROR, FAILED, mistake_of, with_values


@pytest.fixture
def problem(tiny_content: Path, tmp_path: Path) -> Problem:
    return load_catalogue(shutil.copytree(tiny_content, tmp_path / "content")).problem("sum-up")


def test_a_new_cache_knows_nothing(problem: Problem, tmp_path: Path) -> None:
    assert KnownMistakesCache(tmp_path / "cache").load(problem, "cpu") is None


def test_what_is_saved_is_known_to_the_next_app(problem: Problem, tmp_path: Path) -> None:
    mistakes = (mistake_of(FAILED), mistake_of(ERROR, "other"))
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", mistakes)
    assert KnownMistakesCache(tmp_path / "cache").load(problem, "cpu") == mistakes


def test_numbers_that_are_none_survive_the_cache(problem: Problem, tmp_path: Path) -> None:
    report = with_values(sketch=(math.nan, -math.inf))
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", (mistake_of(report),))
    again = KnownMistakesCache(tmp_path / "cache").load(problem, "cpu")
    assert again is not None
    assert recognise_mistake(report, "", again) is not None


@pytest.mark.parametrize("name", ["solution.py", "checks.py", "wrong/scalar.py", "wrong/new.py"])
def test_another_text_of_the_problem_makes_what_was_known_void(problem: Problem, tmp_path: Path, name: str) -> None:
    cache = KnownMistakesCache(tmp_path / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    (problem.folder / name).write_text("# new\n")
    assert cache.load(problem, "cpu") is None


def test_each_device_has_its_own(problem: Problem, tmp_path: Path) -> None:
    cache = KnownMistakesCache(tmp_path / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    assert cache.load(problem, "NVIDIA H200") is None


def test_what_is_void_is_removed_when_something_new_is_saved(problem: Problem, tmp_path: Path) -> None:
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", ())
    (problem.folder / "checks.py").write_text("# new\n")
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", ())
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_problem_whose_id_begins_like_another_leaves_that_ones_mistakes_alone(
    problem: Problem, tmp_path: Path
) -> None:
    longer = replace(problem, id="sum-up-0123456789abcdef")
    KnownMistakesCache(tmp_path / "cache").save(longer, "cpu", (mistake_of(FAILED),))
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", ())
    assert KnownMistakesCache(tmp_path / "cache").load(longer, "cpu") == (mistake_of(FAILED),)


@pytest.mark.parametrize("text", ["", "{", "[3]", '[{"wrong": "a"}]', "null", "\udcff"])
def test_a_damaged_cache_is_no_cache(problem: Problem, tmp_path: Path, text: str) -> None:
    KnownMistakesCache(tmp_path / "cache").save(problem, "cpu", (mistake_of(FAILED),))
    [file] = (tmp_path / "cache").iterdir()
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert KnownMistakesCache(tmp_path / "cache").load(problem, "cpu") is None


def test_a_cache_that_cannot_be_written_still_serves_this_app(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = KnownMistakesCache(tmp_path / "file" / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    assert cache.load(problem, "cpu") == (mistake_of(FAILED),)


def test_mistakes_of_another_version_of_this_app_are_not_used(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KnownMistakesCache(tmp_path / "kept").save(problem, "cpu", (mistake_of(FAILED),))
    assert KnownMistakesCache(tmp_path / "kept").load(problem, "cpu") is not None
    monkeypatch.setattr(cache_key, "installation_key", lambda: "of another version")
    assert KnownMistakesCache(tmp_path / "kept").load(problem, "cpu") is None
