"""What the command leaves out before it begins."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from flaxdrills import start
from tests.test_house import loaded_by

LOADED = (
    "import sys\nsys.argv[1:] = ['list']\nfrom flaxdrills.start import main\ntry: main()\nexcept SystemExit: pass\n"
)
USED = "import asyncio, textual.app, flaxdrills.ui.app, flaxdrills.workers, flaxdrills.workspace\n"
SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""Of no bytes at all (FIPS 180-4)."""


@pytest.mark.process
def test_the_app_is_imported_without_openssl_and_hashes_as_before(tmp_path: Path) -> None:
    check = f"import hashlib\nassert hashlib.sha256().hexdigest() == {SHA!r}\nhashlib.blake2b(digest_size=16)\n"
    assert loaded_by(LOADED + USED + check, ["_ssl", "flaxdrills.ui.app"], tmp_path) == ["flaxdrills.ui.app"]


@pytest.mark.process
def test_without_it_the_same_would_bring_openssl(tmp_path: Path) -> None:
    assert loaded_by(USED, ["_ssl"], tmp_path) == ["_ssl"]


def test_a_python_that_cannot_hash_without_openssl_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleSpec | None:
        return None if name == "_blake2" else ModuleSpec(name, None)

    modules: dict[str, Any] = {}
    monkeypatch.setattr(start, "find_spec", missing)
    start.leave_out_openssl(modules)
    assert modules == {}


@pytest.mark.process
def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "flaxdrills", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("flaxdrills")
