"""The line to the app: orders come on it, and events go."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from flaxdrills.judging.events import Event
from flaxdrills.judging.protocol import Order, ProtocolError, decode, encode


class AppConnection:
    """A socket to the app, and what of it is not read to the end of a line yet."""

    def __init__(self, app: socket.socket) -> None:
        self._app = app
        self._inbox = b""

    def fileno(self) -> int:
        """The descriptor, to be waited on."""
        return self._app.fileno()

    def read(self) -> bool:
        """Read what is there, and wait for it where the socket blocks; returns whether the app is there still."""
        try:
            data = self._app.recv(1 << 18)
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        self._inbox += data
        return bool(data)

    def orders(self) -> Iterator[Order]:
        """The orders that were read. What is none is passed over."""
        while b"\n" in self._inbox:
            line, _, self._inbox = self._inbox.partition(b"\n")
            with contextlib.suppress(ProtocolError):
                message = decode(line)
                if isinstance(message, Order):
                    yield message

    def tell(self, event: Event) -> None:
        """Send `event`. Where the app is gone, nothing happens: the next look at it ends this process."""
        with contextlib.suppress(ConnectionError):
            self._app.setblocking(True)
            self._app.sendall(encode(event))
            self._app.setblocking(False)

    def hang_up(self) -> None:
        """Let the app know that no more comes, whoever else holds this end."""
        with contextlib.suppress(OSError):
            self._app.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close this process's end."""
        self._app.close()
