"""Processes from which workers for one problem come sooner, since its reference has run in them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from flaxdrills.launch import FORKS
from flaxdrills.problem import Platform
from flaxdrills.wire import WORKER, ZYGOTE, Preparation, Task, encode

_TRIES = 2
"""The first may be in vain: a zygote must have compiled nothing, and what it compiles the next one finds."""


class Zygotes:
    """At most one zygote for each preparation."""

    def __init__(self) -> None:
        self._ready: dict[Preparation, socket.socket] = {}

    def control(self, preparation: Preparation) -> socket.socket | None:
        """Where to order workers for `preparation`; None where there is no zygote for them."""
        return self._ready.get(preparation)

    async def make(self, preparation: Preparation, parent: Callable[[], socket.socket]) -> None:
        """Have a zygote for `preparation` come from `parent()`, where that can be; returns when it is ready.

        Raises what `parent` raises.
        """
        if not _can_have_one(preparation):
            return
        for _ in range(_TRIES):
            control = await _ready_one(preparation, parent())
            if control is not None:
                self.forget(preparation)
                self._ready[preparation] = control
                return

    def forget(self, preparation: Preparation) -> None:
        """Let go of the zygote for `preparation`: it ends, and what is below it."""
        control = self._ready.pop(preparation, None)
        if control is not None:
            control.close()

    def close(self) -> None:
        """End all of them."""
        for preparation in tuple(self._ready):
            self.forget(preparation)


def _can_have_one(preparation: Preparation) -> bool:
    return (
        FORKS and preparation.task is Task.JUDGE and preparation.platform is Platform.CPU and preparation.devices == 1
    )


async def _ready_one(preparation: Preparation, parent: socket.socket) -> socket.socket | None:
    ours, theirs = socket.socketpair()
    try:
        with theirs:
            socket.send_fds(parent, [ZYGOTE], [theirs.fileno()])
        ours.sendall(encode(preparation))
        ours.setblocking(False)
        async with asyncio.timeout(preparation.prepare_s):
            word = await asyncio.get_running_loop().sock_recv(ours, 1)
    except (OSError, TimeoutError):
        word = b""
    except BaseException:
        ours.close()
        raise
    if word != WORKER:
        ours.close()
        return None
    ours.setblocking(True)
    return ours
