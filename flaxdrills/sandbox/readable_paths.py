"""What has to be allowed so that everything can be read but some folders: Landlock allows, and takes nothing away."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

_MANY = 20_000
"""A folder with more in it is allowed as a whole: to allow each thing alone would take a quarter of a second."""

_SLOW = frozenset(
    {
        *("9p", "afs", "autofs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse", "glusterfs", "gpfs", "lustre"),
        *("ncpfs", "nfs", "nfs4", "orangefs", "pvfs2", "smb3", "smbfs"),
    }
)
"""Kinds of file systems that may keep whoever touches them waiting: a server may be away."""


_MOUNTS = Path("/proc/self/mountinfo")


def readable_paths(hidden: Iterable[Path], needed: Iterable[Path] = ()) -> Iterator[Path]:
    """The files and folders to be allowed so that all can be read but what lies in the folders `hidden`.

    They are what lies beside the way to these. What is made there later cannot be read either, and where a folder on
    the way cannot be listed it is one of them itself, with all that is in it. A file system on a server, which may be
    away, is left out and not touched, unless Python itself or `needed` lies there.
    """
    ends = {Path(os.path.realpath(folder)) for folder in hidden}
    way = {folder for end in ends for folder in end.parents if not any(map(folder.is_relative_to, ends))}
    passed = ends | way | _slow_mounts(way, needed)
    for folder in way:
        try:
            with os.scandir(folder) as entries:
                # A link is nothing by itself, and what it leads to lies somewhere else.
                beside = [Path(entry.path) for entry in entries if not entry.is_symlink()]
        except FileNotFoundError:
            continue
        except OSError:
            yield folder
            continue
        if len(beside) > _MANY:
            yield folder
        else:
            yield from (path for path in beside if path not in passed)


def _slow_mounts(beside: Collection[Path], needed: Iterable[Path]) -> set[Path]:
    """Where file systems are mounted, in one of the folders `beside`, that may keep one waiting and are not needed."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return set()
    mounts = set[Path]()
    for line in lines:
        place, _, kind = line.partition(" - ")
        if kind.split()[0].partition(".")[0] in _SLOW:
            mounts.add(Path(_unescaped(place.split()[4])))
    mounts = {mount for mount in mounts if mount.parent in beside}
    if not mounts:
        return mounts
    used = [Path(os.path.realpath(path)) for path in (*map(str, needed), *_of_python())]
    return {mount for mount in mounts if not any(path.is_relative_to(mount) for path in used)}


def _of_python() -> list[str]:
    """Where Python, its packages, and the libraries and programs that they use may lie."""
    lists = (os.environ.get(name, "").split(os.pathsep) for name in ("PATH", "LD_LIBRARY_PATH"))
    return [path for path in (__file__, sys.prefix, sys.base_prefix, *sys.path, *chain(*lists)) if path]


def _unescaped(place: str) -> str:
    r"""A blank in a path is written "\040" there."""
    for character in " \t\n\\":
        place = place.replace(f"\\{ord(character):03o}", character)
    return place
