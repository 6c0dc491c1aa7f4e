"""How much memory may still be used: of the machine, and of the control group that this process is in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

_MEMBERSHIP = Path("/proc/self/cgroup")
_MACHINE = Path("/proc/meminfo")
_GROUPS = Path("/sys/fs/cgroup")


def free_bytes() -> int | None:
    """What can be used before something else has to give way, in bytes; None where the system does not tell."""
    amounts = [*_of_machine(), *_of_groups()]
    return min(amounts) if amounts else None


def _of_machine() -> Iterator[int]:
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in _MACHINE.read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                yield int(line.split()[1]) * 1024


def _of_groups() -> Iterator[int]:
    """What is left in the group and in each one around it (docs.kernel.org, cgroup-v2.rst and cgroup-v1/memory.rst)."""
    with contextlib.suppress(OSError):
        for line in _MEMBERSHIP.read_text("utf-8").splitlines():
            _, controllers, path = line.split(":", 2)
            if not controllers:
                root, names = _GROUPS, ("memory.max", "memory.current", "inactive_file")
            elif "memory" in controllers.split(","):
                root = _GROUPS / "memory"
                names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
            else:
                continue
            for folder in (PurePosixPath(path), *PurePosixPath(path).parents):
                yield from _left_in(root / str(folder).lstrip("/"), *names)


def _left_in(group: Path, limit: str, used: str, reclaimable: str) -> Iterator[int]:
    # A group without a limit says "max" (or, in the first version, a number that no machine has).
    with contextlib.suppress(OSError, ValueError):
        statistics = dict(line.split() for line in (group / "memory.stat").read_text("ascii").splitlines())
        free = int((group / limit).read_text("ascii")) - int((group / used).read_text("ascii"))
        yield max(free + int(statistics.get(reclaimable, 0)), 0)
