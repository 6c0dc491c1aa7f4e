"""What keys do to Python code besides inserting themselves: brackets come in pairs, and lines are indented."""

from __future__ import annotations

import re
from dataclasses import dataclass

INDENT = 4
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_OPENS_BLOCK = re.compile(r":\s*(#.*)?$")
_ENDS_BLOCK = re.compile(r"\s*(return|raise|pass|break|continue)\b")


@dataclass(frozen=True, slots=True)
class Typed:
    """What becomes of the text around the cursor."""

    text: str = ""
    """What is inserted."""
    after: str = ""
    """What is inserted behind the cursor."""
    erased_before: int = 0
    """How many characters before the cursor go."""
    erased_after: int = 0
    """How many behind it go."""


def typed_bracket(character: str, before: str, after: str) -> Typed | None:
    """A bracket between `before` and `after` of its line; None where it is a character like any other."""
    if character in _PAIRS.values() and after.startswith(character):
        return Typed(character, erased_after=1)
    # Before a word it is to go around what is there.
    if character in _PAIRS and not re.match(r"[\w\"'(\[{]", after):
        return Typed(character, _PAIRS[character])
    return None


def surrounded(character: str, selected: str) -> str | None:
    """`selected` in that pair of brackets; None where the character is not the first of a pair."""
    return f"{character}{selected}{_PAIRS[character]}" if character in _PAIRS else None


def typed_enter(before: str, after: str) -> Typed:
    """A new line, as deep as it has to be."""
    code, indent = before.rstrip(), _leading(before)
    opener = code[-1:]
    if opener in _PAIRS:
        if after.lstrip().startswith(_PAIRS[opener]):
            blank = len(after) - len(after.lstrip())
            return Typed(f"\n{indent}{' ' * INDENT}", f"\n{indent}", erased_after=blank)
        return Typed(f"\n{indent}{' ' * INDENT}")
    if _OPENS_BLOCK.search(code):
        return Typed(f"\n{indent}{' ' * INDENT}")
    if _ENDS_BLOCK.match(before) and not after.strip() and _is_closed(before):
        return Typed(f"\n{indent[:-INDENT]}")
    return Typed(f"\n{indent}")


def typed_backspace(before: str, after: str) -> Typed | None:
    """The key in leading blanks or between a pair of brackets; None where it erases one character."""
    if before and not before.strip(" "):
        return Typed(erased_before=(len(before) - 1) % INDENT + 1)
    if after and _PAIRS.get(before[-1:]) == after[0]:
        return Typed(erased_before=1, erased_after=1)
    return None


def deeper(line: str) -> str:
    """`line` one step to the right; an empty one stays empty."""
    return f"{' ' * INDENT}{line}" if line.strip() else line


def shallower(line: str) -> str:
    """`line` one step to the left, as far as there are blanks."""
    return line[min(INDENT, len(line) - len(line.lstrip(" "))) :] if not line.startswith("\t") else line[1:]


def _leading(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_closed(line: str) -> bool:
    return all(line.count(opening) <= line.count(closing) for opening, closing in _PAIRS.items())
