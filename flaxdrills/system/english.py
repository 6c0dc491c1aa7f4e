"""Words as English has them: numbers of things, and a or an."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """So many of what `noun` names, such as "1 line" and "3 lines"."""
    return f"{number} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """`noun` for so many."""
    return noun if number == 1 else f"{noun}s"


def with_article(noun: str) -> str:
    """`noun` with a or an before it; None is a name, and stands alone."""
    if noun == "None":
        return noun
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"
