"""The process beside the learner's code: it starts it, keeps the limits, compares what it returns, tells the app.

It never runs anything that the learner wrote, and it holds the only line to the app. When it ends, or the
app goes away, everything that the learner's code started is gone: on Linux it is the subreaper of all of it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import selectors
import signal
import socket
from enum import Enum
from functools import partial
from typing import Any

from flaxdrills.judging.events import (
    Broke,
    Died,
    Done,
    Event,
    Interrupted,
    Killed,
    Limit,
    NoGpu,
    Noted,
    Preparing,
    Printed,
    Ready,
    Started,
)
from flaxdrills.judging.protocol import Job, Preparation, Task, encode
from flaxdrills.problems.run_limits import PROCESSES, THREADS
from flaxdrills.sandbox.cgroups import RunGroup, group_folder
from flaxdrills.system.signals import exit_in_words, is_from_outside
from flaxdrills.system.temporary_folder import TemporaryFolder
from flaxdrills.worker.supervise import process_tree, stack_dump
from flaxdrills.worker.supervise.app_connection import AppConnection
from flaxdrills.worker.supervise.event_sanitizer import frame_to_show
from flaxdrills.worker.supervise.late_events import LateEvents
from flaxdrills.worker.supervise.limit_watch import LimitWatch
from flaxdrills.worker.supervise.run_state import RunState
from flaxdrills.worker.supervise.runner_pipes import RunnerPipes
from flaxdrills.worker.supervise.runner_process import RunnerProcess

_COUNTED = {Task.LESSON: "block", Task.BLOCK: "", Task.COPY: ""}
"""What is counted while a task runs; checks otherwise."""

_JIT_OFF = (
    " Your program turns jit off (`jax_disable_jit`): JAX then runs each operation by itself and each loop step by "
    "step, which takes much longer. With jit on it may keep the limit."
)


_NUMBERS_S = 0.5
"""How long a run that is to be ended may take to say what it has come to."""


class Phase(Enum):
    """How far a worker is."""

    PREPARING = "preparing"
    WAITING = "waiting"
    RUNNING = "running"
    AFTERWARDS = "afterwards"
    OVER = "over"


class Supervisor:
    """One worker's life, from its preparation to the last word about its run."""

    def __init__(self, app: socket.socket, *, forks: bool, missing: str) -> None:
        self._app = AppConnection(app)
        self._forks = forks
        self._missing = missing
        self._selector = selectors.DefaultSelector()
        self._phase = Phase.PREPARING
        self._stage = ""
        self._late = LateEvents()
        self._job: Job | None = None

    def serve(self) -> None:
        """Do everything, and return when nothing is left."""
        os.setsid()
        process_tree.die_with_parent()
        process_tree.adopt_orphans()
        while (preparation := next(self._app.orders(), None)) is None:
            if not self._app.read():
                return
        assert isinstance(preparation, Preparation)
        self._preparation = preparation
        self._state = RunState(is_ours=preparation.task.is_ours)
        self._group = RunGroup(group_folder())
        scratch = None
        try:
            if self._missing:
                self._app.tell(Broke(f"JAX and Flax do not import here: {self._missing}"))
                return
            scratch = TemporaryFolder()
            self._start(scratch)
            self._watch()
        except OSError as error:
            self._app.tell(Broke(f"The worker could not start: {error.strerror or error}."))
        finally:
            process_tree.kill_descendants()
            self._group.remove()
            # Nobody waits until the last of many files is gone.
            self._app.hang_up()
            if scratch is not None:
                scratch.remove()

    def _start(self, scratch: TemporaryFolder) -> None:
        self._woken = process_tree.wake_on_child()
        self._process = RunnerProcess(scratch.path)
        secret = secrets.token_bytes(32)
        self._pipes = RunnerPipes(self._process, secret, self._preparation.output_kib * 1024, self._hear)
        for descriptor in (self._app.fileno(), self._pipes.messages, self._pipes.printed, self._woken):
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)
        if self._forks:
            self._process.fork(partial(self._leave, scratch))
        else:
            self._process.spawn()
        self._group.take(self._process.pid)
        self._process.order(secret.hex().encode() + b"\n" + encode(self._preparation))
        self._take_orders()
        self._limits = LimitWatch(self._preparation.prepare_s, scratch.path)

    def _leave(self, scratch: TemporaryFolder) -> None:
        """In the child: let go of what is the supervisor's."""
        scratch.let_go()
        process_tree.forget_wakes()
        self._app.close()
        self._selector.close()
        os.close(self._woken)

    def _watch(self) -> None:
        while not self._over:
            for key, _ in self._selector.select(None if self._phase is Phase.WAITING else self._limits.wait_s):
                self._read(key.fd)
                if self._over:
                    return
            if self._phase is not Phase.WAITING:
                self._keep_limits()

    @property
    def _over(self) -> bool:
        return self._phase is Phase.OVER

    def _read(self, descriptor: int) -> None:
        if descriptor == self._app.fileno():
            if self._app.read():
                self._take_orders()
            else:
                self._phase = Phase.OVER
            return
        with contextlib.suppress(BlockingIOError):
            if descriptor == self._woken:
                os.read(descriptor, 1 << 18)
                self._reap_children()
            elif not self._pipes.read(descriptor):
                self._selector.unregister(descriptor)

    def _take_orders(self) -> None:
        for order in self._app.orders():
            if isinstance(order, Job) and self._job is None:
                self._job = order
                self._begin()

    def _begin(self) -> None:
        """Start the clock and hand over the job, once there is one and the runner is ready for it."""
        if self._job is None or self._phase is not Phase.WAITING:
            return
        self._phase = Phase.RUNNING
        self._pipes.output.clear()
        self._limits.begin_run(self._process.pid, self._preparation.run_s, self._preparation.memory_mib)
        self._group.limit(self._preparation.memory_mib * 2**20, PROCESSES + THREADS)
        self._app.tell(Started())
        self._process.order(encode(self._job))

    def _hear(self, message: dict[str, Any]) -> None:
        if self._phase is Phase.AFTERWARDS:
            if late := self._late.take(message):
                self._app.tell(late)
            if self._late.are_over:
                self._phase = Phase.OVER
        if self._phase in (Phase.AFTERWARDS, Phase.OVER):
            return
        try:
            self._hear_event(self._state.take(message))
        except Exception:
            # The message is the runner's own, so the judge in it was changed; if that was not the solution, it is us.
            if self._phase is not Phase.RUNNING:
                raise
            self._finish(Died("Your program's process sent something that makes no sense, and was ended."))

    def _hear_event(self, event: Event | None) -> None:
        match event:
            case None:
                return
            case Done() | Broke() | Killed() | Died() | Interrupted() | NoGpu():
                self._finish(event)
            case Ready():
                if self._phase is not Phase.PREPARING:
                    raise ValueError("It was ready before.")
                self._phase = Phase.WAITING
                self._app.tell(event)
                self._begin()
            case Preparing(stage):
                self._stage = stage
                self._app.tell(event)
            case _:
                self._app.tell(event)

    def _reap_children(self) -> None:
        """Somewhere below a process ended: say so if it is the one with the learner's code."""
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                if pid == self._process.pid:
                    self._pipes.drain(self._pipes.printed, self._pipes.messages)
                    if self._phase is not Phase.OVER:
                        self._runner_ended(os.waitstatus_to_exitcode(status))

    def _runner_ended(self, code: int) -> None:
        if self._phase is Phase.AFTERWARDS:
            self._phase = Phase.OVER
        elif self._group.has_killed:
            most = f"{self._preparation.memory_mib:,} MiB"
            self._finish(Killed(Limit.MEMORY, f"It used more than the {most} of memory that it may, and was ended."))
        elif self._phase is Phase.RUNNING:
            until = "its checks were done" if self._state.checks else "it was done"
            self._finish(
                Died(f"Your program's process ended before {until}: {exit_in_words(code)}.", is_from_outside(code))
            )
        elif is_from_outside(code):
            self._finish(
                Interrupted(f"The process that runs your program was ended from outside: {exit_in_words(code)}.")
            )
        else:
            said = self._pipes.output.text.strip()[-1500:]
            self._finish(
                Broke(f"The worker ended while {self._stage or 'starting'}: {exit_in_words(code)}. {said}".strip())
            )

    def _keep_limits(self) -> None:
        event: Killed | Died | Broke | None
        if not self._limits.is_time_up:
            event = self._limits.excess()
        elif self._phase is Phase.PREPARING:
            limit = self._preparation.prepare_s
            event = Broke(f"The worker was not ready within {limit:g} s; it was {self._stage or 'starting'}.")
        elif self._phase is Phase.RUNNING:
            self._pipes.drain(self._pipes.printed, self._pipes.messages)
            # It may have ended, or waits for the next job of a series.
            event = self._out_of_time() if self._phase is Phase.RUNNING else None
        else:
            self._phase = Phase.OVER
            return
        if event is not None and self._phase is Phase.AFTERWARDS:
            self._phase = Phase.OVER
        elif event is not None:
            self._finish(event)

    def _out_of_time(self) -> Killed | None:
        """What the run was busy with when its time was up; None where it came to its end meanwhile."""
        assert self._job is not None
        position = stack_dump.position_in(stack_dump.ask(self._process.pid, self._process.position), self._job)
        phase, busy = self._state.busy_with(position.phase, counts=_COUNTED.get(self._preparation.task, "check"))
        jit = _JIT_OFF if self._state.is_jit_off else ""
        if self._preparation.task not in _COUNTED:
            self._ask_for_numbers()
        if self._phase is not Phase.RUNNING:
            return None
        return Killed(
            Limit.TIME,
            f"It was not done after {self._limits.run_told}, and was ended while {busy}.{jit}",
            phase,
            tuple(map(frame_to_show, position.frames)),
        )

    def _ask_for_numbers(self) -> None:
        """Hear what there is to draw of a run that is ended, if it tells it soon."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process.pid, stack_dump.ASKS_FOR_NUMBERS)
        select.select([self._pipes.messages], [], [], _NUMBERS_S)
        self._pipes.drain(self._pipes.messages)

    def _finish(self, event: Event) -> None:
        """Say what was printed and the last word; what comes later is not heard."""
        self._pipes.drain(self._pipes.printed)
        passed = isinstance(event, Done) and self._state.is_pass
        late = None
        if isinstance(event, Done) and self._job is not None and self._preparation.task is Task.JUDGE:
            late = self._late.ask_for(self._job, self._state.first_failing or 0, passed=passed)
        if isinstance(event, Done) and self._preparation.task is Task.SERIES:
            self._phase = Phase.WAITING
        elif late is not None:
            self._phase = Phase.AFTERWARDS
            self._limits.begin_after_verdict()
        else:
            self._phase = Phase.OVER
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
        if self._state.note and passed:
            self._app.tell(Noted(self._state.note))
        self._app.tell(Printed(self._pipes.output.text, self._pipes.output.truncated))
        if self._phase is Phase.WAITING:
            self._job = None
            self._state.begin_again()
        self._app.tell(event)
        if late is not None:
            self._process.order(encode(late))
