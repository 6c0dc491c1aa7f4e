"""With which versions a lesson was proven: `proven.toml` in the problem's folder.

It names the blocks that were run by a digest. Where the lesson's are others now, it says nothing of them, so
it cannot become false: `flaxdrills verify` writes it anew.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.system.atomic_files import replace_file
from flaxdrills.system.cache_key import PROVEN
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
    try:
        table = tomllib.loads((folder / PROVEN).read_text("utf-8"))
        if table["blocks"] != _digest(lesson):
            return ()
        return tuple(Versions(str(row["flax"]), str(row["jax"])) for row in table["with"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def note_proof(folder: Path, lesson: str, versions: Versions) -> None:
    """Note that the blocks of `lesson` were proven with `versions`. Raises OSError."""
    known = {*proven_with(folder, lesson), versions}
    ends = sorted(known, key=lambda each: each.age)
    text = _written(_digest(lesson), dict.fromkeys((ends[0], ends[-1])))
    path = folder / PROVEN
    if not path.exists() or path.read_text("utf-8", "replace") != text:
        # Part of the content, which others read.
        replace_file(path, text.encode(), sync=False, mode=0o644)


def _written(digest: str, versions: Iterable[Versions]) -> str:
    rows = "".join(f'\n[[with]]\nflax = "{each.flax}"\njax = "{each.jax}"\n' for each in versions)
    return f'{_HEADER}blocks = "{digest}"\n{rows}'


def _digest(lesson: str) -> str:
    """What stands for the blocks and what they are said to print. Raises ValueError where they cannot be read."""
    text = "\0".join(f"{block.code}\0{block.output}" for block in blocks_of(lesson))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
