"""The parts of a text in Markdown."""

from __future__ import annotations

import pytest

from flaxdrills.verify.markdown import Code, code_in, paragraphs_of, parts

TEXT = """# Title

Some `code` and
`more` of it.

```python
a = 1
```
```output
2
```
- one
  goes on
- two
"""


def test_prose_and_blocks_come_in_order_with_their_lines() -> None:
    assert [(part.line, part.language) for part in parts(TEXT)] == [
        (1, None),
        (7, "python"),
        (9, None),
        (10, "output"),
        (12, None),
    ]


def test_code_is_in_spans_and_blocks_and_not_in_outputs() -> None:
    assert list(code_in(TEXT)) == [Code(3, "code"), Code(4, "more"), Code(7, "a = 1")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("`a\nb`", "a\nb"),
        ("``a `b` c``", "a `b` c"),
        ("`a` and `b`", "a"),
    ],
)
def test_a_span_ends_where_it_should(text: str, code: str) -> None:
    assert next(code_in(text)).text == code


def test_a_lone_backtick_swallows_no_paragraph() -> None:
    assert [code.text for code in code_in("a ` b\n\nc `d`")] == ["d"]


def test_paragraphs_are_lines_without_headings_tables_and_code() -> None:
    text = f"{TEXT}\n| a | b |\n|---|---|\n"
    assert list(paragraphs_of(text)) == ["Some `code` and `more` of it.", "one goes on", "two"]
    assert list(paragraphs_of(text, items=False)) == ["Some `code` and `more` of it."]
