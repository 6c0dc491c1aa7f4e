"""A line with a delay, and with a limit to what it carries a second: a TCP proxy."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What lies between two ends."""

    delay_s: float
    """Each way."""
    bytes_per_s: float = float("inf")
    """Each way."""

    @contextlib.asynccontextmanager
    async def between(self, listen: int, to: int) -> AsyncIterator[int]:
        """Carry what comes to the port `listen` (0: any) to the port `to`, both on loopback; yields the first."""

        async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", to)
                await asyncio.gather(self._carry(reader, there[1]), self._carry(there[0], writer))

        server = await asyncio.start_server(carry, "127.0.0.1", listen)
        async with server:
            port: int = server.sockets[0].getsockname()[1]
            yield port

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def arrive() -> None:
            with contextlib.suppress(ConnectionError):
                while True:
                    due, data = await on_the_way.get()
                    await asyncio.sleep(due - loop.time())
                    if not data:
                        break
                    writer.write(data)
                    await writer.drain()
            writer.close()

        arriving = asyncio.create_task(arrive())
        free_at = loop.time()
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(1 << 12):
                free_at = max(free_at, loop.time()) + len(data) / self.bytes_per_s
                on_the_way.put_nowait((free_at + self.delay_s, data))
                # No more than this is under way: what comes later waits at its end, as on a real line.
                await asyncio.sleep(free_at - loop.time() - 0.1)
        on_the_way.put_nowait((loop.time() + self.delay_s, b""))
        await arriving
