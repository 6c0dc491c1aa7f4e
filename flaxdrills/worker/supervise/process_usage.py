"""What processes use: threads, memory, and files that have no name any more; as Linux tells it in proc(5)."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import psutil

_OF_MEMORY = ("VmRSS", "VmSwap", "HugetlbPages", "VmPTE")
"""Resident, swapped out, in huge pages, and in the tables of pages: none of them is a part of another."""
_OF_SHARE = ("Pss", "SwapPss", "Private_Hugetlb", "Shared_Hugetlb")
"""The same, as far as it is a process's own part."""

_DELETED, _MEMFD = " (deleted)", "/memfd:"
_SOCKET_BYTES = 416 * 2**10
"""What may wait in one socket to be read, which is in nobody's memory; a socket more or less decides nothing."""


@dataclass(frozen=True, slots=True)
class ProcessUsage:
    """What one process uses."""

    where: str = ""
    """Its folder in /proc, or that of a thread of its; "" where there is none."""
    threads: int = 0
    memory: int = 0
    """In bytes. What forked processes share counts for each of them."""
    tables: int = 0
    """The part of it that nothing shares."""


def process_usage(process: psutil.Process) -> ProcessUsage:
    """What `process` uses; nothing where it is gone."""
    if sys.platform != "linux":
        with contextlib.suppress(psutil.Error):
            return ProcessUsage("", process.num_threads(), process.memory_info().rss)
        return ProcessUsage()
    where = f"/proc/{process.pid}"
    told = _numbers(f"{where}/status")
    if "VmRSS" not in told and told.get("Threads", 0) > 1:
        # Where the first thread has ended, all that the others hold is told of them alone.
        where, told = next(_threads_with_memory(where), (where, told))
    memory = sum(told.get(name, 0) for name in _OF_MEMORY) * 1024
    return ProcessUsage(where, told.get("Threads", 0), memory, told.get("VmPTE", 0) * 1024)


def memory_bytes(family: Sequence[ProcessUsage], enough: int) -> int:
    """The memory of all of `family`. What they share counts once.

    Finding that out is slow, so it is done only where a plain sum comes to more than `enough`.
    """
    total = sum(usage.memory for usage in family)
    return total if total <= enough else sum(map(_share, family))


def nameless_bytes(family: Iterable[ProcessUsage]) -> tuple[int, int]:
    """What `family` holds in memory and on disk besides: open files without a name, and what waits in sockets."""
    in_memory: dict[str, int] = {}
    on_disk: dict[str, int] = {}
    for usage in family:
        with contextlib.suppress(OSError), os.scandir(f"{usage.where}/fd") as descriptors:
            for descriptor in descriptors:
                with contextlib.suppress(OSError):
                    link = os.readlink(descriptor.path)
                    if link.startswith("socket:"):
                        in_memory[link] = _SOCKET_BYTES
                    elif link.endswith(_DELETED):
                        status = os.stat(descriptor.path)
                        files = in_memory if link.startswith(_MEMFD) else on_disk
                        files[f"{status.st_dev}:{status.st_ino}"] = status.st_blocks * 512
    return sum(in_memory.values()), sum(on_disk.values())


def _threads_with_memory(process: str) -> Iterator[tuple[str, dict[str, int]]]:
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"{process}/task"):
            where = f"{process}/task/{thread}"
            if "VmRSS" in (told := _numbers(f"{where}/status")):
                yield where, told


def _share(usage: ProcessUsage) -> int:
    """Its own pages, and its part of those that it shares, where the system tells."""
    told = _numbers(f"{usage.where}/smaps_rollup")
    return sum(told.get(name, 0) for name in _OF_SHARE) * 1024 + usage.tables if told else usage.memory


def _numbers(file: str) -> dict[str, int]:
    """The lines of `file` that are a name and a number, as "VmRSS: 12 kB"."""
    numbers: dict[str, int] = {}
    with contextlib.suppress(OSError), open(file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            name, _, value = line.partition(":")
            number, *_ = value.split() or [""]
            if number.isascii() and number.isdecimal():
                numbers[name] = int(number)
    return numbers
