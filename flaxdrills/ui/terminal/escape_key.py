"""esc and a key right after it are two keys, though terminals send the same for that key with Alt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.events import Key

_ESC = "\x1b"

_LONGER = frozenset("[]OP_^\\")
"""After esc, what begins or ends a longer sequence."""

_OF_TEXTS = frozenset("bf\x7f")
"""With Alt, what moves and erases by words where something is written."""


def with_escape_alone(parser: type[Any]) -> type[Any]:
    """Textual's class `parser`, which makes keys of what a terminal sends, so that it takes the two apart as vim does.

    tmux, as it comes, holds esc back for half a second and sends it with whatever follows; Textual then makes Alt and
    a letter of both, which nothing here is bound to, or forgets the esc. So it is where Textual has another parser.
    """
    if not hasattr(parser, "_sequence_to_key_events"):
        return parser

    class EscapeAlone(parser):  # type: ignore[misc]
        def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
            if len(sequence) == 2 and sequence[0] == _ESC and sequence[1] not in _LONGER | _OF_TEXTS:
                yield Key("escape", _ESC)
                sequence = sequence[1]
            yield from super()._sequence_to_key_events(sequence, alt)

    return EscapeAlone
