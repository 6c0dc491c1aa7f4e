"""What the wrong solutions of a problem come to, as it ships with the content."""

from __future__ import annotations

import json
import platform
import shutil
from pathlib import Path

import pytest

from flaxdrills.judging import shipped_mistakes
from flaxdrills.judging.file_facts import facts_in
from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.mistake_recognition import KnownMistake, MistakeSignature
from flaxdrills.judging.report import Report
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_wrong, wrong_files
from flaxdrills.problems.proven_versions import Versions
from tests.judging.mistakes import ERROR, FAILED, with_values

DEVICE = "cpu"


def mistakes_of(problem: Problem, report: Report = FAILED) -> tuple[KnownMistake, ...]:
    """Of the wrong solutions that the problem ships with; one of them came to `report`."""
    wrong = [read_wrong(problem, name) for name in wrong_files(problem)]
    return tuple(
        KnownMistake(each.name, each.diagnosis, facts_in(each.source), MistakeSignature.of(one))
        for each, one in zip(wrong, (report, ERROR), strict=True)
    )


@pytest.fixture
def problem(tiny_content: Path, tmp_path: Path) -> Problem:
    return load_catalogue(shutil.copytree(tiny_content, tmp_path / "content")).problem("sum-up")


@pytest.fixture
def shipped(problem: Problem) -> Problem:
    shipped_mistakes.ship_mistakes(problem, DEVICE, mistakes_of(problem))
    return problem


def with_versions(monkeypatch: pytest.MonkeyPatch, flax: str, jax: str = "0.10.2", python: str = "3.11") -> None:
    monkeypatch.setattr(shipped_mistakes, "versions_here", lambda: Versions(flax, jax))
    monkeypatch.setattr(platform, "python_version_tuple", lambda: (*python.split("."), "1"))


def test_what_shipped_is_known_before_anything_was_judged_here(shipped: Problem, tmp_path: Path) -> None:
    assert KnownMistakesCache(tmp_path / "cache").load(shipped, DEVICE) == mistakes_of(shipped)


def test_what_was_judged_here_goes_before_what_shipped(shipped: Problem, tmp_path: Path) -> None:
    KnownMistakesCache(tmp_path / "cache").save(shipped, DEVICE, mistakes_of(shipped)[:1])
    assert KnownMistakesCache(tmp_path / "cache").load(shipped, DEVICE) == mistakes_of(shipped)[:1]


def test_each_problem_ships_its_mistakes_as_its_files_are(catalogue: Catalogue) -> None:
    void = []
    for each in catalogue:
        rows = json.loads((each.folder / "mistakes.json").read_text())
        if {row["files"] for row in rows} != {shipped_mistakes.files_digest(each)}:
            void.append(each.id)
    assert not void, "`flaxdrills verify` writes them anew; .ci/newest those of the newest versions"


@pytest.mark.parametrize("name", ["checks.py", "solution.py", "problem.toml", "wrong/scalar.py", "wrong/new.py"])
def test_a_change_of_what_decides_makes_it_void(shipped: Problem, name: str) -> None:
    with (shipped.folder / name).open("a") as file:
        file.write("\n# new\n")
    assert shipped_mistakes.shipped_mistakes(shipped, DEVICE) is None
    assert not shipped_mistakes.is_shipped(shipped)


@pytest.mark.parametrize("name", ["lesson.md", "hints.md", "stub.py"])
def test_a_change_of_a_text_does_not(shipped: Problem, name: str) -> None:
    with (shipped.folder / name).open("a") as file:
        file.write("\n# new\n")
    assert shipped_mistakes.shipped_mistakes(shipped, DEVICE) == mistakes_of(shipped)


def test_it_serves_the_device_that_it_was_made_on(shipped: Problem) -> None:
    assert shipped_mistakes.shipped_mistakes(shipped, "NVIDIA H200") is None


@pytest.mark.parametrize(
    ("flax", "jax", "python"), [("9.1", "0.10.2", "3.11"), ("9.0", "9", "3.11"), ("9.0", "9", "3.9")]
)
def test_it_serves_the_versions_that_it_was_made_with(
    problem: Problem, monkeypatch: pytest.MonkeyPatch, flax: str, jax: str, python: str
) -> None:
    with_versions(monkeypatch, "9.0")
    shipped_mistakes.ship_mistakes(problem, DEVICE, mistakes_of(problem))
    assert shipped_mistakes.shipped_mistakes(problem, DEVICE) == mistakes_of(problem)
    with_versions(monkeypatch, flax, jax, python)
    assert shipped_mistakes.shipped_mistakes(problem, DEVICE) is None


def test_the_oldest_and_the_newest_versions_ship(problem: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    for flax in ("0.12.8", "0.12.12", "0.12.9"):
        with_versions(monkeypatch, flax)
        shipped_mistakes.ship_mistakes(problem, DEVICE, mistakes_of(problem))
        assert shipped_mistakes.is_shipped(problem)
    kept = {}
    for flax in ("0.12.7", "0.12.8", "0.12.9", "0.12.12", "0.12.13"):
        with_versions(monkeypatch, flax)
        found = shipped_mistakes.shipped_mistakes(problem, DEVICE) is not None
        kept[flax] = (found, shipped_mistakes.is_shipped(problem))
    assert kept == {
        "0.12.7": (False, False),
        "0.12.8": (True, True),
        "0.12.9": (False, True),
        "0.12.12": (True, True),
        "0.12.13": (False, False),
    }


def test_numbers_are_written_short(problem: Problem) -> None:
    shipped_mistakes.ship_mistakes(
        problem, DEVICE, mistakes_of(problem, with_values(sketch=(0.123456789012, float("nan"))))
    )
    assert "[0.1234568, NaN]" in (problem.folder / "mistakes.json").read_text()


@pytest.mark.parametrize("text", ["", "{", "[3]", '[{"flax": "1"}]', "null", "\udcff", "{}"])
def test_a_damaged_file_says_nothing(shipped: Problem, text: str) -> None:
    (shipped.folder / "mistakes.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert shipped_mistakes.shipped_mistakes(shipped, DEVICE) is None
    assert not shipped_mistakes.is_shipped(shipped)
    shipped_mistakes.ship_mistakes(shipped, DEVICE, mistakes_of(shipped))
    assert shipped_mistakes.shipped_mistakes(shipped, DEVICE) == mistakes_of(shipped)
