"""What tests of more than one module begin with."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from flaxdrills.editors import file_watch
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.system.paths import Paths, content_folder
from tests.processes import Processes

# The same for all processes of a run of the tests, which may last past midnight.
os.environ.setdefault("FLAXDRILLS_DAY", date.today().isoformat())

_LONGEST = (
    "tests/practice/test_submit_killed_workers.py",
    "tests/judging/",
    "tests/content/",
    "tests/ui/test_release_screens.py",
    "tests/terminal/",
    "tests/worker/",
    "tests/verify/",
    "tests/cli/",
    "tests/test_wheel.py",
)
"""What takes longest, and so begins first: else it would run alone at the end, on one core."""

TRACKS = """# The order in which they are learnt.

[[track]]
id = "first"
title = "First"
summary = "Where to begin."
problems = [
  "sum-up",  # the easy one
  "sum-more",
]

[[track]]
id = "second"
title = "Second"
problems = ["sum-last"]
"""

FILES = {
    "problem.toml": """title = "Sum with a layer"
summary = "Let a Linear layer add numbers up."
difficulty = 1
function = "FUNCTION"
""",
    "lesson.md": """# Sums

## Why it matters

OPENING

## The API

```python
import jax.numpy as jnp
print(jnp.ones(3).sum())
```
```output
3.0
```

## A worked example

```python
print(1 + 1)
```
```output
2
```

## Pitfalls

```python
1 / 0
```
```output
ZeroDivisionError: ...
```
""",
    "task.md": """Write `FUNCTION(x)`: the sum of `x`, by a layer of NNX.

**Checked as well:** your function works under `jax.jit` and `jax.grad`.
""",
    "hints.md": "Which layer multiplies?\n---\nA kernel of ones.\n---\n`Linear(n, 1, kernel_init=ones)`.\n",
    "stub.py": '''"""FUNCTION(x): the sum of x.

Checked as well: your function works under jax.jit and jax.grad.
"""


def FUNCTION(x):
    raise NotImplementedError
''',
    "solution.py": '''"""The reference."""

from flax import nnx


def FUNCTION(x):
    layer = nnx.Linear(x.shape[0], 1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))
    return layer(x)
''',
    "checks.py": '''"""Cases and a mechanism."""

from flax import nnx

from flaxdrills.worker.expect import Run, case, fail, normal

CASES = [case(f"{n} numbers", x=normal(n, seed=n)) for n in (2, 3, 5)]


def check_layer(run: Run) -> None:
    """A Linear layer was built"""
    if not run.modules(nnx.Linear):
        fail("No nnx.Linear was built.")
''',
    "wrong/by_hand.py": '''"""The layer is missing."""

# fact: checks


def FUNCTION(x):
    return x.sum(keepdims=True)
''',
    "wrong/scalar.py": '''"""The sum has no axis."""

# fact: checks

from flax import nnx


def FUNCTION(x):
    nnx.Linear(x.shape[0], 1, rngs=nnx.Rngs(0))
    return x.sum()
''',
}

OPENINGS = {
    "first/sum-up": "Sums are everywhere.",
    "first/sum-more": "One sum is not enough. Sums are everywhere.",
    "second/sum-last": "There is a last one. Sums are everywhere.",
}
"""Why each problem matters; no two lessons begin alike."""


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Processes())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def turn(item: pytest.Item) -> int:
        return next((n for n, begin in enumerate(_LONGEST) if item.nodeid.startswith(begin)), len(_LONGEST))

    items.sort(key=turn)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What XLA compiled for any test of this call, in whichever process: compiling is most of what a run takes.

    It begins with what was compiled on this machine before, as by `flaxdrills verify`.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "xla"
    if not folder.exists():
        own = base / "compiled"
        own.mkdir(mode=0o700)
        with contextlib.suppress(OSError, shutil.Error):
            shutil.copytree(Paths.of_user().compile_cache, own, dirs_exist_ok=True)
        with contextlib.suppress(OSError):
            # Another process may have been first; then its folder is not empty, and stays.
            own.rename(folder)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def paths_at(home: Path, compiled: Path) -> Paths:
    """A home in which only what is compiled and what the shipped mistakes look like is known already."""
    paths = Paths(home / "config", home / "data", home / "cache")
    paths.cache.mkdir(parents=True)
    paths.compile_cache.symlink_to(compiled)
    with contextlib.suppress(OSError, shutil.Error):
        shutil.copytree(Paths.of_user().wrong_solutions, paths.wrong_solutions)
    return paths


class Looks:
    """Counts the looks that are taken at a watched file; one that is counted is over."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = 0
        real = file_watch.file_stamp

        def counted(path: Path) -> file_watch.FileStamp | None:
            seen = real(path)
            self.made += 1
            return seen

        monkeypatch.setattr(file_watch, "file_stamp", counted)
        # Nobody waits for the next one.
        monkeypatch.setattr(file_watch, "_LOCAL_INTERVAL_S", 0.05)

    async def more(self, number: int = 1) -> None:
        """Wait until so many more were taken."""
        wanted = self.made + number
        async with asyncio.timeout(60):
            while self.made < wanted:
                await asyncio.sleep(0.005)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    return Looks(monkeypatch)


@pytest.fixture
def chance() -> random.Random:
    """Chance, other each time; what it began with is said when the test fails."""
    seed = os.environ.get("FLAXDRILLS_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"FLAXDRILLS_SEED={seed} has the same happen again.")
    return random.Random(seed)


@pytest.fixture(scope="session")
def content() -> Path:
    """The problems that ship."""
    return content_folder()


@pytest.fixture(scope="session")
def catalogue(content: Path) -> Catalogue:
    """The problems that ship, as the app knows them."""
    return load_catalogue(content)


@pytest.fixture(scope="session")
def tiny_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tracks of three small problems that hold. Never written to: copy it."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "tracks.toml").write_text(TRACKS)
    for place, opening in OPENINGS.items():
        for name, text in FILES.items():
            path = folder / place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            function = place.rpartition("/")[2].replace("-", "_")
            path.write_text(text.replace("FUNCTION", function).replace("OPENING", opening))
    return folder
