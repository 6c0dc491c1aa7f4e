"""What was proven is proven until something changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system import cache_key as installed_module
from flaxdrills.system.cache_key import installation_key
from flaxdrills.system.settings import Platform
from flaxdrills.verify.proof_cache import ProofCache


@pytest.fixture
def problems(tiny_content: Path, tmp_path: Path) -> list[Problem]:
    return list(load_catalogue(shutil.copytree(tiny_content, tmp_path / "content")))


def proven(problems: list[Problem], folder: Path) -> ProofCache:
    proofs = ProofCache(folder, Platform.CPU)
    for problem in problems:
        proofs.keep(problem, proofs.digest(problem))
    return ProofCache(folder, Platform.CPU)


def test_nothing_is_proven_at_first(problems: list[Problem], tmp_path: Path) -> None:
    assert ProofCache(tmp_path / "proofs", Platform.CPU).unproven(problems) == problems


def test_what_was_proven_is_known_by_the_next_call(problems: list[Problem], tmp_path: Path) -> None:
    assert proven(problems, tmp_path / "a" / "proofs").unproven(problems) == []


@pytest.mark.parametrize("name", ["problem.toml", "hints.md", "wrong/scalar.py", "wrong/new.py"])
def test_a_change_in_any_file_takes_one_problem_back(problems: list[Problem], tmp_path: Path, name: str) -> None:
    proofs = proven(problems, tmp_path / "proofs")
    with (problems[1].folder / name).open("a") as file:
        file.write("\n")
    assert proofs.unproven(problems) == [problems[1]]


def test_a_file_that_goes_or_gets_another_name_is_a_change(problems: list[Problem], tmp_path: Path) -> None:
    proofs = proven(problems, tmp_path / "proofs")
    (problems[0].folder / "wrong" / "scalar.py").unlink()
    (problems[2].folder / "wrong" / "scalar.py").rename(problems[2].folder / "wrong" / "vector.py")
    assert proofs.unproven(problems) == [problems[0], problems[2]]


def test_what_is_proven_on_one_device_is_not_on_another(problems: list[Problem], tmp_path: Path) -> None:
    proven(problems, tmp_path / "proofs")
    assert ProofCache(tmp_path / "proofs", Platform.GPU).unproven(problems) == problems


def test_other_versions_take_everything_back(
    problems: list[Problem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proven(problems, tmp_path / "proofs")
    installation_key.cache_clear()
    monkeypatch.setattr(installed_module, "version_of", lambda name: "99" if name == "flax" else "1")
    assert ProofCache(tmp_path / "proofs", Platform.CPU).unproven(problems) == problems
    installation_key.cache_clear()


def test_what_python_leaves_behind_is_no_change(problems: list[Problem], tmp_path: Path) -> None:
    proofs = proven(problems, tmp_path / "proofs")
    (problems[0].folder / "__pycache__").mkdir()
    (problems[0].folder / "__pycache__" / "checks.pyc").write_bytes(b"")
    assert proofs.unproven(problems) == []


def test_what_no_longer_holds_is_forgotten(problems: list[Problem], tmp_path: Path) -> None:
    proofs = proven(problems, tmp_path / "proofs")
    proofs.forget(problems[0])
    proofs.forget(problems[0])
    assert proofs.unproven(problems) == problems[:1]


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:20])


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\x00")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [torn, no_text, a_folder])
def test_a_record_that_cannot_be_read_is_none(
    problems: list[Problem], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    proofs = proven(problems, tmp_path / "proofs")
    damage(tmp_path / "proofs" / problems[1].id)
    assert proofs.unproven(problems) == [problems[1]]
    proofs.keep(problems[1], proofs.digest(problems[1]))
    proofs.forget(problems[1])


def test_a_folder_that_cannot_be_written_is_no_fault(problems: list[Problem], tmp_path: Path) -> None:
    (tmp_path / "proofs").write_text("in the way")
    assert proven(problems, tmp_path / "proofs").unproven(problems) == problems
