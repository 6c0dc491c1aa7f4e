"""What XLA compiled: read from a folder that all workers share, and kept in this process's memory from some point on.

Whoever can write to the shared folder can run code in every later worker, so no process that runs code may: the
supervisor writes there what is sent to it, and decides what that may be (supervise/run_state.py). But a solution
calls what it compiled many times over, and some of that is compiled anew at each call unless it is found again.
JAX itself is only ever told of a folder of this process's own: where it does not take the cache that it is given
here, it compiles more, and the shared folder is as safe as before.
"""

from __future__ import annotations

import base64
import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import jax

from flaxdrills.worker.jax_internals.private_module import private_module

_SUFFIX = "-cache"
"""What the name of a file ends with after the key, as with JAX."""


class SharedCompilations:
    """What JAX asks for a compilation and gives a new one (its CacheInterface)."""

    def __init__(self, folder: Path, send: Callable[[str, str], None]) -> None:
        """Read from `folder`, and have `send` take each new one: its key, and it as text."""
        self._path = folder
        self._send: Callable[[str, str], None] | None = send
        self._own: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was compiled under `key`, here or by others."""
        own = self._own.get(key)
        if own is not None:
            return own
        with contextlib.suppress(OSError):
            return (self._path / f"{key}{_SUFFIX}").read_bytes()
        return None

    def put(self, key: str, value: bytes) -> None:
        """Take what was compiled under `key`."""
        if self._send is None:
            self._own[key] = value
        else:
            self._send(key, base64.b64encode(value).decode("ascii"))

    def keep_to_itself(self) -> None:
        """From here on what is put here goes no further than this process's memory."""
        self._send = None


def shared_folder() -> list[Path]:
    """Where JAX keeps compilations on disk, if it does."""
    folder = jax.config.jax_compilation_cache_dir
    return [Path(folder)] if folder else []


def share_compilations(own: Path, send: Callable[[str, str], None]) -> Callable[[], None]:
    """Have this process use the shared folder; returns what ends that it adds anything there.

    What it compiles is given to `send`, the key and it as text, for `keep_sent` in another process. `own`, which need
    not exist, is the folder that JAX finds when it opens a cache itself. To be called before anything is compiled.
    """
    folders = shared_folder()
    jax.config.update("jax_compilation_cache_dir", str(own))
    jaxs = private_module("jax._src.compilation_cache", "_cache")
    if not folders or jaxs is None:
        return lambda: None
    shared = SharedCompilations(folders[0], send)
    setattr(jaxs, "_cache", shared)  # noqa: B010 (mypy knows no such name)
    return shared.keep_to_itself


def keep_sent(key: str, text: str) -> None:
    """Write to the shared folder what another process sent; where that is impossible it is compiled again.

    A file is there whole or not at all: others read meanwhile.
    """
    for folder in shared_folder():
        with contextlib.suppress(OSError):
            _write_whole(folder, Path(key).name, base64.b64decode(text))


def _write_whole(folder: Path, key: str, value: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        try:
            file.write(value)
            file.flush()
            os.replace(file.name, folder / f"{key}{_SUFFIX}")
        except OSError:
            os.unlink(file.name)
            raise
