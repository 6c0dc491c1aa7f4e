"""Which section of a lesson shows an error."""

from __future__ import annotations

import pytest

from flaxdrills.problems.lesson_errors import section_with_error

LESSON = """# A lesson

## The API

```python
# No heading
class Mine(nnx.Module): ...
print(1)
```
```output
1
```

## Pitfalls

**A plain `list`
of layers.** It is not looked into.

```python
Mine([1])
```
```output
ValueError: Found data on value of type '<class 'list'>' assigned to static attribute 'layers' ...
```

**The wrong axis:** see.

```python
f(x)
```
```output
0
TypeError: dot_general requires contracting dimensions to have the same shape, got (5,) and (4,).
```

**One argument.**

```python
Mine()
```
```output
TypeError: Mine.__call__() missing 1 required positional argument: 'x'
```

**A name.**

```python
d["smell"]
```
```output
KeyError: 'smell'
```

**Anything.**

```python
d()
```
```output
TypeError: '...' object is not callable
```
"""


@pytest.mark.parametrize(
    ("kind", "message", "heading"),
    [
        (
            "ValueError",
            "Found data on value of type '<class 'list'>' assigned to static attribute 'x' of Pytree type "
            "'<class 'solution.MLP'>'.\n\n1. Do this",
            "A plain `list` of layers",
        ),
        (
            "ValueError",
            "Found data on value of type '<class 'dict'>' assigned to static attribute 'layers' of Pytree type 'A'.",
            "",
        ),
        (
            "TypeError",
            "dot_general requires contracting dimensions to have the same shape, got (8, 2) and (3,).",
            "The wrong axis",
        ),
        (
            "TypeError",
            "dot_general requires contracting dimensions to have the same shape, got (3,) and (2,).\nSee there. (https://a.b/c)",
            "The wrong axis",
        ),
        ("ValueError", "dot_general requires contracting dimensions to have the same shape, got (5,) and (4,).", ""),
        ("TypeError", "mul requires contracting dimensions to have the same shape, got (5,) and (4,).", ""),
        ("TypeError", "Net.__call__() missing 1 required positional argument: 'x'", "One argument"),
        ("TypeError", "Net.__call__() missing 1 required positional argument: 'y'", ""),
        ("TypeError", "Net.__call__() missing 2 required positional argument: 'x'", ""),
        ("KeyError", "'smell'", "A name"),
        ("KeyError", "'taste'", ""),
        ("TypeError", "'float' object is not callable", ""),
        ("TypeError", "", ""),
    ],
)
def test_an_error_is_the_same_where_its_type_and_its_words_are(kind: str, message: str, heading: str) -> None:
    assert section_with_error(LESSON, kind, message) == heading


def test_before_the_first_heading_and_in_a_broken_lesson_there_is_no_section() -> None:
    block = "```python\nf()\n```\n```output\nKeyError: 'a'\n```\n"
    assert section_with_error(block, "KeyError", "'a'") == ""
    assert section_with_error(f"# A\n\n{block}```", "KeyError", "'a'") == ""
