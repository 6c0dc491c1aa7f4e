"""What tests of more than one module begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.catalogue import Catalogue, load_catalogue
from flaxdrills.locations import content_folder

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
    "task.md": "Write `FUNCTION(x)`: the sum of `x`, by an `nnx.Linear`.\n",
    "hints.md": "Which layer multiplies?\n---\nA kernel of ones.\n---\n`nnx.Linear(n, 1, kernel_init=ones)`.\n",
    "stub.py": '"""FUNCTION(x): the sum of x."""\n\n\ndef FUNCTION(x):\n    raise NotImplementedError\n',
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
    "wrong/by_hand.py": '"""The layer is missing."""\n\n\ndef FUNCTION(x):\n    return x.sum(keepdims=True)\n',
    "wrong/scalar.py": '''"""The sum has no axis."""

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
