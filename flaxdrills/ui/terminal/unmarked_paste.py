"""A text that is pasted is no row of keys, also where the terminal does not mark it as pasted."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from textual.events import Paste
from textual.message import Message

_ESC = "\x1b"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What most terminals put around it."""

_MANY = 200
"""Nobody types so much at once. As keys it would be so many commands, and the next key would wait for all of them."""

_CUT_OFF_S = 0.2
"""The rest of what was cut off comes sooner; after that an escape was the key."""

_GOES_ON_S = 0.3
"""What comes so soon after a piece of a paste belongs to it."""


def with_pastes_whole(parser: type[Any]) -> type[Any]:
    """Textual's class `parser`, which makes keys of what a terminal sends, so that much text at once is a Paste."""
    if not hasattr(parser, "feed"):
        return parser

    class PastesWhole(parser):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._end_of_last = ""
            self._last_at = 0.0
            self._is_marked = False
            """Whether the terminal said that what comes now is pasted."""
            self._goes_on_until = 0.0

        def feed(self, data: str) -> Iterable[Message]:
            now = time.monotonic()
            if data and now - self._last_at > _CUT_OFF_S:
                self._end_of_last = ""
            self._last_at = now if data else self._last_at
            is_much = len(data) >= _MANY or (data and now < self._goes_on_until)
            if is_much and not self._is_marked and not _is_cut_off(self._end_of_last) and _is_text(data):
                self._goes_on_until = now + _GOES_ON_S
                yield Paste(data)
                return
            seen = self._end_of_last + data
            begin, end = seen.rfind(_BEGIN), seen.rfind(_END)
            if begin != end:
                self._is_marked = begin > end
            self._end_of_last = seen[1 - len(_BEGIN) :]
            yield from super().feed(data)

    return PastesWhole


def _is_cut_off(end: str) -> bool:
    """Whether the terminal may be in the middle of saying that a paste begins."""
    return _ESC in end and _BEGIN.startswith(end[end.rfind(_ESC) :])


def _is_text(data: str) -> bool:
    return all(character.isprintable() or character in "\r\n\t" for character in data)
