"""Keys that are typed before the screen answers reach the screen that they are meant for."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Event, Key, Paste

_CALM_ROUNDS = 4
"""How often nothing new is found under way: a key, what its action posts, what that asks of the app, the focus."""
_MOST_ROUNDS = 40
"""A run that says something all the time is no reason to keep a key waiting."""

_LONGEST_S = 5.0
"""How long a key may keep the next one waiting."""


class TypeAhead:
    """Gives `app` a key when all that the key before it led to is there.

    Otherwise a key that is typed while a screen is being opened goes to the screen that is being left.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Key | Paste] = deque()
        self._turn: Key | Paste | None = None
        """What is taken now."""
        self._taking: asyncio.Task[None] | None = None
        self._is_over = False

    def end(self) -> None:
        """Give it no more: an app that ends opens nothing."""
        self._is_over = True

    async def take(self, event: Event, give: Callable[[Event], Awaitable[None]]) -> None:
        """Have `give` the event: a key in its turn, all else at once."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await give(event)
        elif self._is_over or not self._app.screen_stack:
            return
        elif isinstance(event, Key) and event.key == "ctrl+c":
            # As terminals have it, this also takes back what was typed before.
            self._waiting.clear()
            await give(event)
        elif self._turn is not None and event is not self._turn:
            self._waiting.append(event)
        elif isinstance(event, Key) and self._is_written(event):
            self._turn = None
            await give(event)
            self._take_next()
        else:
            self._turn = event
            await give(event)
            self._taking = asyncio.create_task(self._take_next_when_settled())

    def _is_written(self, key: Key) -> bool:
        """Whether it only becomes part of a text, which nothing has to be waited for."""
        focused = self._app.focused
        return focused is not None and focused.check_consume_key(key.key, key.character)

    async def _take_next_when_settled(self) -> None:
        # An app that ends has no screens.
        with contextlib.suppress(TimeoutError, ScreenStackError):
            async with asyncio.timeout(_LONGEST_S):
                await self._settle()
        self._take_next()

    def _take_next(self) -> None:
        self._turn = self._waiting.popleft() if self._waiting else None
        if self._turn is not None:
            self._app.post_message(self._turn)

    async def _settle(self) -> None:
        calm, screen = 0, self._app.screen
        for _ in range(_MOST_ROUNDS):
            for node in (self._app.focused or screen).ancestors_with_self:
                await _until_idle(node)
            is_calm = self._app.screen is screen and not any(node.message_queue_size for node in screen.walk_children())
            calm, screen = calm + 1 if is_calm else 0, self._app.screen
            if calm == _CALM_ROUNDS:
                break


async def _until_idle(node: DOMNode) -> None:
    """Wait until `node` has done what it was told so far."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
