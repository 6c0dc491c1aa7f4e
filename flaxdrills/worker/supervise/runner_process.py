"""Starting the process in which the learner's code will run, and the four pipes to it."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable

from flaxdrills.worker.supervise import process_tree


class RunnerProcess:
    """A runner (runner.py) and the supervisor's ends of its pipes.

    Raises OSError where there is no room for pipes.
    """

    def __init__(self, scratch: str) -> None:
        self._scratch = os.path.join(scratch, "work")
        """The folder in which it works and keeps its temporary files; what it compiles lies beside it."""
        os.mkdir(self._scratch, 0o700)
        self._their_orders, self._orders = os.pipe()
        self.messages, self._their_messages = os.pipe()
        """What it says, in marked lines (result_pipe.py)."""
        self.printed, self._their_printed = os.pipe()
        """What the learner's code prints."""
        self.position, self._their_position = os.pipe()
        """Where it is, when it is asked (stack_dump.py)."""
        self.pid = 0

    def fork(self, leave: Callable[[], None]) -> None:
        """Start it as a copy of this process; there `leave` is called first. Raises OSError."""
        self.pid = os.fork()
        if self.pid == 0:
            self._become_runner(leave)
        self._let_go()

    def spawn(self) -> None:
        """Start it anew. Raises OSError."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "flaxdrills.worker.run.runner", *map(str, self._theirs)],
            stdin=subprocess.DEVNULL,
            stdout=self._their_printed,
            stderr=self._their_printed,
            pass_fds=self._theirs,
            start_new_session=True,
            cwd=self._scratch,
            env=os.environ | {"TMPDIR": self._scratch},
        )
        self.pid = process.pid
        # Its end is seen by the supervisor, which waits for every process below it.
        process.returncode = 0
        self._let_go()

    def order(self, data: bytes) -> None:
        """Write `data` to it; nothing happens where it has ended."""
        view = memoryview(data)
        with contextlib.suppress(BrokenPipeError):
            while view:
                view = view[os.write(self._orders, view) :]

    def _let_go(self) -> None:
        for descriptor in (*self._theirs, self._their_printed):
            os.close(descriptor)

    @property
    def _theirs(self) -> tuple[int, int, int]:
        """The ends that the runner is given."""
        return self._their_orders, self._their_messages, self._their_position

    def _become_runner(self, leave: Callable[[], None]) -> None:
        """In the child: take leave of the supervisor, and run."""
        try:
            leave()
            os.setsid()
            process_tree.die_with_parent()
            nowhere = os.open(os.devnull, os.O_RDONLY)
            for source, target in ((nowhere, 0), (self._their_printed, 1), (self._their_printed, 2)):
                os.dup2(source, target)
            for descriptor in (nowhere, self._their_printed, self._orders, self.messages, self.printed, self.position):
                os.close(descriptor)
            sys.stdout, sys.stderr = (_line_buffered(descriptor) for descriptor in (1, 2))
            os.environ["TMPDIR"] = tempfile.tempdir = self._scratch
            os.chdir(self._scratch)
            from flaxdrills.worker.run import runner

            runner.run(*self._theirs)
        except BaseException:
            traceback.print_exc()
            os._exit(70)
        finally:
            # Not the interpreter's own end: jax's takes its time, and threads of the learner would hold it up.
            os._exit(0)


def _line_buffered(descriptor: int) -> io.TextIOWrapper:
    file = io.FileIO(descriptor, "w", closefd=False)
    return io.TextIOWrapper(file, "utf-8", "backslashreplace", line_buffering=True)
