"""Keys that are typed before the screen answers reach the screen that they are meant for."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque

from textual.app import ScreenStackError
from textual.dom import DOMNode
from textual.events import Event, Key, Paste

from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.look.appearance import Appearance

_CALM_ROUNDS = 4
"""How often nothing new is found under way: a key, what its action posts, what that asks of the app, the focus."""
_MOST_ROUNDS = 40
"""A run that says something all the time is no reason to keep a key waiting."""

_PATIENCE_S = 5.0
"""How long a key may keep the next one waiting."""


class TypeAhead(Appearance):
    """An app that takes a key when all that the key before it led to is there.

    Otherwise a key that is typed while a screen is being opened goes to the screen that is being left.
    """

    def __init__(self, terminal: TerminalCapabilities, wanted: str = "") -> None:
        super().__init__(terminal, wanted)
        self._waiting: deque[Key | Paste] = deque()
        self._turn: Key | Paste | None = None
        """What is taken now."""
        self._taking: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._exit or not self.screen_stack:
            # An app that ends opens nothing any more.
            return
        elif isinstance(event, Key) and event.key == "ctrl+c":
            # As terminals have it, this also takes back what was typed before.
            self._waiting.clear()
            await super().on_event(event)
        elif self._turn is not None and event is not self._turn:
            self._waiting.append(event)
        elif isinstance(event, Key) and self._is_written(event):
            self._turn = None
            await super().on_event(event)
            self._take_next()
        else:
            self._turn = event
            await super().on_event(event)
            self._taking = asyncio.create_task(self._take_next_when_settled())

    def _is_written(self, key: Key) -> bool:
        """Whether it only becomes part of a text, which nothing has to be waited for."""
        return self.focused is not None and self.focused.check_consume_key(key.key, key.character)

    async def _take_next_when_settled(self) -> None:
        # An app that ends has no screens.
        with contextlib.suppress(TimeoutError, ScreenStackError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._settle()
        self._take_next()

    def _take_next(self) -> None:
        self._turn = self._waiting.popleft() if self._waiting else None
        if self._turn is not None:
            self.post_message(self._turn)

    async def _settle(self) -> None:
        calm, screen = 0, self.screen
        for _ in range(_MOST_ROUNDS):
            for node in (self.focused or screen).ancestors_with_self:
                await _heard(node)
            is_calm = self.screen is screen and not any(node.message_queue_size for node in screen.walk_children())
            calm, screen = calm + 1 if is_calm else 0, self.screen
            if calm == _CALM_ROUNDS:
                break


async def _heard(node: DOMNode) -> None:
    """Wait until `node` has done what it was told so far."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
