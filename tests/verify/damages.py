"""Problems that are damaged in one way each, and what proving them finds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Platform
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.proof_cache import ProofCache
from flaxdrills.verify.verify import verify

Damage = Callable[[Path], None]


def written(name: str, text: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    return damage


def changed(name: str, old: str, new: str) -> Damage:
    def damage(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return damage


def removed(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()


def copied(name: str, other: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / other).write_text((folder / name).read_text())

    return damage


def all_of(*damages: Damage) -> Damage:
    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


SUM_UP = '''"""sum_up(x): the sum of x."""

from flax import nnx


def sum_up(x):
    layer = nnx.Linear(x.shape[0], 1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))
    return layer(x)
'''


def damaged_content(model: Path, folder: Path, damages: dict[str, tuple[Damage, str, str]]) -> Catalogue:
    """A catalogue with a copy of the problem in `model` for each damage, under its name, and one that is whole."""
    for name in (*damages, "whole"):
        shutil.copytree(model, folder / "track" / name)
        changed("lesson.md", "Sums are", f"{name}: sums are")(folder / "track" / name)
        changed("task.md", "Write", f"{name}: write")(folder / "track" / name)
        if name in damages:
            damages[name][0](folder / "track" / name)
    ids = ", ".join(f'"{name}"' for name in (*damages, "whole"))
    (folder / "tracks.toml").write_text(f'[[track]]\nid = "track"\ntitle = "T"\nproblems = [{ids}]\n')
    return load_catalogue(folder)


def prove(catalogue: Catalogue, home: Path, on_step: Callable[[str], None] = lambda _: None) -> tuple[Finding, ...]:
    """What real workers find in `catalogue`."""

    problems = list(catalogue)

    async def proof() -> tuple[Finding, ...]:
        async with WorkerPool(Paths(home / "config", home / "data", home / "cache")) as workers:
            mistakes, proofs = KnownMistakesCache(home / "mistakes"), proofs_at(home)
            return await verify(catalogue, problems, problems, workers, mistakes, proofs, on_step)

    return asyncio.run(proof())


def proofs_at(home: Path) -> ProofCache:
    """What a call with that home knows to be proven."""
    return ProofCache(home / "proofs", Platform.CPU)
