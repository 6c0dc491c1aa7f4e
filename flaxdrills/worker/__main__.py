"""The parent of all workers: it imports jax and flax, opens no device, and starts one worker an order.

An order is one byte with a socket attached. The parent ends, and everything below it, when the app does.
Where it may not fork what has imported jax, it imports nothing, and each worker starts from nothing.
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
import threading
import time
import traceback
import warnings
from collections.abc import Iterator

from flaxdrills.worker.descendants import adopt_orphans, forget_wakes, kill_descendants, reap, wake_on_child
from flaxdrills.worker.referee import Referee

_TIDY_S = 0.8
"""How long referees may take to tidy up after the app has gone. All is to be over within two seconds of a hang-up."""

_LIBRARIES = (
    "jax",
    "jax.numpy",
    "flax.nnx",
    "flax.linen",
    "optax",
    "flaxdrills.worker.afterwards",
    "flaxdrills.worker.blocks",
    "flaxdrills.worker.compare",
    "flaxdrills.worker.compilations",
    "flaxdrills.worker.contexts",
    "flaxdrills.worker.exam",
    "flaxdrills.worker.judge",
    "flaxdrills.worker.runner",
)
"""What a worker needs; imported once, before the first fork."""


def main() -> None:
    """Serve orders until the app closes the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(control.fileno(), False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    adopt_orphans()
    woken = wake_on_child()
    forks = sys.argv[2] == "fork"
    missing = ""
    if forks:
        with _ended_with(control):
            missing = _import_libraries()
    referees: set[int] = set()
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            referees = {pid for pid in referees if not reap(pid)}
            # What is left below then belonged to a referee that was killed.
            kill_descendants(spare=referees)
        if control.fileno() in ready:
            try:
                message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            except ConnectionError:
                message = b""
            if not message:
                break
            for descriptor in descriptors:
                referees.add(_fork_referee(control, woken, descriptor, forks, missing))
                os.close(descriptor)
    # The app's end ends the referees too, each when it has tidied up.
    deadline = time.monotonic() + _TIDY_S
    while referees and time.monotonic() < deadline:
        referees = {pid for pid in referees if not reap(pid)}
        time.sleep(0.002)
    kill_descendants()
    # The parent has nothing of its own to tidy up, and jax would take its time.
    os._exit(0)


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


def _import_libraries() -> str:
    """Import what solutions need; "" or why that is impossible."""
    try:
        for name in _LIBRARIES:
            importlib.import_module(name)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    # What is here now stays for ever: children need not copy it to look for garbage.
    gc.collect()
    gc.freeze()
    return ""


def _fork_referee(control: socket.socket, woken: int, descriptor: int, forks: bool, missing: str) -> int:
    with warnings.catch_warnings():
        # jax warns of forks because a backend may hold locks; there is no backend here.
        warnings.simplefilter("ignore")
        pid = os.fork()
    if pid:
        return pid
    try:
        forget_wakes()
        os.close(woken)
        control.close()
        Referee(socket.socket(fileno=descriptor), forks=forks, missing=missing).serve()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
