"""What XLA compiled: shared on disk, and kept only in this process's memory from some point on.

Whoever can write to the shared cache can run code in every later worker, so a solution may not. But it calls
what it compiled many times over, and some of that is compiled anew at each call unless it is found again.
"""

from __future__ import annotations

import base64
import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import jax
from jax._src import compilation_cache, lru_cache
from jax._src.compilation_cache_interface import CacheInterface
from jax.extend.backend import get_backend


class _Shared(CacheInterface):  # type: ignore[misc]
    """The cache on disk, as it is read; what is put there goes another way."""

    def __init__(self, shared: CacheInterface) -> None:
        self._shared = shared
        self._path: Path = shared._path

    def get(self, key: str) -> bytes | None:
        found: bytes | None = self._shared.get(key)
        return found


class _WholeFiles(_Shared):
    """A file is there whole or not at all: workers read while others write or are killed."""

    def put(self, key: str, value: bytes) -> None:
        _write_whole(self._path, key, value)


class _Sending(_Shared):
    """For who may not write there: what is compiled is sent to somebody who may."""

    def __init__(self, shared: CacheInterface, send: Callable[[str, str], None]) -> None:
        super().__init__(shared)
        self._send = send

    def put(self, key: str, value: bytes) -> None:
        self._send(key, base64.b64encode(value).decode("ascii"))


class _OwnLayer(_Shared):
    """What was compiled here, before what the shared cache holds."""

    def __init__(self, shared: CacheInterface) -> None:
        super().__init__(shared)
        self._own: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        own = self._own.get(key)
        return super().get(key) if own is None else own

    def put(self, key: str, value: bytes) -> None:
        self._own[key] = value


def shared_folder() -> list[Path]:
    """Where JAX keeps compilations on disk, if it does."""
    folder = jax.config.jax_compilation_cache_dir
    return [Path(folder)] if folder else []


def write_whole() -> None:
    """From here on what this process writes to the shared cache is never seen half written."""
    shared = compilation_cache._get_cache(get_backend())
    if shared is not None:
        compilation_cache._cache = _WholeFiles(shared)


def send_compiled(send: Callable[[str, str], None]) -> None:
    """From here on this process gives what it would write to the shared cache to `send`: the key, and it as text."""
    shared = compilation_cache._get_cache(get_backend())
    if shared is not None:
        compilation_cache._cache = _Sending(shared, send)


def keep_sent(key: str, text: str) -> None:
    """Write to the shared cache what another process sent. Where that is impossible it is compiled again."""
    for folder in shared_folder():
        with contextlib.suppress(OSError):
            _write_whole(folder, Path(key).name, base64.b64decode(text))


def write_no_more(folder: Path) -> None:
    """From here on this process writes nothing to the cache of compilations that JAX keeps on disk.

    A solution that has JAX open its cache anew finds it in `folder`, which need not exist.
    """
    shared = compilation_cache._get_cache(get_backend())
    jax.config.update("jax_compilation_cache_dir", str(folder))
    if shared is None:
        return
    compilation_cache._cache = _OwnLayer(shared)
    if compilation_cache._get_cache(get_backend()) is shared:
        # This JAX holds it elsewhere. Compiling anew is slow, and safe.
        compilation_cache.reset_cache()


def _write_whole(folder: Path, key: str, value: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        try:
            file.write(value)
            file.flush()
            os.replace(file.name, folder / f"{key}{lru_cache._CACHE_SUFFIX}")
        except OSError:
            os.unlink(file.name)
            raise
