"""The wheel: built, installed in an environment of its own, and started from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.worker

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`flaxdrills` from the wheel, in an environment that borrows only the dependencies of this one."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    bin_folder = home / "bin"
    subprocess.run(
        [bin_folder / "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    packages = next((home / "lib").glob("python*")) / "site-packages"
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return bin_folder / "flaxdrills"


def test_the_wheel_carries_the_content_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "flaxdrills/content/tracks.toml" in names
    assert "flaxdrills/known_errors/linen.toml" in names
    assert "flaxdrills/content/nnx/nnx-surgery-replace/checks.py" in names
    assert not [name for name in names if name.startswith(("tests", "content")) or "__pycache__" in name]


def test_the_installed_program_judges_from_another_folder(program: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "FLAXDRILLS_HOME": str(tmp_path / "home")}
    environment.pop("PYTHONPATH", None)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
        )

    listed = json.loads(run("list", "--json").stdout)
    assert len(listed) >= 5
    shown = run("solution", "nnx-surgery-replace", "--yes")
    (tmp_path / "mine.py").write_text(shown.stdout)
    judged = run("check", "nnx-surgery-replace", "mine.py", "--json")
    assert judged.returncode == 0, judged.stderr + judged.stdout
    assert json.loads(judged.stdout)["verdict"] == "passed"
    where = subprocess.run(
        [program.parent / "python", "-c", "import flaxdrills; print(flaxdrills.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(program.parent.parent) in where.stdout
