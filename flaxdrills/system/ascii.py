"""Text for a terminal that shows nothing beyond ASCII; every character keeps its width."""

from __future__ import annotations

import codecs
import io
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TextIO

_ALIKE = {
    # What the app itself writes; the shades and the blocks of bars grow denser from left to right.
    "✓": "+", "✗": "x", "●": "*", "○": ".", "·": ".", "…": ".", "⋯": ":", "▶": ">", "◀": "<", "▼": "v", "▲": "^",
    "▸": ">", "▾": "v",
    "░": ":", "▒": "+", "▓": "*", "█": "#", "▁": "_", "▂": "_", "▃": "=", "▄": "=", "▅": "=", "▆": "#", "▇": "#",
    # Borders, of which the heavy ones show where the keys go.
    "▔": "-", "▀": "-", "▌": "|", "▐": "|", "▎": "|", "▊": "|", "▏": "|", "▕": "|", "▍": "|", "▋": "|", "▉": "|",
    "▗": "+", "▖": "+", "▘": "+", "▝": "+", "▛": "+", "▜": "+", "▙": "+", "▟": "+",
    # What Textual writes: keys, bullets and icons.
    "↑": "^", "↓": "v", "←": "<", "→": ">", "⌫": "<", "⏎": "<", "•": "*", "‣": ">", "⭑": "*", "◦": "-", "▪": "-",
    "★": "*", "🔎": "/ ", "⭘": "=",
    # Typography.
    "‹": "<", "›": ">",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": ",", "–": "-", "—": "-", "−": "-",
    "×": "x", "÷": "/", "≤": "<", "≥": ">", "≠": "#", "≈": "~", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_BOXES = range(0x2500, 0x2580)

_ERRORS = "flaxdrills.system.ascii"


def ascii_of(text: str) -> str:
    """`text` in ASCII, as many columns wide: signs become what looks alike, and the rest question marks.

    >>> ascii_of("✓ “naïve” 日…")
    '+ "naive" ??.'
    """
    return text if text.isascii() else "".join(map(_form, text))


def columns(character: str) -> int:
    """How many columns of a terminal `character` takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class AsciiWriter(io.TextIOWrapper):
    """A terminal that is written nothing but ASCII. (A stream whose encoding is ASCII would be mended by click.)"""

    def write(self, text: str, /) -> int:
        return super().write(ascii_of(text))


def with_replacements(stream: TextIO) -> TextIO:
    """What to write to in place of `stream`, so that no letter fails that its encoding lacks: it is replaced."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    codecs.register_error(_ERRORS, _replaced)
    try:
        is_ascii = codecs.lookup(stream.encoding).name == "ascii" or not "\u2713".encode(stream.encoding, _ERRORS)
    except (LookupError, UnicodeError):
        is_ascii = True
    if is_ascii:
        return AsciiWriter(stream.buffer, encoding="utf-8", line_buffering=stream.line_buffering)
    stream.reconfigure(errors=_ERRORS)
    return stream


def in_ascii(stream: TextIO) -> TextIO:
    """What to write to in place of `stream`: ASCII on a terminal, and elsewhere what the encoding has."""
    if stream.isatty() and hasattr(stream, "buffer"):
        return AsciiWriter(stream.buffer, encoding="utf-8", line_buffering=True)
    return stream


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return ascii_of(error.object[error.start : error.end]), error.end


@lru_cache(4096)
def _form(character: str) -> str:
    if character.isascii():
        return character
    if character in _ALIKE:
        return _ALIKE[character]
    if ord(character) in _BOXES:
        return _line(unicodedata.name(character))
    width = columns(character)
    bare = "".join(_letters(character))
    return bare if len(bare) == width else "?" * width


def _letters(character: str) -> Iterator[str]:
    """What is ASCII in the parts of `character`, such as the e of an é."""
    return (part for part in unicodedata.normalize("NFKD", character) if part.isascii() and part.isprintable())


def _line(name: str) -> str:
    """What a line of a box, of which Unicode says `name`, is drawn with."""
    words = set(name.split())
    if words & {"HORIZONTAL", "LEFT", "RIGHT"} and not words & {"VERTICAL", "UP", "DOWN"}:
        return "=" if words & {"HEAVY", "DOUBLE"} else "-"
    if words & {"VERTICAL", "UP", "DOWN"} and not words & {"HORIZONTAL", "LEFT", "RIGHT"}:
        return "|"
    return "+"
