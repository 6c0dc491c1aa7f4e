"""How much memory may still be used, by files as Linux writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.system import free_memory
from flaxdrills.system.free_memory import free_bytes

MIB = 2**20


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with 10,000 MiB free, and a process in no group."""
    (tmp_path / "meminfo").write_text("MemTotal:  20480000 kB\nMemAvailable:   10240000 kB\n")
    (tmp_path / "cgroup").write_text("")
    monkeypatch.setattr(free_memory, "_MACHINE", tmp_path / "meminfo")
    monkeypatch.setattr(free_memory, "_MEMBERSHIP", tmp_path / "cgroup")
    monkeypatch.setattr(free_memory, "_GROUPS", tmp_path / "groups")
    return tmp_path


def group(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"memory.{name}").write_text(text)


def test_without_groups_it_is_the_machine_that_tells(linux: Path) -> None:
    assert free_bytes() == 10_000 * MIB


def test_a_group_may_have_less(linux: Path) -> None:
    (linux / "cgroup").write_text("0::/user/app\n")
    group(linux / "groups/user/app", max="max\n", current="5\n", stat="inactive_file 7\n")
    group(
        linux / "groups/user",
        max=f"{1000 * MIB}\n",
        current=f"{400 * MIB}\n",
        stat=f"anon 1\ninactive_file {50 * MIB}\n",
    )
    assert free_bytes() == 650 * MIB


def test_a_group_of_the_first_version_too(linux: Path) -> None:
    (linux / "cgroup").write_text("5:devices:/\n4:cpu,memory:/app\n0::/\n")
    group(
        linux / "groups/memory/app",
        limit_in_bytes=f"{300 * MIB}\n",
        usage_in_bytes=f"{400 * MIB}\n",
        stat="total_inactive_file 1\n",
    )
    assert free_bytes() == 0


def test_where_nothing_is_told_nothing_is_known(linux: Path) -> None:
    (linux / "meminfo").unlink()
    (linux / "cgroup").unlink()
    assert free_bytes() is None
