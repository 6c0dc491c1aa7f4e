"""Control groups, in folders that look like a hierarchy of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from flaxdrills.sandbox.cgroups import RunGroup, group_folder


@pytest.fixture
def groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which groups can be made. The kernel removes one with the files in it."""
    monkeypatch.setattr(Path, "rmdir", shutil.rmtree)
    (groups := tmp_path / "my groups").mkdir()
    return groups


def process_in(folder: Path, mounted: str, group: str) -> Path:
    """What /proc tells of a process in `group`, where the hierarchy below `mounted` is mounted in `folder`."""
    (process := folder / "process").mkdir()
    (process / "cgroup").write_text(f"4:memory:/elsewhere\n0::{group}\n")
    (process / "mountinfo").write_text(
        "20 1 0:20 / /sys rw - sysfs sysfs rw\n"
        f"30 20 0:30 {mounted} {folder / 'mount'} rw,nosuid shared:4 - cgroup2 cgroup2 rw\n"
    )
    return process


def group(folder: Path, enabled: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "cgroup.subtree_control").write_text(enabled)
    (folder / "cgroup.procs").write_text("")
    return folder


@pytest.mark.parametrize(
    ("above", "own", "found"),
    [
        ("cpu memory pids", "", "app"),
        ("", "memory pids\n", "app/terminal"),
        ("memory", "", None),
        ("", "", None),
    ],
)
def test_groups_are_made_where_memory_can_be_limited(tmp_path: Path, above: str, own: str, found: str | None) -> None:
    group(tmp_path / "mount" / "app", above)
    group(tmp_path / "mount" / "app" / "terminal", own)
    process = process_in(tmp_path, "/user", "/user/app/terminal")
    assert group_folder(process) == (tmp_path / "mount" / found if found else None)


def test_where_there_is_no_hierarchy_of_version_2_or_it_is_hidden_no_group_is_made(tmp_path: Path) -> None:
    process = process_in(tmp_path, "/user", "/system/app")
    assert group_folder(process) is None
    (process / "cgroup").write_text("4:memory:/elsewhere\n")
    assert group_folder(process) is None
    assert group_folder(tmp_path / "no process") is None
    nothing = RunGroup(None)
    nothing.take(1)
    nothing.limit(1, 1)
    nothing.remove()
    assert (nothing.is_made, nothing.has_killed) == (False, False)


def test_a_run_has_a_group_of_its_own_with_its_limits(groups: Path) -> None:
    made = RunGroup(groups)
    made.take(4711)
    made.limit(2**30, 1000)
    (own,) = groups.iterdir()
    told = {file.name: file.read_text() for file in own.iterdir()}
    assert told == {
        "cgroup.procs": "4711",
        "memory.max": str(2**30),
        "memory.oom.group": "1",
        "memory.swap.max": "0",
        "pids.max": "1000",
    }
    made.remove()
    assert list(groups.iterdir()) == []


def test_it_is_known_whether_the_limit_of_the_group_ended_it(groups: Path) -> None:
    made = RunGroup(groups)
    (own,) = groups.iterdir()
    assert not made.has_killed
    for events, has_killed in (
        ("low 0\nmax 7\noom 0\noom_kill 0\n", False),
        ("low 0\nmax 7\noom 1\noom_kill 3\noom_group_kill 1\n", True),
        # The machine had no memory left.
        ("low 0\nmax 0\noom 0\noom_kill 1\n", False),
        ("garbage", False),
    ):
        (own / "memory.events").write_text(events)
        assert made.has_killed is has_killed


def test_a_group_that_takes_no_process_is_given_up(groups: Path) -> None:
    made = RunGroup(groups)
    (own,) = groups.iterdir()
    (own / "cgroup.procs").mkdir()
    made.take(4711)
    assert not made.is_made
    assert list(groups.iterdir()) == []


def test_what_killed_processes_left_is_removed_and_what_others_use_is_not(groups: Path) -> None:
    for name in ("flaxdrills-4194305", f"flaxdrills-{os.getppid()}", "others"):
        (groups / name).mkdir()
    RunGroup(groups).remove()
    assert {path.name for path in groups.iterdir()} == {f"flaxdrills-{os.getppid()}", "others"}
