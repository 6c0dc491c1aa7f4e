"""Waiting for another process, which cannot be heard while this one is stopped."""

from __future__ import annotations

import asyncio

_STEP_S = 5.0


async def wait_patiently(event: asyncio.Event, seconds: float, step_s: float = _STEP_S) -> None:
    """Wait until `event` is set.

    Raises TimeoutError after `seconds`, of which a time in which this process was stopped, as by ctrl-z, is one step
    at most: what was said meanwhile is heard first.
    """
    left = seconds
    while True:
        step = min(step_s, left)
        try:
            async with asyncio.timeout(step):
                await event.wait()
                return
        except TimeoutError:
            left -= step
            if left <= 0:
                raise
