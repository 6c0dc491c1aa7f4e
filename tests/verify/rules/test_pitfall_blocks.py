"""Pitfalls that stand alone."""

from __future__ import annotations

import pytest

from flaxdrills.verify.rules.pitfall_blocks import find_leaning_pitfalls
from tests.verify.conftest import texts_of

BEGIN = """# T

## A worked example

```python
import jax.numpy as jnp
x = 1
def f(y): return y
```

## Pitfalls

**One.** First.

```python
FIRST
```

**Two.** Second.

```python
SECOND
```
"""


def found(first: str, second: str) -> list[str]:
    lesson = BEGIN.replace("FIRST", first).replace("SECOND", second)
    return [finding.reason for finding in find_leaning_pitfalls(texts_of(lesson=lesson))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("print(x)", "print(f(x), jnp.ones(3))"),
        ("z = x", "z = 2\nprint(z)"),
        ("def g(y): return y", "print([y for y in (1, 2)])"),
        ("z = 1\n```\n\nMore.\n\n```python\nprint(z)", "print(x)"),
        ("z = ", "print(z)"),
    ],
)
def test_a_pitfall_may_use_the_lesson_and_what_it_makes_itself(first: str, second: str) -> None:
    assert found(first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("x = 2", "print(x)", "x"),
        ("z = x", "def g(y): return y + z", "z"),
        ("class A: pass", "print(A)", "A"),
        ("import numpy as np", "print(np.ones(2))", "np"),
    ],
)
def test_what_leans_on_an_earlier_pitfall_is_named_with_its_line(first: str, second: str, name: str) -> None:
    line = BEGIN.splitlines().index("SECOND") + 1
    reason = f"line {line}: it uses `{name}` as an earlier pitfall left it, and should make its own"
    assert found(first, second) == [reason]
