"""The fence holds for an ordinary user as it does for root, whom the kernel asks less."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ordinary_user import REPOSITORY

pytestmark = pytest.mark.worker

_UNSHARE = ("unshare", "--mount")

# Those of misbehaving/ that the fence is for.
FENCED = (
    "asks_for_room_on_the_disk",
    "changes_limits_of_others",
    "changes_priorities_of_others",
    "connects_by_another_protocol",
    "fills_the_disk",
    "freezes_files",
    "hides_memory_in_pipes",
    "holds_up_your_files",
    "kills_its_parent",
    "leaves_shared_memory_behind",
    "locks_your_folder",
    "looks_into_its_parent",
    "makes_files_without_end",
    "opens_a_terminal",
    "plants_what_later_workers_load",
    "reads_a_terminal",
    "reads_the_environment_of_others",
    "reads_your_journal",
    "sends_datagrams",
    "sends_descriptors",
    "shares_memory_without_a_name",
    "takes_all_memory_behind_its_first_thread",
    "takes_all_memory_in_files_of_memory",
    "talks_to_a_program_outside",
    "uses_the_rights_of_root",
    "writes_in_your_folder",
)
_ROWS = "tests/judging/test_misbehaving_solutions.py::test_a_misbehaving_solution_gets_its_verdict"


@pytest.fixture
def home(compiled: Path) -> Iterator[Path]:
    """A folder that is passed by everybody, with what was compiled already."""
    with tempfile.TemporaryDirectory(prefix="ordinary-") as folder:
        os.chmod(folder, 0o755)
        shutil.copytree(compiled, Path(folder) / ".cache" / "flaxdrills" / "xla")
        yield Path(folder)


def test_the_fence_holds_for_an_ordinary_user(home: Path) -> None:
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("not root: all tests run as an ordinary user")
    if shutil.which("unshare") is None or subprocess.run([*_UNSHARE, "true"], check=False).returncode != 0:
        pytest.skip("no mount namespace can be made here, as in a container without that right")
    as_user = [*_UNSHARE, sys.executable, "-m", "tests.ordinary_user", str(home)]
    rows = [f"{_ROWS}[{name}]" for name in FENCED]
    said = subprocess.run(
        [
            *as_user,
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-n0",
            "tests/sandbox",
            *(f"tests/worker/supervise/test_{measured}_usage.py" for measured in ("folder", "process", "run")),
            *rows,
        ],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert said.returncode == 0, f"{said.stdout}{said.stderr}"
