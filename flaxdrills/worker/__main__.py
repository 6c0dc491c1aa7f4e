"""The parent of all workers: it imports jax and flax, opens no device, and starts one worker an order.

An order is one byte with the socket of the worker attached. The parent ends, and everything
below it, when the app does. Where it may not fork what has imported jax, it imports nothing, and each worker starts
from nothing.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from flaxdrills.judging.events import Interrupted
from flaxdrills.judging.protocol import encode
from flaxdrills.system.signals import exit_in_words, is_from_outside
from flaxdrills.system.temporary_folder import TemporaryFolder
from flaxdrills.worker.supervise.process_tree import (
    adopt_orphans,
    forget_wakes,
    fork,
    kill_descendants,
    reap,
    wake_on_child,
)
from flaxdrills.worker.supervise.supervisor import Supervisor

_TIDY_S = 0.8
"""How long supervisors may take to tidy up when the app has gone. All is to be over within two seconds of a hang-up."""

_LIBRARIES = (
    "jax",
    "jax.numpy",
    "flax.nnx",
    "flax.linen",
    "optax",
    "flaxdrills.worker.run.after_verdict",
    "flaxdrills.worker.run.run_lesson",
    "flaxdrills.worker.compare.compare_result",
    "flaxdrills.worker.jax_internals.shared_compilations",
    "flaxdrills.worker.jax_internals.mlir_contexts",
    "flaxdrills.worker.run.problem_checks",
    "flaxdrills.worker.run.judge_solution",
    "flaxdrills.worker.run.runner",
)
"""What a worker needs; imported once, before the first fork."""


def main() -> None:
    """Serve orders until the app closes the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(control.fileno(), False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    adopt_orphans()
    forks = sys.argv[2] == "fork"
    missing = ""
    if forks:
        with _ended_with(control):
            missing = _import_libraries()
    with _temporary_folder() as folder:
        _serve(control, partial(_supervise, forks=forks, missing=missing, folder=folder))
    # The parent has nothing of its own to tidy up, and jax would take its time.
    os._exit(0)


Begin = Callable[[socket.socket], None]
"""What a forked child does with the socket that came with an order."""


def _serve(control: socket.socket, begin: Begin) -> None:
    """Fork a child for each order, until the other end of `control` closes. Then end the children."""
    woken = wake_on_child()
    children: dict[int, socket.socket] = {}
    """By their ids, with what came with the order: where a child was ended from outside, it is said there for it."""
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            _reap(children)
            # What is left below then belonged to a child that was killed.
            kill_descendants(spare=children)
        if control.fileno() in ready:
            try:
                order, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            except ConnectionError:
                order = b""
            if not order:
                break
            for app in (socket.socket(fileno=descriptor) for descriptor in descriptors):
                children[_fork_child((control, *children.values()), woken, begin, app)] = app
    # The app's end ends the children too, each when it has tidied up.
    deadline = time.monotonic() + _TIDY_S
    while children and time.monotonic() < deadline:
        _reap(children)
        time.sleep(0.002)
    kill_descendants()


def _reap(children: dict[int, socket.socket]) -> None:
    """Let go of those that have ended, and say of those that were ended from outside that they were."""
    for pid, app in tuple(children.items()):
        code = reap(pid)
        if code is None:
            continue
        if is_from_outside(code):
            word = Interrupted(f"The process that watches your program was ended from outside: {exit_in_words(code)}.")
            with contextlib.suppress(OSError):
                # A line of its own: the child may have been in the middle of one.
                app.sendall(b"\n" + encode(word))
        children.pop(pid).close()


def _fork_child(others: Iterable[socket.socket], woken: int, begin: Begin, app: socket.socket) -> int:
    """Have `begin` called in a child with `app`; `others` are closed there."""
    pid = fork()
    if pid:
        return pid
    try:
        forget_wakes()
        os.close(woken)
        for other in others:
            other.close()
        begin(app)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _supervise(app: socket.socket, *, forks: bool, missing: str, folder: TemporaryFolder | None) -> None:
    if folder is not None:
        folder.let_go()
    Supervisor(app, forks=forks, missing=missing).serve()


@contextlib.contextmanager
def _ended_with(control: socket.socket) -> Iterator[None]:
    """Meanwhile the end of the app ends this process at once. Afterwards there is one thread again, as a fork needs."""
    done, over = os.pipe()

    def wait() -> None:
        poll = select.poll()
        poll.register(done, select.POLLIN)
        poll.register(control, 0)
        if (done, select.POLLIN) not in poll.poll():
            os._exit(0)

    thread = threading.Thread(target=wait)
    thread.start()
    try:
        yield
    finally:
        os.write(over, b".")
        thread.join()
        os.close(done)
        os.close(over)


@contextlib.contextmanager
def _temporary_folder() -> Iterator[TemporaryFolder | None]:
    """Meanwhile all temporary folders lie in one, so that nothing stays of those whose process was killed."""
    try:
        # Where this process is killed, the app removes it (parent_process.py), or else the next one (worker_pool.py).
        folder = TemporaryFolder()
    except OSError:
        # The first worker says why.
        yield None
        return
    tempfile.tempdir = folder.path
    yield folder
    folder.remove()


def _import_libraries() -> str:
    """Import what solutions need; "" or why that is impossible."""
    # What comes now stays for ever. To look for garbage in it takes a seventh of the time, and finds 0.5 MiB.
    gc.disable()
    try:
        for name in _LIBRARIES:
            importlib.import_module(name)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        # Children need not copy it to look for garbage either.
        gc.freeze()
        gc.enable()
    return ""


if __name__ == "__main__":
    main()
