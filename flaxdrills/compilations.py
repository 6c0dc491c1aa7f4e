"""The cache of what XLA compiled, kept within bounds."""

from __future__ import annotations

import os
from pathlib import Path

DEFAULT_MIB = 512


def bound(folder: Path, limit_mib: int) -> int:
    """Remove what was not used for longest from `folder` until no more than `limit_mib` is left.

    Returns how many files went. It is a cache, so what cannot be read or removed is passed over.
    """
    try:
        with os.scandir(folder) as entries:
            files = [(entry.path, entry.stat(follow_symlinks=False)) for entry in entries]
    except OSError:
        return 0
    files.sort(key=lambda file: max(file[1].st_atime, file[1].st_mtime))
    over = sum(status.st_size for _, status in files) - limit_mib * 2**20
    removed = 0
    for path, status in files:
        if over <= 0:
            break
        try:
            os.unlink(path)
        except OSError:
            continue
        over -= status.st_size
        removed += 1
    return removed
