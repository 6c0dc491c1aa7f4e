"""The process beside the learner's code: it starts it, keeps the limits, compares what it returns, tells the app.

It never runs anything that the learner wrote, and it holds the only line to the app. When it ends, or the
app goes away, everything that the learner's code started is gone: on Linux it is the subreaper of all of it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import selectors
import signal
import socket
import tempfile
import time
from enum import Enum
from typing import Any

from flaxdrills.judging.events import (
    Broke,
    CostCompared,
    Described,
    Died,
    Done,
    Event,
    Killed,
    LateEvent,
    Limit,
    Noted,
    Preparing,
    Printed,
    Ready,
    Started,
    Traced,
)
from flaxdrills.judging.protocol import AfterVerdict, Job, Preparation, Task, encode, message_of
from flaxdrills.problems.run_limits import AFTER_VERDICT_S
from flaxdrills.worker.run.result_pipe import Receiver
from flaxdrills.worker.supervise import process_tree, stack_dump
from flaxdrills.worker.supervise.app_connection import AppConnection
from flaxdrills.worker.supervise.captured_output import Output
from flaxdrills.worker.supervise.event_sanitizer import exit_in_words, fit_to_show, frame_to_show
from flaxdrills.worker.supervise.remove_folder import remove
from flaxdrills.worker.supervise.run_state import RunState
from flaxdrills.worker.supervise.run_usage import TimeAllowance, excess
from flaxdrills.worker.supervise.runner_process import RunnerProcess

_LOOK_S = 0.05
"""How often memory is looked at while a solution runs."""

_LOOK_SHARE = 10
"""Looking takes at most one part in so many of the time."""

_COUNTED = {Task.LESSON: "block", Task.BLOCK: "", Task.COPY: ""}
"""What is counted while a task runs; checks otherwise."""


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
        self._secret = secrets.token_bytes(32)
        self._receiver = Receiver(self._secret)
        self._phase = Phase.PREPARING
        self._stage = ""
        self._account = RunState()
        self._late: set[type[LateEvent]] = set()
        """What is still awaited after the verdict."""
        self._deadline = 0.0
        self._next_look = 0.0
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
        self._output = Output(preparation.output_kib * 1024)
        scratch = ""
        try:
            if self._missing:
                self._app.tell(Broke(f"JAX and Flax do not import here: {self._missing}"))
                return
            scratch = tempfile.mkdtemp(prefix="flaxdrills-")
            self._start(scratch)
            self._watch()
        except OSError as error:
            self._app.tell(Broke(f"The worker could not start: {error.strerror or error}."))
        finally:
            process_tree.kill_descendants()
            if scratch:
                remove(scratch)

    def _start(self, scratch: str) -> None:
        self._woken = process_tree.wake_on_child()
        self._process = RunnerProcess(scratch)
        for descriptor in (self._app.fileno(), self._process.words, self._process.printed, self._woken):
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)
        if self._forks:
            self._process.fork(self._leave)
        else:
            self._process.spawn()
        self._process.order(self._secret.hex().encode() + b"\n" + encode(self._preparation))
        self._take_orders()
        self._deadline = time.monotonic() + self._preparation.prepare_s

    def _leave(self) -> None:
        """In the child: let go of what is the referee's."""
        process_tree.forget_wakes()
        self._app.close()
        self._selector.close()
        os.close(self._woken)

    def _watch(self) -> None:
        while not self._over:
            for key, _ in self._selector.select(self._patience()):
                self._read(key.fd)
                if self._over:
                    return
            self._keep_limits()

    @property
    def _over(self) -> bool:
        return self._phase is Phase.OVER

    def _patience(self) -> float | None:
        if self._phase is Phase.WAITING:
            return None
        looks = self._phase in (Phase.RUNNING, Phase.AFTERWARDS)
        until = min(self._deadline, self._next_look) if looks else self._deadline
        return max(until - time.monotonic(), 0.0)

    def _read(self, descriptor: int) -> None:
        if descriptor == self._app.fileno():
            if self._app.read():
                self._take_orders()
            else:
                self._phase = Phase.OVER
            return
        try:
            data = os.read(descriptor, 1 << 18)
        except BlockingIOError:
            return
        if descriptor == self._process.printed:
            self._output.feed(data)
        elif descriptor == self._process.words:
            for message in self._receiver.feed(data):
                self._hear(message)
        else:
            self._look_after_runner()
        if not data:
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
        self._output.clear()
        self._allowance = TimeAllowance(self._process.pid, self._preparation.run_s)
        self._deadline = self._allowance.deadline()
        self._next_look = time.monotonic() + _LOOK_S
        self._app.tell(Started())
        self._process.order(encode(self._job))

    def _hear(self, message: dict[str, Any]) -> None:
        if self._phase is Phase.AFTERWARDS:
            self._hear_afterwards(message)
        if self._phase in (Phase.AFTERWARDS, Phase.OVER):
            return
        try:
            self._hear_event(self._account.take(message))
        except Exception:
            # The message is the runner's own, so the judge in it was changed; if that was not the solution, it is us.
            if self._phase is not Phase.RUNNING:
                raise
            self._finish(Died("Your program's process sent something that makes no sense, and was ended."))

    def _hear_afterwards(self, message: dict[str, Any]) -> None:
        """After the verdict there are a few more things to hear, each once, and none that could change it."""
        # What the runner says may be anything now, since a solution was in the same process.
        with contextlib.suppress(Exception):
            event = message_of(message["event"])
            if isinstance(event, LateEvent) and type(event) in self._late:
                self._late.remove(type(event))
                self._app.tell(fit_to_show(event))
        if not self._late & {Traced, CostCompared}:
            self._phase = Phase.OVER

    def _hear_event(self, event: Event | None) -> None:
        match event:
            case None:
                return
            case Done() | Broke() | Killed() | Died():
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

    def _look_after_runner(self) -> None:
        """Somewhere below a process ended: say so if it is the one with the learner's code."""
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                if pid == self._process.pid:
                    self._drain()
                    if self._phase is not Phase.OVER:
                        self._runner_ended(os.waitstatus_to_exitcode(status))

    def _runner_ended(self, code: int) -> None:
        if self._phase is Phase.AFTERWARDS:
            self._phase = Phase.OVER
        elif self._phase is Phase.RUNNING:
            until = "its checks were done" if self._account.checks else "it was done"
            self._finish(Died(f"Your program's process ended before {until}: {exit_in_words(code)}."))
        else:
            said = self._output.text.strip()[-1500:]
            self._finish(
                Broke(f"The worker ended while {self._stage or 'starting'}: {exit_in_words(code)}. {said}".strip())
            )

    def _keep_limits(self) -> None:
        now = time.monotonic()
        if self._phase is Phase.PREPARING and now >= self._deadline:
            limit = self._preparation.prepare_s
            self._finish(Broke(f"The worker was not ready within {limit:g} s; it was {self._stage or 'starting'}."))
        if self._phase is Phase.AFTERWARDS and now >= self._deadline:
            self._phase = Phase.OVER
        if self._phase not in (Phase.RUNNING, Phase.AFTERWARDS):
            return
        if now >= self._deadline:
            # Time in which a busy machine let it do nothing is not its own.
            self._deadline = self._allowance.deadline()
        if now >= self._deadline:
            self._drain()
            if not self._over:
                self._finish(self._out_of_time())
        elif now >= self._next_look:
            self._look_at_family()
            self._next_look = time.monotonic() + max(_LOOK_S, _LOOK_SHARE * (time.monotonic() - now))

    def _look_at_family(self) -> None:
        """End the run where it has too many processes or threads, or they take too much memory."""
        event = excess(self._process.pid, self._preparation.memory_mib)
        if event is not None and self._phase is Phase.AFTERWARDS:
            self._phase = Phase.OVER
        elif event is not None:
            self._finish(event)

    def _out_of_time(self) -> Killed:
        """What the run was busy with when its time was up."""
        assert self._job is not None
        place = stack_dump.place_in(stack_dump.ask(self._process.pid, self._process.place), self._job)
        phase, busy = self._account.busy_with(place.phase, counts=_COUNTED.get(self._preparation.task, "check"))
        return Killed(
            Limit.TIME,
            f"It was not done after {self._allowance.told}, and was ended while {busy}.",
            phase,
            tuple(map(frame_to_show, place.frames)),
        )

    def _finish(self, event: Event) -> None:
        """Say what was printed and the last word; what comes later is not heard."""
        self._drain(words=False)
        passed = isinstance(event, Done) and self._account.is_pass
        sequel = self._sequel(passed) if isinstance(event, Done) else None
        if isinstance(event, Done) and self._preparation.task is Task.SERIES:
            self._phase = Phase.WAITING
        elif sequel is not None:
            self._phase = Phase.AFTERWARDS
            self._deadline = time.monotonic() + AFTER_VERDICT_S
        else:
            self._phase = Phase.OVER
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
        if self._account.note and passed:
            self._app.tell(Noted(self._account.note))
        self._app.tell(Printed(self._output.text, self._output.truncated))
        if self._phase is Phase.WAITING:
            self._job = None
            self._account.begin_again()
        self._app.tell(event)
        if sequel is not None:
            self._process.order(encode(sequel))

    def _sequel(self, passed: bool) -> AfterVerdict | None:
        """What there is to do after a Done."""
        if self._job is None or self._preparation.task is not Task.JUDGE:
            return None
        weigh = passed and self._job.weigh
        if self._job.describe:
            self._late |= {Described, Traced}
        if weigh:
            self._late.add(CostCompared)
        return AfterVerdict(self._account.first_failing or 0, self._job.describe, weigh) if self._late else None

    def _drain(self, words: bool = True) -> None:
        """Read what is still in the pipes."""
        for descriptor in (self._process.printed, self._process.words) if words else (self._process.printed,):
            with contextlib.suppress(BlockingIOError, KeyError):
                for _ in range(64):
                    self._selector.get_key(descriptor)
                    self._read_all(descriptor)

    def _read_all(self, descriptor: int) -> None:
        data = os.read(descriptor, 1 << 18)
        if not data:
            raise KeyError(descriptor)
        if descriptor == self._process.printed:
            self._output.feed(data)
        else:
            for message in self._receiver.feed(data):
                self._hear(message)
