"""Rights of root, given up by processes that say what is left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root has rights to give up"),
]

_DROP = """
import os, subprocess, sys
from flaxdrills.sandbox.capabilities import drop_capabilities
from flaxdrills.sandbox.seccomp import filter_system_calls

drop_capabilities(sys.argv[1:])
filter_system_calls()
own = open("/proc/self/status").read()
of_a_program = subprocess.run(["cat", "/proc/self/status"], capture_output=True, text=True).stdout
for status in (own, of_a_program):
    print(*(line.split()[1].lstrip("0") or 0 for line in status.splitlines() if line.startswith(("CapPrm", "CapEff"))))
for path in sys.argv[1:]:
    print(open(path).read())
"""


def left(*needed: Path) -> list[str]:
    """What is left, permitted and effective, in a process that reads `needed`, and in a program that it starts."""
    command = [sys.executable, "-c", _DROP, *map(str, needed)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()


def test_no_right_is_left_and_no_program_brings_one_back(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    assert left(tmp_path / "mine") == ["0 0", "0 0", "mine"]


def test_what_only_root_can_read_is_read_on_and_nothing_else_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "another's"
    folder.mkdir(mode=0o700)
    (folder / "module.py").write_text("theirs")
    os.chown(folder, 54321, 54321)
    # CAP_DAC_READ_SEARCH; a container may have CAP_DAC_OVERRIDE only.
    assert left(folder / "module.py") in ([kept, kept, "theirs"] for kept in ("4 4", "2 2"))
