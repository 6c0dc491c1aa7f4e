"""Processes of workers that somebody stops (SIGSTOP), at every moment: they go on, and the verdict is the right one."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from functools import reduce

import psutil
import pytest

from flaxdrills.judging.events import Event, Preparing, Ready, Started
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.worker_stages import STARTING
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import Limits

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

_NAP = "\nimport time\n\ntime.sleep(2.5)\n"
"""Longer than two looks at the processes are apart."""
_LAYERS = {"the parent of all": (0,), "what watches": (1,), "what runs": (2,), "all of them": (0, 1, 2)}
_LIMIT_S = 60.0
"""So much less than what a worker that says nothing is given."""


def _stop(depths: tuple[int, ...]) -> None:
    """Stop the newest process in each of `depths` below this one, the deepest first."""
    process, found = psutil.Process(), []
    for _ in range(3):
        process = max(process.children(), key=psutil.Process.create_time)
        found.append(process)
    for depth in reversed(depths):
        found[depth].send_signal(signal.SIGSTOP)


def _moment(event: Event) -> str:
    match event:
        case Preparing(stage) if stage != STARTING:
            return "preparing"
        case Ready():
            return "waiting"
        case Started():
            return "running"
        case _:
            return ""


@pytest.mark.parametrize("layer", _LAYERS)
@pytest.mark.parametrize("moment", ["preparing", "waiting", "running"])
async def test_what_is_stopped_goes_on(workers: WorkerPool, problem: Problem, moment: str, layer: str) -> None:
    # One of its own: no spare of another test is taken.
    own = replace(problem, limits=Limits(run_s=_LIMIT_S + len(layer) + len(moment) / 100))
    is_stopped, heard = asyncio.Event(), list[Event]()

    def hear(event: Event) -> None:
        if _moment(event) == moment and not is_stopped.is_set():
            is_stopped.set()
            # A run is stopped after the first look at it, too.
            asyncio.get_running_loop().call_later(1.2 * (moment == "running"), _stop, _LAYERS[layer])

    def keep(event: Event) -> None:
        heard.append(event)
        hear(event)

    if moment != "running":
        workers.prepare(own, hear)
        await asyncio.wait_for(is_stopped.wait(), _LIMIT_S)
    source = (problem.folder / "solution.py").read_text() + _NAP * (moment == "running")
    await asyncio.wait_for(workers.run(own, Job(source, "mine.py"), keep), _LIMIT_S)
    assert is_stopped.is_set()
    report = reduce(Report.after, heard, Report(own.id))
    assert report.verdict is Verdict.PASSED, report.message
    # What a run does not need may be stopped, and nobody hears of it.
    if layer != "the parent of all":
        assert "SIGSTOP" in "\n".join(report.notes)
