"""Every directory that the app uses."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

import flaxdrills
from flaxdrills.system.atomic_files import make_private
from flaxdrills.system.paths import NoFolderError, Paths, content_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def all_of(locations: Paths) -> list[Path]:
    """Every place that has a name."""
    named = [name for name, value in vars(Paths).items() if isinstance(value, property)]
    return [place for name in named if isinstance(place := getattr(locations, name), Path)]


def test_flaxdrills_home_moves_everything(tmp_path: Path) -> None:
    places = all_of(Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path)}))
    assert len(places) >= 8
    assert all(place.is_relative_to(tmp_path) for place in places)


def test_no_two_things_lie_at_the_same_place(tmp_path: Path) -> None:
    places = all_of(Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path)}))
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("environ", [{}, {"FLAXDRILLS_HOME": ""}], ids=["not set", "empty"])
def test_without_flaxdrills_home_things_lie_in_the_users_directories(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    found = Paths.of_user(environ)
    assert found.config.name == found.data.name == found.cache.name == "flaxdrills"
    assert len({found.config, found.data, found.cache}) == 3


def test_a_relative_home_is_taken_from_where_the_app_is_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    moved = Paths.of_user({"FLAXDRILLS_HOME": "drills"})
    monkeypatch.chdir("/")
    assert moved.data == tmp_path / "drills" / "data"


def test_a_tilde_is_the_users_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Paths.of_user({"FLAXDRILLS_HOME": "~/drills"}).data == tmp_path / "drills" / "data"


def test_the_home_of_a_user_who_is_not_known_is_an_ordinary_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    moved = Paths.of_user({"FLAXDRILLS_HOME": "~no-such-user-here/drills"})
    assert moved.data == tmp_path / "~no-such-user-here/drills/data"


def test_solution_files_lie_where_the_learner_wants_them(tmp_path: Path) -> None:
    moved = replace(Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path)}), own_solutions=tmp_path / "mine")
    assert moved.solutions == tmp_path / "mine"
    assert moved.history == tmp_path / "data" / "history"


def test_naming_the_places_makes_none_of_them(tmp_path: Path) -> None:
    moved = Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path / "home")})
    assert moved.solutions and moved.journal and moved.compile_cache
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_private_with_the_parents_that_are_missing(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = make_private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    assert made == tmp_path / "a" / "b" / "c"
    assert [mode(made), mode(made.parent), mode(made.parent.parent)] == [0o700] * 3


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "a")
    make_private(tmp_path)
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize("place", ["file", "file/a", "file/a/b"])
def test_a_file_in_the_way_is_an_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        make_private(tmp_path / place)


def test_in_a_checkout_the_content_lies_beside_the_package() -> None:
    package = Path(flaxdrills.__file__).parent
    assert content_folder() == package.parent / "content"


def test_where_it_is_installed_the_content_lies_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "flaxdrills"
    (package / "content").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(flaxdrills, "__file__", str(package / "__init__.py"))
    assert content_folder() == package / "content"


def test_a_relative_home_in_a_folder_that_was_removed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    with pytest.raises(NoFolderError, match="FLAXDRILLS_HOME is 'mine', which lies in the folder that you are in"):
        Paths.of_user({"FLAXDRILLS_HOME": "mine"})
    assert Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path)}).data == tmp_path / "data"
