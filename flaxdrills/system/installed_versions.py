"""The libraries that are practised, and which version of one is installed."""

from __future__ import annotations

import sys
from pathlib import Path

TAUGHT = ("flax", "jax")
"""What lessons are about."""
REPORTED = (*TAUGHT, "jaxlib", "optax")
"""Whose versions a run tells."""
LIBRARIES = (*TAUGHT, "jaxlib", "numpy", "optax", "orbax-checkpoint")
"""On whose versions a verdict depends."""
MODULES = tuple(library.partition("-")[0] for library in LIBRARIES)
"""What they are called when they are imported."""


def version_of(library: str) -> str | None:
    """The installed version of `library`, going by the name that installers give to what they note of it; or None."""
    noted = f"{library.replace('-', '_')}-*.dist-info"
    for folder in map(Path, sys.path):
        for found in folder.glob(noted):
            return found.name.removesuffix(".dist-info").rpartition("-")[2]
    # It knows of other ways to be installed, but brings all of `email` with it: more than a megabyte.
    import importlib.metadata

    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return None
