"""The worker that gets ready for the problem, and what it says of itself at the top right."""

from __future__ import annotations

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from flaxdrills.judging.events import Event, Ready
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_stages import RESTING
from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.system.settings import Platform
from flaxdrills.ui.look.symbols import FAILS, GETTING_READY, READY


class WorkerStatus(Static):
    """Says how far the spare worker is; once there is one, the usual mistakes are learnt in the background."""

    DEFAULT_CSS = """
    WorkerStatus {
        width: auto;
        max-width: 60%;
        padding-left: 2;
        color: $text-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    class Broken(Message):
        """There is no worker, and this is why."""

        def __init__(self, why: str, *, needs_gpu: bool) -> None:
            self.why = why
            self.needs_gpu = needs_gpu
            """Whether there would be one on the CPU."""
            super().__init__()

    def __init__(self, session: Session, problem: Problem) -> None:
        super().__init__(markup=False)
        self._session = session
        self._problem = problem
        self._preparation = Report(problem.id)
        self._knows_mistakes = False

    def on_mount(self) -> None:
        self.prepare()

    def prepare(self) -> None:
        """Have one, unless there is one already."""
        self._preparation = Report(self._problem.id)
        self._session.submitter.workers.prepare(self._problem, self._take)

    def prepare_on_cpu(self) -> None:
        """Have one on the CPU, whatever the settings say, and so for all runs to come."""
        self._session.submitter.workers.platform = Platform.CPU
        self.prepare()

    def wake(self) -> None:
        """Have one again after a long rest."""
        if self._preparation.stage == RESTING:
            self.prepare()

    def _take(self, event: Event) -> None:
        if not self.is_attached:
            return
        self._preparation = self._preparation.after(event)
        self.update(_text_of(self._preparation))
        if self._preparation.verdict is not None:
            needs_gpu = self._preparation.verdict is Verdict.NO_GPU and self._problem.environment.platform is None
            self.post_message(self.Broken(self._preparation.message, needs_gpu=needs_gpu))
        if isinstance(event, Ready) and not self._knows_mistakes:
            self._knows_mistakes = True
            self._learn_mistakes(event.device)

    @work(exclusive=True, group="study", exit_on_error=False)
    async def _learn_mistakes(self, device: str) -> None:
        try:
            await self._session.submitter.known_mistakes.of(self._problem, device)
        except CatalogueError as error:
            self.notify(str(error), severity="warning", timeout=10, markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            text = f"The usual mistakes could not be prepared: {event.worker.error}"
            self.notify(text, severity="error", timeout=10, markup=False)


def _text_of(preparation: Report) -> Content:
    if preparation.verdict is not None:
        return Content.assemble(FAILS, " no worker")
    if preparation.stage == RESTING:
        return Content(f"{GETTING_READY} {RESTING}")
    if preparation.device:
        return Content.assemble(READY, f" ready on {preparation.device}")
    return Content(f"{GETTING_READY} {preparation.stage}…")
