"""The workers of one app: it keeps prepared ones at hand, hands each one solution, and ends what is left of it.

Every worker has a socket of its own to this process. Closing it, for whatever reason, ends the worker and
all that it started; so does the death of this process.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from flaxdrills.judging.compile_cache import CompileCache
from flaxdrills.judging.events import (
    BeginsAgain,
    Broke,
    Died,
    Event,
    FinalEvent,
    Interrupted,
    LateEvent,
    Noted,
    Preparing,
)
from flaxdrills.judging.parent_process import ParentProcess
from flaxdrills.judging.protocol import Job, Preparation, Task, encode
from flaxdrills.judging.spare_workers import SpareWorkers
from flaxdrills.judging.worker_connection import (
    OnEvent,
    OnJobEvent,
    WorkerConnection,
    ignore_event,
    may_be_from_outside,
    wait_until_set,
)
from flaxdrills.judging.worker_environment import worker_environment
from flaxdrills.judging.worker_stages import STARTING
from flaxdrills.problems.problem import Problem
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import DEFAULT_CACHE_MIB, Platform
from flaxdrills.system.temporary_folder import remove_abandoned

_CLEAN_UP_S = 3.0
"""How long a process may take to clean up after its last word."""

_LOOK_S = 1.0
"""How often it is looked whether what is waited for was stopped."""
_STOPPED = "A process of this run had been stopped (SIGSTOP); flaxdrills let it go on."

_SWEEP_AFTER_S = 1.0
"""By then the first screen is there."""

_ADVICE = "`flaxdrills doctor` says what is missing."
_MEMORY = "A machine that is short of memory ends programs like this."


class WorkerPool:
    """The workers of one app. Use it as an async context, so that nothing outlives it."""

    def __init__(self, locations: Paths, platform: Platform = Platform.CPU, cache_mib: int = DEFAULT_CACHE_MIB) -> None:
        self._hidden = (str(locations.journal), str(locations.history))
        self._cache = CompileCache(locations.compile_cache, cache_mib)
        self.platform = platform
        """Where problems that do not care are computed."""
        self._parents: dict[Platform, ParentProcess] = {}
        self._spares = SpareWorkers(self._start)
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> WorkerPool:
        # What a process left here that was killed: not while the app starts, and not in its thread.
        sweep = threading.Thread(target=remove_abandoned, name="sweep", daemon=True)
        self._sweeping = asyncio.get_running_loop().call_later(_SWEEP_AFTER_S, sweep.start)
        return self

    async def __aexit__(self, *exception: object) -> None:
        self._sweeping.cancel()
        await self.close()

    def cache_fault(self) -> str:
        """Why what is compiled cannot be kept on this machine, which is no reason not to work; else ""."""
        with contextlib.suppress(OSError):
            self._cache.open()
        return self._cache.fault

    def prepare(self, problem: Problem, on_event: OnEvent = ignore_event) -> None:
        """Have a spare for `problem` get ready, unless there is one; `on_event` hears how it goes."""
        self._spares.keep(Preparation.of(problem, self.platform, hidden=self._hidden), on_event)

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

        `on_event` hears everything up to the first FinalEvent, of which there is always one, and the late words
        after it. Where somebody may have ended the worker from outside it hears BeginsAgain in place of that, once,
        and all of another run. Cancelling ends the worker at once.
        """
        preparation = Preparation.of(problem, self.platform, task, self._hidden)

        async def run_once(hear_end: Callable[[FinalEvent], None]) -> None:
            worker = (self._spares.take(preparation) if spare else None) or self._start(preparation)
            await self._run(worker, job, on_event, hear_end)

        end: FinalEvent | None = None

        def hear_first(event: FinalEvent) -> None:
            nonlocal end
            end = event
            if not may_be_from_outside(event):
                on_event(event)

        await run_once(hear_first)
        if end is not None and may_be_from_outside(end):
            on_event(BeginsAgain())
            await run_once(lambda event: on_event(_ended_twice(event)))

    async def _run(
        self, worker: WorkerConnection, job: Job, on_event: OnEvent, on_end: Callable[[FinalEvent], None]
    ) -> None:
        """Do what `run` says with `worker`; `on_end` hears the last word, and `on_event` the others."""
        said_last = False

        def hear(event: Event) -> None:
            nonlocal said_last
            if isinstance(event, FinalEvent):
                if not said_last:
                    said_last = True
                    on_end(_as_of_solution(event, worker))
            elif not said_last or isinstance(event, LateEvent):
                on_event(event)

        try:
            worker.listen(hear)
            await worker.started.wait()
            worker.give(job)
            await wait_until_set(worker.ended, _limit_s(worker.preparation))
        except TimeoutError:
            hear(Broke("The process that keeps the limits stopped answering; all workers were ended."))
            self._kill_parent(worker.preparation.platform)
        finally:
            worker.close()

    async def run_series(self, problem: Problem, jobs: Sequence[Job], on_event: OnJobEvent) -> None:
        """Run `jobs` one after the other in one process, which is quick; only for what comes with the problem.

        `on_event` hears, with the number of a job, what it would hear of a `run`, when that job is over. A
        job that ends its process costs the others nothing: they go on in a new one.
        """
        preparation = Preparation.of(problem, self.platform, Task.SERIES, self._hidden)
        left = deque(enumerate(jobs))
        while left:
            worker = self._start(preparation)
            try:
                before = len(left)
                await worker.run_series(left, on_event, _limit_s(preparation))
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
            await asyncio.wait(self._tasks, timeout=_CLEAN_UP_S)
        for parent in self._parents.values():
            parent.hang_up()
        deadline = time.monotonic() + _CLEAN_UP_S
        for parent in self._parents.values():
            while parent.exit_status is None and time.monotonic() < deadline:
                await asyncio.sleep(0.005)
            parent.kill()
        self._parents.clear()
        await asyncio.to_thread(self._cache.close)

    def _start(self, preparation: Preparation) -> WorkerConnection:
        worker = WorkerConnection(preparation)
        try:
            parent = self._parent(preparation.platform)
            ours = parent.start_worker()
            try:
                ours.sendall(encode(preparation))
                ours.setblocking(False)
            except OSError:
                ours.close()
                raise
        except ConnectionError:
            # The parent was ended a moment ago, and the next one takes its place.
            self._kill_parent(preparation.platform)
            worker.hear(Interrupted("The process that all workers come from was ended from outside."))
            worker.started.set()
            worker.ended.set()
            return worker
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            worker.hear(Broke(f"The worker could not start: {where}{error.strerror or error}. {_ADVICE}"))
            worker.started.set()
            worker.ended.set()
            return worker
        worker.hear(Preparing(STARTING))
        task = asyncio.create_task(self._hear_out(worker, ours, parent))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return worker

    async def _hear_out(self, worker: WorkerConnection, ours: socket.socket, parent: ParentProcess) -> None:
        """Hear `worker` to its end, and say how it ended where it could not say so itself."""
        watch = asyncio.create_task(_keep_going(worker, parent))
        try:
            await worker.read_events(ours)
            if not worker.closed and not worker.has_said_last:
                worker.hear(await _last_word(worker, parent))
        finally:
            watch.cancel()
            worker.ended.set()

    def _parent(self, platform: Platform) -> ParentProcess:
        """The running process that workers on `platform` come from. Raises OSError."""
        parent = self._parents.get(platform)
        if parent is None or parent.exit_status is not None:
            self._kill_parent(platform)
            folder = self._cache.open()
            parent = ParentProcess(worker_environment(os.environ, platform, folder), folder)
            self._parents[platform] = parent
        return parent

    def _kill_parent(self, platform: Platform) -> None:
        """End the process that workers come from: the kernel then ends all of them."""
        parent = self._parents.pop(platform, None)
        if parent is not None:
            parent.hang_up()
            parent.kill()


