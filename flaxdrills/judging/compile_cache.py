"""The cache of what XLA compiled: kept within bounds, or in a temporary folder where nothing can be kept."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from flaxdrills.system.atomic_files import make_private
from flaxdrills.system.settings import DEFAULT_CACHE_MIB
from flaxdrills.system.temporary_folder import TemporaryFolder


class CompileCache:
    """The folder in which workers keep what XLA compiled; whoever can write there can run code in them."""

    def __init__(self, folder: Path, limit_mib: int = DEFAULT_CACHE_MIB) -> None:
        self._folder = folder
        self._limit_mib = limit_mib
        self._is_used = False
        self._temporary: TemporaryFolder | None = None
        self.fault = ""
        """Why what is compiled cannot be kept; "" when it can, or when nobody has tried."""

    def open(self) -> Path:
        """The folder, private and there to be written to: a temporary one where `folder` cannot be.

        Raises OSError where not even that can be made.
        """
        if self._temporary is not None:
            return Path(self._temporary.path)
        try:
            # Private also where it was made by somebody careless.
            make_private(self._folder).chmod(0o700)
            tempfile.TemporaryFile(dir=self._folder).close()
        except OSError as error:
            self._temporary = TemporaryFolder()
            why = error.strerror or error
            self.fault = f"{self._folder} cannot be written ({why}). What is compiled is not kept, which costs time."
            return Path(self._temporary.path)
        self._is_used = True
        return self._folder

    def close(self) -> None:
        """Keep the cache within its bounds, or remove the temporary folder. Nobody writes there any more."""
        if self._is_used:
            trim(self._folder, self._limit_mib)
        if self._temporary is not None:
            self._temporary.remove()
            self._temporary = None


def trim(folder: Path, limit_mib: int) -> int:
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
