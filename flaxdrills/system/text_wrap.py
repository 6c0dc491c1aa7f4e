"""Plain text in lines: paragraphs, and lines that hang under their beginning."""

from __future__ import annotations

import textwrap

COLUMNS = 79
"""How wide plain lines are: what every terminal has."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, which stand between empty lines, each as one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def hanging(begin: str, text: str, width: int) -> list[str]:
    """`text` behind `begin`, and under itself where it takes more than one line; no word is broken."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [begin.rstrip()]
