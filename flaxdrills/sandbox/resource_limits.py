"""Limits of the kernel on files and descriptors."""

from __future__ import annotations

import resource

_FILE_BYTES = 512 * 1024 * 1024
"""The largest file that a solution may write."""


_OPEN_FILES = 1024


def limit_resources() -> None:
    """Bound file size and open files, and leave no core dumps: for this process and all that it starts."""
    for kind, limit in (
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (bound, bound))
