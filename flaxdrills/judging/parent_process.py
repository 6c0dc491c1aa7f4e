"""The process that workers come from: it imports jax and flax once, and forks each worker."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from flaxdrills.system.sanitize import visible
from flaxdrills.system.signals import exit_in_words, is_from_outside
from flaxdrills.system.temporary_folder import remove_abandoned

FORKS = sys.platform == "linux"
"""Whether workers are forked. Elsewhere a fork of a process that has imported jax is not safe (macOS frameworks)."""

_ORDER = b"w"
"""A socket is sent along with a byte, whichever it is."""


class ParentProcess:
    """The parent of all workers that have the same environment. It ends, and they with it, when it is hung up on."""

    def __init__(self, environment: Mapping[str, str], log_folder: Path) -> None:
        """Start it. Raises OSError."""
        # A file without a name, for what it prints: nothing unless something is wrong.
        self._log = tempfile.TemporaryFile(dir=log_folder)  # noqa: SIM115 (it lives as long as the process)
        self._control, theirs = socket.socketpair()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "flaxdrills.worker", str(theirs.fileno()), "fork" if FORKS else "spawn"],
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                env=dict(environment),
                cwd="/" if os.name == "posix" else None,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        except BaseException:
            self._control.close()
            self._log.close()
            raise
        finally:
            theirs.close()

    @property
    def exit_status(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def start_worker(self) -> socket.socket:
        """Have a worker started; returns the socket on which it listens and tells. Raises OSError."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [_ORDER], [theirs.fileno()])
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        return ours

    async def killed_by(self, limit_s: float = 0.5) -> str:
        """By which signal from outside it was ended, in words; "" if it was not.

        It may end a moment after its workers have, so `limit_s` is waited for that.
        """
        deadline = time.monotonic() + limit_s
        while (code := self.exit_status) is None and time.monotonic() < deadline:
            await asyncio.sleep(0.005)
        return exit_in_words(code) if code is not None and is_from_outside(code) else ""

    def continue_stopped(self) -> bool:
        """Continue it and what is below it where a signal stopped them; says whether one was."""
        # The first screen does without.
        import psutil

        was_stopped = False
        if self._process.returncode is not None:
            return False
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self._process.pid)
            for each in (process, *process.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    if each.status() == psutil.STATUS_STOPPED:
                        each.resume()
                        was_stopped = True
        return was_stopped

    def last_words(self) -> str:
        """The end of what it printed."""
        if self._log.closed:
            return ""
        self._log.seek(0)
        return visible(self._log.read()[-2000:].decode("utf-8", "replace")).strip()

    def hang_up(self) -> None:
        """Have it end itself and its workers."""
        self._control.close()

    def kill(self) -> None:
        """End it, if it has not ended; the kernel then ends its workers. It must have been hung up on before."""
        if self.exit_status is None:
            self._process.kill()
        self._process.wait()
        self._log.close()
        # What it could not remove itself.
        remove_abandoned(self._process.pid)
