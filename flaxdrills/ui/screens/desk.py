"""The learner's side of the practise screen: the file, the report, and the runs that lead from one to the other."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.worker import Worker, WorkerState

from flaxdrills.catalogue import CatalogueError
from flaxdrills.editor import EditorError, choose_editor, command
from flaxdrills.event import Event, Ready
from flaxdrills.problem import Problem
from flaxdrills.report import Report, Verdict
from flaxdrills.session import Session
from flaxdrills.ui.editing import leave_terminal_to
from flaxdrills.ui.widgets.code_view import CodeView
from flaxdrills.ui.widgets.report_view import ReportView
from flaxdrills.watch import saves
from flaxdrills.workspace import WorkspaceError


class Desk(Vertical):
    """Shows the solution file, runs it, and follows what is saved to it."""

    report: reactive[Report | None] = reactive(None)
    preparation: reactive[Report] = reactive(Report(""))
    """How far the spare worker is."""

    class Changed(Message):
        """The worker or the verdict is another one than before."""

        def __init__(self, preparation: Report) -> None:
            self.preparation = preparation
            super().__init__()

    def __init__(self, session: Session, problem: Problem, editor: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._problem = problem
        self.editor = editor
        self._run = 0
        """The number of the run that is shown; older ones are no longer listened to."""
        self._editing = False
        self._studied = False
        self._code = CodeView(f"{problem.id.replace('-', '_')}.py", id="code")
        self._view = ReportView(id="report")

    def compose(self) -> ComposeResult:
        yield self._code
        yield self._view

    def on_mount(self) -> None:
        self._view.border_title = Content(" Report ")
        try:
            self._follow(self._session.open(self._problem))
        except (WorkspaceError, CatalogueError) as error:
            self._code.show_fault(str(error))
        else:
            self.show_file()
        self._prepare()

    @property
    def is_running(self) -> bool:
        """Whether a run has no verdict yet."""
        return self.report is not None and self.report.verdict is None

    def run(self) -> None:
        """Judge the file as it is now; an older run ends."""
        self._run += 1
        self.show_file()
        self.report = Report(self._problem.id, stage="handing your file to a worker")
        self._judge(self._run)

    def cancel(self) -> None:
        """End the run, and forget what it said so far."""
        self._run += 1
        self.workers.cancel_group(self, "run")
        self._stop("The run was cancelled. r starts another one.")
        self._prepare()

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _judge(self, run: int) -> None:
        try:
            await self._session.submit(self._problem, partial(self._hear, run))
        except WorkspaceError as error:
            self._stop(str(error))
        except CatalogueError as error:
            self.notify(str(error), severity="warning", markup=False)
        self._view.comparing = False

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def edit(self) -> None:
        """Open the file in the learner's editor, at the line that went wrong, and run it afterwards."""
        if self._editing:
            return
        try:
            path = self._session.path(self._problem)
            argv = command(choose_editor(self.editor, os.environ), path, self._line)
        except (EditorError, WorkspaceError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        self._editing = True
        # What is saved in there is run once, at the end: the next look at the file is a first one.
        self.workers.cancel_group(self, "watch")
        fault = await leave_terminal_to(self.app, argv)
        self._editing = False
        self._follow(path)
        if fault:
            self.notify(fault, severity="warning", timeout=10, markup=False)
        self.run()

    def reset(self) -> None:
        """Begin anew with the stub, and say where the old file is."""
        self.cancel()
        self.workers.cancel_group(self, "watch")
        try:
            kept = self._session.reset(self._problem)
            self._follow(self._session.path(self._problem))
        except (WorkspaceError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        self._stop(f"This is a fresh stub. Your old file is {kept}." if kept else "This is a fresh stub.")
        self.show_file()

    @work(exclusive=True, group="watch", exit_on_error=False)
    async def _follow(self, path: Path) -> None:
        async for _ in saves(path):
            self.run()

    @work(exclusive=True, group="study", exit_on_error=False)
    async def _study(self, device: str) -> None:
        try:
            await self._session.study(self._problem, device)
        except CatalogueError as error:
            self.notify(str(error), severity="warning", markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            self._stop(f"flaxdrills itself went wrong: {type(error).__name__}: {error}")

    def show_file(self) -> None:
        """Show the file as it is now."""
        try:
            self._code.show(self._session.source(self._problem))
        except WorkspaceError as error:
            self._code.show_fault(str(error))

    def watch_report(self, report: Report | None) -> None:
        self._view.report = report
        self.set_class(report is not None or bool(self._view.notice), "-told")
        self._code.mark(self._line)
        self.post_message(self.Changed(self.preparation))

    def watch_preparation(self, preparation: Report) -> None:
        if preparation.verdict is not None and self.report is None:
            self._stop(f"No worker could be prepared. {preparation.message}")
        self.post_message(self.Changed(preparation))

    @property
    def _line(self) -> int | None:
        """The line of the learner's file where the last error came from."""
        error = self.report and self.report.error
        return error.frames[-1].line or None if error and error.frames else None

    def _hear(self, run: int, report: Report) -> None:
        if run != self._run or not self.is_attached:
            return
        is_new = report.verdict is not None and self.is_running
        if is_new:
            self._view.onward = self._onward() if report.verdict is Verdict.PASSED else ""
            self._view.comparing = report.verdict in (Verdict.FAILED, Verdict.ERROR)
        self.report = report
        if is_new:
            self._prepare()

    def _stop(self, why: str) -> None:
        self._view.notice = why
        self._view.comparing = False
        self.report = None
        self.add_class("-told")

    def _prepare(self) -> None:
        self.preparation = Report(self._problem.id)
        self._session.prepare(self._problem, self._hear_preparation)

    def _hear_preparation(self, event: Event) -> None:
        if not self.is_attached:
            return
        self.preparation = self.preparation.after(event)
        if isinstance(event, Ready) and not self._studied:
            self._studied = True
            self._study(event.device)

    def _onward(self) -> str:
        overview = self._session.overview()
        total = len(overview.standings)
        days = overview.streak.current
        done = f"That is all {total} of them" if overview.solved == total else f"{overview.solved} of {total} solved"
        row = f", {days} days in a row" if days > 1 else ""
        following = self._session.catalogue.neighbour(self._problem, 1)
        onward = f" n goes on to “{following.title}”." if following else ""
        return f"Well done. {done}{row}.{onward}"
