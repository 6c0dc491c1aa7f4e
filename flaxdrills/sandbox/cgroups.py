"""A control group for each run, where the user may make some: the kernel then keeps its memory within the limit.

That is so where a version 2 hierarchy was delegated, as systemd does for what a desktop starts
(https://docs.kernel.org/admin-guide/cgroup-v2.html). Elsewhere memory is measured alone, as it is here as well.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

_NEEDED = {"memory", "pids"}
_PREFIX = "flaxdrills-"
"""A name is this and the id of the process that made the group."""

_REMOVE_S = 0.5
"""For so long a group may still hold processes that were killed."""


class RunGroup:
    """The control group of one run, or nothing where none can be made. Nothing that it does ever fails."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is where groups are made (group_folder)."""
        self._folder: Path | None = None
        if folder is None:
            return
        _sweep(folder)
        own = folder / f"{_PREFIX}{os.getpid()}"
        with contextlib.suppress(OSError):
            own.mkdir(exist_ok=True)
            self._folder = own

    @property
    def is_made(self) -> bool:
        """Whether there is one."""
        return self._folder is not None

    def take(self, pid: int) -> None:
        """Have the process `pid`, and all that it starts from now on, belong to it."""
        if self._folder is not None:
            try:
                (self._folder / "cgroup.procs").write_text(str(pid))
            except OSError:
                self.remove()

    def limit(self, memory_bytes: int, tasks: int) -> None:
        """From now on they may use no more memory, and have no more threads together."""
        if self._folder is None:
            return
        for name, value in (
            # All of them are ended, not one that others wait for.
            ("memory.oom.group", 1),
            ("memory.swap.max", 0),
            ("memory.max", memory_bytes),
            ("pids.max", tasks),
        ):
            # Where there is no swap, there is no limit of it.
            with contextlib.suppress(OSError):
                (self._folder / name).write_text(str(value))

    @property
    def has_killed(self) -> bool:
        """Whether the kernel ended its processes, for they came to the limit of memory."""
        if self._folder is None:
            return False
        with contextlib.suppress(OSError, ValueError):
            lines = (self._folder / "memory.events").read_text().splitlines()
            events = {name: int(number) for name, number in map(str.split, lines)}
            # Where the machine has no memory left, the first of them is 0.
            return events.get("oom", 0) > 0 and events.get("oom_kill", 0) > 0
        return False

    def remove(self) -> None:
        """Remove it; its processes were ended."""
        if self._folder is None:
            return
        folder, self._folder = self._folder, None
        deadline = time.monotonic() + _REMOVE_S
        while time.monotonic() < deadline:
            try:
                folder.rmdir()
            except FileNotFoundError:
                return
            except OSError:
                time.sleep(0.005)
            else:
                return


def group_folder(process: Path = Path("/proc/self")) -> Path | None:
    """The group in which this process may make others that limit memory: its own, or the one above; None for none."""
    try:
        own = _own_group(process)
        if own is None:
            return None
        for folder in (own, own.parent):
            enabled = set((folder / "cgroup.subtree_control").read_text().split())
            if enabled >= _NEEDED and all(os.access(path, os.W_OK) for path in (folder, folder / "cgroup.procs")):
                return folder
    except (OSError, ValueError):
        return None
    return None


def limits_memory() -> bool:
    """Whether a group can be made here."""
    group = RunGroup(group_folder())
    try:
        return group.is_made
    finally:
        group.remove()


def _own_group(process: Path) -> Path | None:
    """The folder of the group of version 2 that `process` belongs to.

    Raises OSError, and ValueError where it lies outside of what is mounted.
    """
    groups = [line for line in (process / "cgroup").read_text().splitlines() if line.startswith("0::")]
    for line in (process / "mountinfo").read_text().splitlines():
        place, _, kind = line.partition(" - ")
        if groups and kind.startswith("cgroup2 "):
            root, mount = place.split()[3:5]
            return Path(mount) / Path(groups[0].removeprefix("0::")).relative_to(root)
    return None


def _sweep(folder: Path) -> None:
    """Remove the groups in `folder` whose makers were killed."""
    with contextlib.suppress(OSError):
        for group in folder.glob(f"{_PREFIX}*"):
            if not Path("/proc", group.name.removeprefix(_PREFIX)).exists():
                with contextlib.suppress(OSError):
                    group.rmdir()
