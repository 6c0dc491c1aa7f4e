"""One worker as the app sees it: a socket on which it says events and takes jobs."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from flaxdrills.judging.events import Broke, Died, Event, FinalEvent, Interrupted, NoGpu, Preparing, Ready, Started
from flaxdrills.judging.protocol import LINE_LIMIT, Job, Order, Preparation, ProtocolError, decode, encode

OnEvent = Callable[[Event], None]
OnJobEvent = Callable[[int, Event], None]
"""Hears an event of the job with that number."""

_STEP_S = 5.0


def ignore_event(event: Event) -> None:
    """Do nothing."""


@dataclass(eq=False)
class WorkerConnection:
    """One worker, from the order to start it to its end."""

    preparation: Preparation
    events: list[Event] = field(default_factory=list)
    """All that it said."""
    listener: OnEvent = ignore_event
    writer: asyncio.StreamWriter | None = None
    closed: bool = False
    """Whether it is to end, also where it cannot be written to yet."""
    started: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when it can be written to, or never will be."""
    has_job: bool = False
    """Whether it was given one, which it may be before it is ready."""
    busy: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while something is to come of it: it gets ready, or was given a job."""
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when there is nothing more to hear."""

    @property
    def has_begun(self) -> bool:
        """Whether a solution was run in it."""
        return any(isinstance(event, Started) for event in self.events)

    @property
    def has_said_last(self) -> bool:
        """Whether it has said how it got on with what it was last given, or that it never got so far."""
        for event in reversed(self.events):
            if isinstance(event, FinalEvent | Started):
                return isinstance(event, FinalEvent)
        return False

    @property
    def is_over(self) -> bool:
        """Whether it has ended, or is about to."""
        return self.ended.is_set() or self.has_said_last

    def hear(self, event: Event) -> None:
        """Keep `event` and pass it on."""
        self.events.append(event)
        if isinstance(event, Preparing):
            self.busy.set()
        elif isinstance(event, Ready) and not self.has_job:
            self.busy.clear()
        self.listener(event)

    def listen(self, listener: OnEvent) -> None:
        """From now on `listener` hears, beginning with what was said so far."""
        for event in self.events:
            listener(event)
        self.listener = listener

    def give(self, job: Job) -> None:
        """Send it `job`, unless it has ended."""
        self.has_job = True
        self.busy.set()
        if self.writer is not None:
            self.writer.write(encode(job))

    def close(self) -> None:
        """End the worker: it sees its socket close, kills what it started, and goes."""
        self.closed = True
        if self.writer is not None:
            self.writer.close()
            self.writer = None

    async def read_events(self, ours: socket.socket) -> None:
        """Hear what the worker says on the socket `ours` until that closes."""
        writer = None
        try:
            reader, writer = await asyncio.open_connection(sock=ours, limit=LINE_LIMIT)
            self.writer = writer
            self.started.set()
            if self.closed:
                return
            while line := await reader.readline():
                with contextlib.suppress(ProtocolError):
                    message = decode(line)
                    if not isinstance(message, Order):
                        self.hear(message)
        except (ConnectionError, ValueError):
            # Gone, or a line beyond all measure: either way there is no more to read.
            return
        finally:
            self.writer = None
            self.started.set()
            if writer is None:
                ours.close()
            else:
                writer.close()

    async def run_series(self, left: deque[tuple[int, Job]], on_event: OnJobEvent, limit_s: float) -> None:
        """Take jobs from `left` for as long as the worker lives, and tell of each when it is over.

        Every job hears how the worker got ready, and then of itself. A job that the worker left without a last
        word within `limit_s` stays, and so does one whose process may have been ended from outside.
        """
        said: list[Event] = []
        heard_last = asyncio.Event()

        def hear(event: Event) -> None:
            said.append(event)
            if isinstance(event, FinalEvent):
                heard_last.set()

        self.listen(hear)
        ended = asyncio.create_task(self.ended.wait())
        ended.add_done_callback(lambda _: heard_last.set())
        preamble: list[Event] = []
        try:
            await self.started.wait()
            while left and self.writer is not None:
                self.give(left[0][1])
                await wait_until_set(heard_last, limit_s)
                if not said or not isinstance(said[-1], FinalEvent) or may_be_from_outside(said[-1]):
                    return
                preamble = preamble or [event for event in said if isinstance(event, Preparing | Ready)]
                own = [event for event in said if not isinstance(event, Preparing | Ready)]
                # What cannot get ready for one gets ready for none.
                is_ready = any(isinstance(event, Ready) for event in preamble)
                for _ in range(len(left) if isinstance(said[-1], Broke | NoGpu) and not is_ready else 1):
                    number, _job = left.popleft()
                    for event in (*preamble, *own):
                        on_event(number, event)
                said.clear()
                heard_last.clear()
        except TimeoutError:
            return
        finally:
            ended.cancel()


def may_be_from_outside(event: FinalEvent) -> bool:
    """Whether somebody else may have ended what `event` is the last word of."""
    return isinstance(event, Interrupted) or (isinstance(event, Died) and event.may_be_outside)


async def wait_until_set(event: asyncio.Event, limit_s: float, step_s: float = _STEP_S) -> None:
    """Wait until `event`, which another process brings about, is set.

    Raises TimeoutError after `limit_s`, of which a time in which this process was stopped, as by ctrl-z, is one step
    at most: what was said meanwhile is heard first.
    """
    left = limit_s
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
