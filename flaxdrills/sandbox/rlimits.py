"""Limits of the kernel on files and descriptors."""

from __future__ import annotations

import resource


def limit_resources(file_bytes: int, open_files: int) -> None:
    """Bound file size and open files, and leave no core dumps: for this process and all that it starts."""
    for kind, limit in (
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (bound, bound))
