"""With which versions a lesson was proven: `proven.toml` in the problem's folder.

It names the blocks that were run by a digest. Where the lesson's are others now, it says nothing of them, so
it cannot become false: `flaxdrills verify` writes it anew. With each versions it has a digest of the problem's files,
so that the proof of the whole problem is known as long as these are the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.system.atomic_files import replace_file
from flaxdrills.system.cache_key import PROVEN, files_key
from flaxdrills.system.data_files import read_toml
from flaxdrills.system.installed_versions import version_of

_HEADER = (
    "# Written by `flaxdrills verify`: the blocks of the lesson ran, and printed what it says, with the oldest of\n"
)
_HEADER += "# these versions and with the newest.\n"


@dataclass(frozen=True, slots=True)
class Versions:
    """Of the libraries that a lesson is about."""

    flax: str
    jax: str

    def __str__(self) -> str:
        return f"flax {self.flax}, jax {self.jax}"

    @property
    def age(self) -> tuple[tuple[int, ...], ...]:
        """What orders them, the oldest first."""
        return tuple(tuple(map(int, re.findall(r"\d+", version))) for version in (self.flax, self.jax))


def versions_here() -> Versions | None:
    """The installed ones; None where there are none."""
    flax, jax = version_of("flax"), version_of("jax")
    return Versions(flax, jax) if flax and jax else None


def proven_with(folder: Path, lesson: str) -> tuple[Versions, ...]:
    """The versions with which the blocks of `lesson` were proven as they are, one or two, the oldest first."""
    return tuple(_proofs(folder, lesson))


def is_proven(folder: Path, lesson: str, versions: Versions) -> bool:
    """Whether the whole problem, all of its files as they are now, was proven with just these `versions`."""
    return _proofs(folder, lesson).get(versions) == files_key(folder)


def note_proof(folder: Path, lesson: str, versions: Versions, files: str) -> None:
    """Note that the blocks of `lesson` were proven with `versions`, and all files with the digest `files`.

    Raises OSError.
    """
    known = {**_proofs(folder, lesson), versions: files}
    ends = sorted(known, key=lambda each: each.age)
    text = _written(_digest(lesson), {each: known[each] for each in (ends[0], ends[-1])})
    path = folder / PROVEN
    if not path.exists() or path.read_text("utf-8", "replace") != text:
        # Part of the content, which others read.
        replace_file(path, text.encode(), sync=False, mode=0o644)


def _proofs(folder: Path, lesson: str) -> dict[Versions, str]:
    """The digest of the problem's files by the versions that they were proven with; "" where none was noted."""
    try:
        table = read_toml(folder / PROVEN)
        if table["blocks"] != _digest(lesson):
            return {}
        return {Versions(str(row["flax"]), str(row["jax"])): str(row.get("files", "")) for row in table["with"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _written(digest: str, proofs: Mapping[Versions, str]) -> str:
    rows = "".join(
        f'\n[[with]]\nflax = "{each.flax}"\njax = "{each.jax}"\nfiles = "{files}"\n' for each, files in proofs.items()
    )
    return f'{_HEADER}blocks = "{digest}"\n{rows}'


def _digest(lesson: str) -> str:
    """What stands for the blocks and what they are said to print. Raises ValueError where they cannot be read."""
    text = "\0".join(f"{block.code}\0{block.output}" for block in blocks_of(lesson))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
