"""What there is to read, with a lesson whose blocks of code can be run where they stand."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import Worker, WorkerState

from flaxdrills.editors.choose_editor import EditorError, NoEditorError
from flaxdrills.editors.file_watch import saves
from flaxdrills.judging.lesson_block_run import BlockRun
from flaxdrills.practice.run_lesson_blocks import LessonBlockRunner
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.problems.proven_versions import versions_here
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.open_editor import EditTarget, open_editor
from flaxdrills.ui.editor.run_editor import Edited
from flaxdrills.ui.screens.practice.solution_editing import notify_edited
from flaxdrills.ui.widgets.lesson_footer import LessonFooter
from flaxdrills.ui.widgets.reading_pane import Page, ReadingPane

if TYPE_CHECKING:
    from flaxdrills.ui.widgets.lesson_block_result import BlockResult
    from flaxdrills.ui.widgets.lesson_markdown import CodeFence


class RunnableLesson(ReadingPane):
    """Runs the block under the cursor, or the learner's copy of it, and shows under it what came of that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel_block", "Cancel", id="reading.cancel", tooltip="Cancel the block that runs"),
    ]

    def __init__(
        self, lesson_runs: LessonBlockRunner | None, problem: Problem, settings: Settings, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._lesson_runs = lesson_runs
        self._problem = problem
        self._settings = settings
        self._footer = LessonFooter()
        self._awaited: BlockResult | None = None
        """Where the run that goes on will show."""
        self._followed: int | None = None
        """The block whose copy is run when it is saved."""
        self._wrong_lines: dict[int, int] = {}
        """Where the copies of blocks went wrong when they were run last."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "cancel_block" or self._awaited is not None

    async def show(self, page: Page, *, at_last: bool = False) -> None:
        await super().show(page, at_last=at_last)
        if page is Page.LESSON and self._lesson_runs is not None and self.is_attached and not self._footer.is_attached:
            await self.pane.mount(self._footer)
            self._show_footer()

    async def run_block(self) -> None:
        """Run the block under the cursor."""
        chosen = await self._chosen()
        if chosen is not None:
            fence, number = chosen
            if number == self._followed:
                self.workers.cancel_group(self, "follow")
            self._run(fence, number, None)

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def edit_block(self) -> None:
        """Open a copy of the block under the cursor in the learner's editor, and run it now and when it is saved."""
        chosen = await self._chosen()
        if chosen is None or self._lesson_runs is None:
            return
        fence, number = chosen
        try:
            path = self._lesson_runs.copy(self._problem, number)
            target = EditTarget(path, "", "", self._wrong_lines.get(number))
            try:
                edited = await open_editor(self.app, self._settings, target, False, self._follow_no_more)
            except NoEditorError:
                # The app's own editor is for the solution file.
                edited = Edited(f"The copy is {path}. Open it in an editor of your own: a save runs it.")
        except (CatalogueError, SolutionFileError, EditorError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        notify_edited(self, edited)
        self._follow(fence, number, path)
        self._run(fence, number, path)

    def action_cancel_block(self) -> None:
        self.workers.cancel_group(self, "block")

    async def _chosen(self) -> tuple[CodeFence, int] | None:
        """The block of the lesson that is under the cursor, and its number from 0; the lesson is turned to."""
        if self.page is not Page.LESSON:
            await self.show(Page.LESSON)
        # In a narrow terminal only what has the keys has room.
        self.pane.focus(scroll_visible=False)
        fence = self.fence
        if fence is None or self._lesson_runs is None:
            self.notify("There is no code here that can be run.", markup=False)
            return None
        try:
            lines = [block.line for block in self._lesson_runs.blocks(self._problem)]
            return fence, lines.index(fence.line)
        except (CatalogueError, ValueError):
            self.notify("The lesson was changed since it was opened. Open it again.", severity="warning", markup=False)
            return None

    def _follow_no_more(self) -> None:
        self._followed = None
        self.workers.cancel_group(self, "follow")

    @work(exclusive=True, group="follow", exit_on_error=False)
    async def _follow(self, fence: CodeFence, number: int, path: Path) -> None:
        self._followed = number
        async for _ in saves(path):
            self._run(fence, number, path)

    @work(exclusive=True, group="block", exit_on_error=False)
    async def _run(self, fence: CodeFence, number: int, copy: Path | None) -> None:
        assert self._lesson_runs is not None
        # It is made of what only a lesson that is shown has imported.
        from flaxdrills.ui.widgets.lesson_block_result import result_under

        result = await result_under(fence)
        self._awaited = result
        result.begin(is_copy=copy is not None)

        def on_run(run: BlockRun) -> None:
            # Not when all is tidied up: that takes as long again.
            if run.is_over and self._awaited is result and result.is_attached:
                self._awaited = None
                result.show(run, copy)
                self.reveal(result)

        try:
            # The page may have been turned to just now, and nothing of it have its place yet.
            laid_out = asyncio.Event()
            self.call_after_refresh(laid_out.set)
            await laid_out.wait()
            self.reveal(fence)
            self.reveal(result)
            if copy is None:
                await self._lesson_runs.run(self._problem, number, on_run)
                self._show_footer()
            else:
                self._note_line(number, await self._lesson_runs.run_copy(self._problem, number, on_run))
        except asyncio.CancelledError:
            # A run that replaces this one begins after it.
            if self._awaited is result and result.is_attached:
                result.show_text("It was cancelled. x runs the block again.")
            raise
        except (CatalogueError, SolutionFileError) as error:
            result.show_text(str(error))
        finally:
            # Else esc and ctrl-c would cancel it, again and again, and lead nowhere.
            if self._awaited is result:
                self._awaited = None
        self.refresh_bindings()

    def _note_line(self, number: int, run: BlockRun) -> None:
        """Remember where an editor is to open the copy."""
        frames = run.error.frames if run.error is not None else ()
        self._wrong_lines.pop(number, None)
        if frames:
            self._wrong_lines[number] = frames[-1].line

    def _show_footer(self) -> None:
        if self._lesson_runs is not None:
            try:
                proven, blocks = self._lesson_runs.proven_with(self._problem), self._lesson_runs.blocks(self._problem)
            except CatalogueError:
                # The page says so itself.
                return
            self._footer.show(proven, versions_here(), self._lesson_runs.agreement(self._problem), len(blocks))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            text = f"flaxdrills itself went wrong ({event.worker.group}): {type(error).__name__}: {error}"
            self.notify(text, severity="error", timeout=10, markup=False)
