"""Text that came from somebody's program, made safe to show."""

from __future__ import annotations

import re
import unicodedata

_NOT_PLAIN = re.compile(r"[^ -~\n\t]")

# Direction marks can make a line read as something else than it is.
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# What colours the sign before it, or has it as a picture: no two terminals agree on how wide that is.
_VARIANTS = frozenset(map(chr, (0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400))))


def visible(text: str) -> str:
    """`text` with every character that a terminal would obey shown as text; newlines and tabs stay.

    Signs have one form and one colour.

    >>> visible("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return _NOT_PLAIN.sub(lambda found: _shown(found[0]), text.replace("\r\n", "\n"))


def with_blanks_visible(text: str) -> str:
    """`text` as `visible` has it, and each blank that is not the ordinary one shown as text too: Python refuses it."""
    return "".join(
        character.encode("unicode_escape").decode("ascii") if _is_strange_blank(character) else character
        for character in visible(text)
    )


def _is_strange_blank(character: str) -> bool:
    return character != " " and unicodedata.category(character) == "Zs"


def _shown(character: str) -> str:
    if character in _VARIANTS:
        return ""
    if character.isprintable():
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or character in _DIRECTION_MARKS:
        return character.encode("unicode_escape").decode("ascii")
    return character
