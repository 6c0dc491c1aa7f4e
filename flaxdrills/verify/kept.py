"""What was proven before, so that only what changed is proven again."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import platform
from collections.abc import Iterable, Iterator
from pathlib import Path

from flaxdrills.locations import make_private
from flaxdrills.problem import Platform, Problem

_PACKAGES = ("flax", "jax", "jaxlib", "numpy", "optax", "orbax-checkpoint")
_FACES = ("cli", "content", "ui")
"""What of the package has no part in a proof."""


class Proofs:
    """The problems that were proven on this machine, each with a digest of all that its proof depends on.

    One small file a problem. One that is torn, or cannot be written, costs another proof and nothing else.
    """

    def __init__(self, folder: Path, device: Platform) -> None:
        self._folder = folder
        self._device = device

    def digest(self, problem: Problem) -> str:
        """What stands for the problem's files, the installed libraries, the judge, and the device."""
        digest = hashlib.sha256(_installed().encode())
        digest.update(f"{problem.environment.platform or self._device} {problem.id}\n".encode())
        for path in _files(problem.folder):
            digest.update(_line(path, problem.folder))
        return digest.hexdigest()

    def unproven(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of `problems` that were never proven, or changed since."""
        return [problem for problem in problems if self._kept(problem) != self.digest(problem)]

    def keep(self, problem: Problem, digest: str) -> None:
        """Have `problem` count as proven for as long as `digest` stands for it."""
        with contextlib.suppress(OSError):
            make_private(self._folder)
            fresh = self._folder / f"{problem.id}.new"
            fresh.write_text(digest, "utf-8")
            fresh.replace(self._folder / problem.id)

    def forget(self, problem: Problem) -> None:
        """Have `problem` count as not proven."""
        with contextlib.suppress(OSError):
            (self._folder / problem.id).unlink()

    def _kept(self, problem: Problem) -> str:
        try:
            return (self._folder / problem.id).read_text("utf-8", "replace")
        except OSError:
            return ""


@functools.cache
def _installed() -> str:
    """What is the same for all problems of a call: versions, and the sources that judge."""
    digest = hashlib.sha256(f"{platform.python_version()} {platform.machine()}".encode())
    for name in _PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    package = Path(__file__).resolve().parent.parent
    for path in _files(package):
        if path.relative_to(package).parts[0] not in _FACES:
            digest.update(_line(path, package))
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