async def _keep_going(worker: WorkerConnection, parent: ParentProcess) -> None:
    """Let `worker` go on where somebody stopped it, which is not to be busy and says nothing about the solution."""
    is_told = False
    while True:
        await worker.busy.wait()
        await asyncio.sleep(_LOOK_S)
        if await asyncio.to_thread(parent.continue_stopped) and not is_told and not worker.has_said_last:
            worker.hear(Noted(_STOPPED))
            is_told = True


async def _last_word(worker: WorkerConnection, parent: ParentProcess) -> FinalEvent:
    """What there is to say of `worker`, which ended without a word."""
    if signal := await parent.killed_by():
        return Interrupted(f"The process that all workers come from was ended from outside: {signal}.")
    if worker.has_begun:
        return Died("Your program's process ended and left no reason, and so did the process that watched it.")
    return Broke(f"The worker could not start. {parent.last_words() or _ADVICE}")


def _as_of_solution(event: FinalEvent, worker: WorkerConnection) -> FinalEvent:
    """`event`, or where the solution could reach what watches it: that one of the two ended the worker."""
    if isinstance(event, Interrupted) and worker.has_begun and not landlock_support().signals:
        return Died(event.message, may_be_outside=True)
    return event


def _ended_twice(event: FinalEvent) -> FinalEvent:
    """The last word of a second run; where somebody may have ended that one from outside too, it says so."""
    match event:
        case Interrupted(message):
            return Interrupted(f"{message} So did the run before it, and your file was not judged. {_MEMORY}")
        case Died(message, may_be_outside=True):
            return Died(
                f"{message} So did the run before it: your program ends itself, or something else does. {_MEMORY}"
            )
        case _:
            return event


def _limit_s(preparation: Preparation) -> float:
    """After this time a worker that keeps its own limits is gone."""
    return preparation.prepare_s + preparation.run_s + 3 * _CLEAN_UP_S
