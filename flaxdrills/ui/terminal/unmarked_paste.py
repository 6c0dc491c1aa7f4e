"""A text that is pasted is no row of keys, also where the terminal does not mark it as pasted."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from textual.events import Paste
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What most terminals put around it."""

_MANY = 200
"""Nobody types so much at once. As keys it would be so many commands, and the next key would wait for all of them."""

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
            self._is_marked = False
            """Whether the terminal said that what comes now is pasted."""
            self._goes_on_until = 0.0

        def feed(self, data: str) -> Iterable[Message]:
            now = time.monotonic()
            seen = self._end_of_last + data
            is_much = len(data) >= _MANY or (data and now < self._goes_on_until)
            if is_much and not self._is_marked and _BEGIN not in seen and _is_text(data):
                self._goes_on_until = now + _GOES_ON_S
                self._end_of_last = ""
                yield Paste(data)
                return
            begin, end = seen.rfind(_BEGIN), seen.rfind(_END)
            if begin != end:
                self._is_marked = begin > end
            self._end_of_last = seen[1 - len(_BEGIN) :]
            yield from super().feed(data)

    return PastesWhole


def _is_text(data: str) -> bool:
    return all(character.isprintable() or character in "\r\n\t" for character in data)
