"""What XLA compiled: read from the shared cache, written only to a copy that goes with the worker.

Whoever can write to the shared cache can run code in every later worker, so a solution may not. But it calls
what it compiled many times over, and some of that is compiled anew at each call unless it is found again.
"""

from __future__ import annotations

import os
from pathlib import Path

import jax
from jax.experimental.compilation_cache import compilation_cache


def use_own_copy(folder: Path) -> None:
    """From here on compile into `folder`, which is made; what the shared cache holds is linked there.

    Raises OSError.
    """
    shared = jax.config.jax_compilation_cache_dir
    folder.mkdir()
    if shared:
        with os.scandir(shared) as entries:
            for entry in entries:
                os.symlink(entry.path, folder / entry.name)
    compilation_cache.reset_cache()
    jax.config.update("jax_compilation_cache_dir", str(folder))
