"""What comes from the runner: what it says, and what the learner's code prints."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import Any

from flaxdrills.worker.run.result_pipe import Receiver
from flaxdrills.worker.supervise.captured_output import Output
from flaxdrills.worker.supervise.runner_process import RunnerProcess

_CHUNK = 1 << 18
_CHUNKS = 64
"""How much is read at the end of what was said before."""


class RunnerPipes:
    """The two pipes, read without waiting."""

    def __init__(
        self, process: RunnerProcess, secret: bytes, output: int, hear: Callable[[dict[str, Any]], None]
    ) -> None:
        """Keep `output` bytes of what is printed; `hear` is given each message."""
        self.output = Output(output)
        self.printed, self.messages = process.printed, process.messages
        self._receiver = Receiver(secret)
        self._hear = hear

    def read(self, descriptor: int) -> bool:
        """Take what is there; returns whether there may be more. Raises BlockingIOError where there is nothing."""
        data = os.read(descriptor, _CHUNK)
        if descriptor == self.printed:
            self.output.feed(data)
        else:
            for message in self._receiver.feed(data):
                self._hear(message)
        return bool(data)

    def drain(self, *descriptors: int) -> None:
        """Take what is still there."""
        for descriptor in descriptors:
            with contextlib.suppress(BlockingIOError):
                for _ in range(_CHUNKS):
                    if not self.read(descriptor):
                        break
