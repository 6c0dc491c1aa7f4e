"""Starting the process that workers come from: its command, its environment, and nothing else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from flaxdrills.system.settings import Platform

# What Python, JAX and CUDA read. Everything else in the user's environment is no business of a solution.
_KEPT = frozenset(
    {
        *("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "SYSTEMROOT"),
        *("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
        *("CUDA_VISIBLE_DEVICES", "CUDA_HOME", "CUDA_PATH", "CUDA_ROOT", "XLA_FLAGS"),
    }
)
FORKS = sys.platform == "linux"
"""Whether workers are forked. Elsewhere a fork of a process that has imported jax is not safe (macOS frameworks)."""

_KEPT_PREFIXES = ("LC_", "NVIDIA_", "NCCL_")


def worker_environment(environ: Mapping[str, str], platform: Platform, compilations: Path) -> dict[str, str]:
    """The environment of every worker on `platform`; XLA reads it once, so it is set before Python starts."""
    kept = {name: value for name, value in environ.items() if name in _KEPT or name.startswith(_KEPT_PREFIXES)}
    return kept | {
        "JAX_PLATFORMS": "cpu" if platform is Platform.CPU else "cuda,rocm,cpu",
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


def start_parent(environment: Mapping[str, str], log: IO[bytes]) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """The process that workers come from, and the socket on which it takes orders. It ends when that closes.

    What it prints (it should print nothing) goes to the file `log`. Raises OSError.
    """
    ours, theirs = socket.socketpair()
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "flaxdrills.worker", str(theirs.fileno()), "fork" if FORKS else "spawn"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=dict(environment),
            cwd="/" if os.name == "posix" else None,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours
