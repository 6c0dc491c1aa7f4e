"""The supervisor: keeps a prepared worker at hand, hands it one solution, and ends what is left of it.

Every worker has a socket of its own to this process. Closing it, for whatever reason, ends the worker and
all that it started; so does the death of this process.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

from flaxdrills.judging.compile_cache import CompileCache
from flaxdrills.judging.events import Broke, Died, Event, FinalEvent, LateEvent, Preparing, Started
from flaxdrills.judging.job_series import OnEventOf, work_off
from flaxdrills.judging.patience import wait_patiently
from flaxdrills.judging.protocol import WORKER, Job, Preparation, Task, encode
from flaxdrills.judging.spares import SpareWorkers
from flaxdrills.judging.spawn import start_parent, worker_environment
from flaxdrills.judging.worker_connection import OnEvent, WorkerConnection, hear_out, unheard
from flaxdrills.problems.problem import Problem
from flaxdrills.system.paths import Paths
from flaxdrills.system.sanitize import visible
from flaxdrills.system.settings import DEFAULT_CACHE_MIB, Platform

_GRACE_S = 3.0
"""How long a process may take to clean up after its last word."""

_ADVICE = "`flaxdrills doctor` says what is missing."


@dataclass(frozen=True, slots=True)
class Parent:
    """The process that workers of one platform come from."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    log: IO[bytes]
    """A file without a name, with what it printed: nothing unless something is wrong."""

    def last_words(self) -> str:
        """The end of what it printed."""
        self.log.seek(0)
        return visible(self.log.read()[-2000:].decode("utf-8", "replace")).strip()


class WorkerPool:
    """The workers of one app. Use it as an async context, so that nothing outlives it."""

    def __init__(self, locations: Paths, platform: Platform = Platform.CPU, cache_mib: int = DEFAULT_CACHE_MIB) -> None:
        self._compilations = CompileCache(locations.compilations, cache_mib)
        self.platform = platform
        """Where problems that do not care are computed."""
        self._parents: dict[Platform, Parent] = {}
        self._spares = SpareWorkers(self._start)
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> WorkerPool:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def trouble(self) -> str:
        """Why what is compiled cannot be kept on this machine, which is no reason not to work; else ""."""
        with contextlib.suppress(OSError):
            self._compilations.open()
        return self._compilations.trouble

    def prepare(self, problem: Problem, on_event: OnEvent = unheard) -> None:
        """Have a spare for `problem` get ready, unless there is one; `on_event` hears how it goes."""
        self._spares.keep(Preparation.of(problem, self.platform), on_event)

    async def run(
        self,
        problem: Problem,
        job: Job,
        on_event: OnEvent,
        task: Task = Task.JUDGE,
        *,
        spare: bool = True,
    ) -> None:
        """Give `job` to the spare (or to a new worker), and return when it and all it started is gone.

        `on_event` hears everything up to the first Done, Killed, Died or Broke, of which there is always
        one, and the late words after it. Cancelling ends the worker at once.
        """
        preparation = Preparation.of(problem, self.platform, task)
        worker = (self._spares.take(preparation) if spare else None) or self._start(preparation)
        if not await self._run(worker, job, on_event):
            self._abandon(preparation.platform)

    async def _run(self, worker: WorkerConnection, job: Job, on_event: OnEvent) -> bool:
        """Do what `run` says with `worker`; returns whether it kept the limits."""
        preparation = worker.preparation
        said_last = False

        def hear(event: Event) -> None:
            nonlocal said_last
            if not said_last or isinstance(event, LateEvent):
                said_last = said_last or isinstance(event, FinalEvent)
                on_event(event)

        try:
            worker.listen(hear)
            await worker.started.wait()
            if worker.writer is not None:
                worker.writer.write(encode(job))
            await wait_patiently(worker.ended, preparation.prepare_s + preparation.run_s + 3 * _GRACE_S)
        except TimeoutError:
            hear(Broke("The process that keeps the limits stopped answering; all workers were ended."))
            return False
        finally:
            worker.close()
        if not said_last:
            began = any(isinstance(event, Started) for event in worker.events)
            words = self._parents[preparation.platform].last_words() if preparation.platform in self._parents else ""
            hear(
                Died("The process ended without a word, and so did the one that watched it.")
                if began
                else Broke(f"The worker could not start. {words or _ADVICE}")
            )
        return True

    async def run_series(self, problem: Problem, jobs: Sequence[Job], on_event: OnEventOf) -> None:
        """Run `jobs` one after the other in one process, which is quick; only for what comes with the problem.

        `on_event` hears, with the number of a job, what it would hear of a `run`, when that job is over. A
        job that ends its process costs the others nothing: they go on in a new one.
        """
        preparation = Preparation.of(problem, self.platform, Task.SERIES)
        left = deque(enumerate(jobs))
        while left:
            worker = self._start(preparation)
            try:
                before = len(left)
                await work_off(worker, left, on_event, preparation.prepare_s + preparation.run_s + 3 * _GRACE_S)
            finally:
                worker.close()
            if len(left) == before:
                # It did not even say that it is broken; alone, it is found out why.
                number, job = left.popleft()
                await self.run(problem, job, partial(on_event, number), spare=False)

    async def close(self) -> None:
        """End everything, and wait until it is gone (some seconds at most)."""
        self._spares.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_GRACE_S)
        for parent in self._parents.values():
            parent.control.close()
        deadline = time.monotonic() + _GRACE_S
        for parent in self._parents.values():
            while parent.process.poll() is None and time.monotonic() < deadline:
                await asyncio.sleep(0.005)
            if parent.process.poll() is None:
                parent.process.kill()
                parent.process.wait()
            parent.log.close()
        self._parents.clear()
        await asyncio.to_thread(self._compilations.close)

    def _start(self, preparation: Preparation) -> WorkerConnection:
        worker = WorkerConnection(preparation)
        try:
            ours, theirs = socket.socketpair()
            try:
                socket.send_fds(self._parent(preparation.platform).control, [WORKER], [theirs.fileno()])
                ours.sendall(encode(preparation))
                ours.setblocking(False)
            except OSError:
                ours.close()
                raise
            finally:
                theirs.close()
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            worker.hear(Broke(f"The worker could not start: {where}{error.strerror or error}. {_ADVICE}"))
            worker.started.set()
            worker.ended.set()
            return worker
        worker.hear(Preparing("starting Python, importing jax and flax"))
        task = asyncio.create_task(hear_out(worker, ours))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return worker

    def _parent(self, platform: Platform) -> Parent:
        parent = self._parents.get(platform)
        if parent is not None and parent.process.poll() is None:
            return parent
        if parent is not None:
            parent.control.close()
        compilations = self._compilations.open()
        log = tempfile.TemporaryFile(dir=compilations)  # noqa: SIM115 (it lives as long as the parent)
        environment = worker_environment(os.environ, platform, compilations)
        parent = self._parents[platform] = Parent(*start_parent(environment, log), log)
        return parent

    def _abandon(self, platform: Platform) -> None:
        """Kill the process that workers come from: the kernel then ends all of them."""
        parent = self._parents.pop(platform, None)
        if parent is not None:
            parent.control.close()
            parent.process.kill()
            parent.process.wait()
