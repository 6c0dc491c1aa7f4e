"""What a verdict depends on, in a digest: what was found out under one is true for as long as it stays the same."""

from __future__ import annotations

import functools
import hashlib
import platform
from collections.abc import Iterator
from pathlib import Path

import flaxdrills
from flaxdrills.system.installed_versions import LIBRARIES, version_of

PROVEN = "proven.toml"
"""The file in a problem's folder that says with what it was proven."""

MISTAKES = "mistakes.json"
"""The file in a problem's folder that says what its wrong solutions come to."""

_WRITTEN = (PROVEN, MISTAKES)
"""What `verify` writes; no proof depends on it."""

_SHORT = 16
"""As many digits as are kept of what people may read."""

_FACES = ("cli", "content", "ui")
"""What of this package has no part in a verdict."""


@functools.cache
def installation_key() -> str:
    """A digest of what all problems share: Python, the libraries, and our own sources."""
    digest = hashlib.sha256(f"{platform.python_version()} {platform.machine()}".encode())
    for name in LIBRARIES:
        if version := version_of(name):
            digest.update(f"{name} {version}\n".encode())
    package = Path(flaxdrills.__file__).resolve().parent
    for path in _files(package):
        if path.relative_to(package).parts[0] not in _FACES:
            digest.update(_line(path, package))
    return digest.hexdigest()


def problem_key(folder: Path, *words: str) -> str:
    """A digest of the installation, of `words`, and of a problem's files but those that `verify` writes."""
    return _with_files(folder, installation_key(), *words)


def files_key(folder: Path) -> str:
    """A digest of a problem's files but those that `verify` writes, the same wherever it is taken."""
    return _with_files(folder)[:_SHORT]


def _with_files(folder: Path, *words: str) -> str:
    digest = hashlib.sha256("\n".join((*words, "")).encode())
    for path in _files(folder):
        if path.name not in _WRITTEN:
            digest.update(_line(path, folder))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _line(path: Path, folder: Path) -> bytes:
    """Name and contents of a file, so that neither can be taken for the other."""
    try:
        contents = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        contents = "cannot be read"
    return f"{path.relative_to(folder)} {contents}\n".encode()
