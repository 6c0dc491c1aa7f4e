"""The environment variables of a worker: those of the user's that it may see, and those that it computes with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flaxdrills.system.settings import Platform

# What Python, JAX and CUDA read. Everything else in the user's environment is no business of a solution.
_KEPT = frozenset(
    {
        *("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "SYSTEMROOT"),
        *("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
        *("CUDA_VISIBLE_DEVICES", "CUDA_HOME", "CUDA_PATH", "CUDA_ROOT", "XLA_FLAGS"),
    }
)
_KEPT_PREFIXES = ("LC_", "NVIDIA_", "NCCL_")


def worker_environment(environ: Mapping[str, str], platform: Platform, compilations: Path) -> dict[str, str]:
    """The environment of every worker on `platform`; XLA reads it once, so it is set before Python starts."""
    kept = {name: value for name, value in environ.items() if name in _KEPT or name.startswith(_KEPT_PREFIXES)}
    return kept | {
        # "" has JAX take the fastest that is here; each one that is named has to be there.
        "JAX_PLATFORMS": "cpu" if platform is Platform.CPU else "",
        "JAX_COMPILATION_CACHE_DIR": str(compilations),
        "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
        "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
        # They would lie below the cache, and their path be a part of every key: nothing would be found from elsewhere.
        "JAX_PERSISTENT_CACHE_ENABLE_XLA_CACHES": "none",
        "JAX_DEFAULT_MATMUL_PRECISION": "highest",
        "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # One thread before the fork: a second one would be lost in the child.
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
