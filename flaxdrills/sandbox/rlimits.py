"""Limits of the kernel on files, descriptors and priorities."""

from __future__ import annotations

import resource


def limit_resources(file_bytes: int, open_files: int) -> None:
    """Bound file size and open files, and leave no core dumps: for this process and all that it starts.

    On Linux it may not go before others either, where the user may.
    """
    priorities = [getattr(resource, name) for name in ("RLIMIT_NICE", "RLIMIT_RTPRIO") if hasattr(resource, name)]
    for kind, limit in (
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
        *((kind, 0) for kind in priorities),
    ):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (bound, bound))
