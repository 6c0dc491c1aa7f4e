"""Which version of a library is installed."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from flaxdrills.system.installed_versions import version_of


@pytest.mark.parametrize("library", ["flax", "jax", "jaxlib", "numpy", "optax", "orbax-checkpoint"])
def test_it_is_the_version_that_python_knows(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    version = importlib.metadata.version(library)
    monkeypatch.setattr("importlib.metadata.version", lambda name: pytest.fail(f"{name} was not found"))
    assert version_of(library) == version


def test_a_library_that_is_installed_in_another_way_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "odd.egg-info"
    folder.mkdir()
    (folder / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 3.2\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert version_of("odd") == "3.2"


def test_there_may_be_none() -> None:
    assert version_of("a-library-that-nobody-wrote") is None
