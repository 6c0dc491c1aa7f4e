"""Drafts of problems that hold, to be spoilt one place at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.verify.problem_texts import ProblemTexts

LESSON = """# Counting

## Why it matters

Counting is what this one is about.

## The API

```python
print(1)
```
```output
1
```

## A worked example

## Pitfalls
"""

SOLUTION = '''"""The reference."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    """Counts."""

    def __init__(self, *, rngs):
        self.size = 4
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def count_calls(x):
    model = Counter(rngs=nnx.Rngs(0))
    return jnp.stack([model.count[...], model(x).sum()])
'''


def problem_of(problem_id: str = "one", track: str = "nnx", position: int = 1, **fields: Any) -> Problem:
    """A problem without a folder."""
    plain = Problem(problem_id, track, position, "Count", "Count the calls.", 1, "count_calls", Path("/nowhere"))
    return replace(plain, **fields)


def texts_of(problem_id: str = "one", **fields: Any) -> ProblemTexts:
    """A texts with nothing to find in it, but for what `fields` says."""
    plain = ProblemTexts(
        problem_of(problem_id),
        lesson=LESSON,
        task="Write `count_calls(x)`.",
        hints=("Who counts?", "What lives on?", "`self.count[...] += 1.0`"),
        stub='"""count_calls(x): how often."""\n\n\ndef count_calls(x):\n    raise NotImplementedError\n',
        solution=SOLUTION,
        wrong={"formula": '"""Nothing is counted."""\n'},
        diagnoses={"formula": "Nothing is counted."},
    )
    return replace(plain, **fields)


def catalogue_of(*problems: Problem) -> Catalogue:
    """A catalogue of `problems`, in their tracks."""
    tracks = dict.fromkeys(problem.track for problem in problems)
    return Catalogue(
        tuple(Track(name, name, "", tuple(one for one in problems if one.track == name)) for name in tracks)
    )
