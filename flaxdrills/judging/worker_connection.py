"""One worker as the app sees it: a socket on which it says events and takes one job."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

from flaxdrills.judging.events import Event
from flaxdrills.judging.protocol import LINE_LIMIT, Order, Preparation, ProtocolError, decode

OnEvent = Callable[[Event], None]


def unheard(event: Event) -> None:
    """Listen to nothing."""


@dataclass(eq=False)
class WorkerConnection:
    """One worker, from the order to start it to its end."""

    preparation: Preparation
    events: list[Event] = field(default_factory=list)
    """All that it said."""
    listener: OnEvent = unheard
    writer: asyncio.StreamWriter | None = None
    closed: bool = False
    """Whether it is to end, also where it cannot be written to yet."""
    started: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when it can be written to, or never will be."""
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, event: Event) -> None:
        """Keep `event` and pass it on."""
        self.events.append(event)
        self.listener(event)

    def listen(self, listener: OnEvent) -> None:
        """From now on `listener` hears, beginning with what was said so far."""
        for event in self.events:
            listener(event)
        self.listener = listener

    def close(self) -> None:
        """End the worker: it sees its socket close, kills what it started, and goes."""
        self.closed = True
        if self.writer is not None:
            self.writer.close()
            self.writer = None


async def hear_out(worker: WorkerConnection, ours: socket.socket) -> None:
    """Hear what the worker says until its socket closes."""
    writer = None
    try:
        reader, writer = await asyncio.open_connection(sock=ours, limit=LINE_LIMIT)
        worker.writer = writer
        worker.started.set()
        if worker.closed:
            return
        while line := await reader.readline():
            with contextlib.suppress(ProtocolError):
                message = decode(line)
                if not isinstance(message, Order):
                    worker.hear(message)
    except (ConnectionError, ValueError):
        # Gone, or a line beyond all measure: either way there is no more to read.
        return
    finally:
        worker.writer = None
        worker.started.set()
        worker.ended.set()
        if writer is None:
            ours.close()
        else:
            writer.close()
