"""The texts of a problem on a screen: lesson, task, the hints that were taken, the solution that was asked for."""

from __future__ import annotations

import asyncio

from textual import work

from flaxdrills.practice.hints import Hint
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_question import question_before_solution
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.system.settings import Settings
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.positioned_screen import PositionedScreen
from flaxdrills.ui.screens.practise.runnable_lesson import RunnableLesson
from flaxdrills.ui.trouble import say_trouble
from flaxdrills.ui.widgets.reading_pane import Page


class TextsScreen(PositionedScreen):
    """Turns their pages, and tells what is asked for."""

    def __init__(self, session: Session, problem: Problem, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._settings = settings
        self._reading = RunnableLesson(session.lesson_runs, problem, settings, id="reading")

    def _write_texts(self) -> None:
        try:
            lesson, task = read_file(self._problem, "lesson.md"), read_file(self._problem, "task.md")
            hints = self._session.hints(self._problem)
        except CatalogueError as error:
            self._reading.write(Page.LESSON, f"This problem cannot be read.\n\n```text\n{error}\n```")
        else:
            self._reading.write(Page.LESSON, lesson)
            self._reading.write(Page.TASK, task)
            self._write_hints(hints)

    async def action_page(self, page: str) -> None:
        await self._reading.show(Page(page))
        self._reading.pane.focus()

    async def action_run_block(self) -> None:
        await self._reading.run_block()

    def action_edit_block(self) -> None:
        self._reading.edit_block()

    async def action_hint(self) -> None:
        try:
            hints = await asyncio.to_thread(self._session.take_hint, self._problem)
        except CatalogueError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        say_trouble(self, self._session)
        self._write_hints(hints.taken)
        if hints.new is None:
            self.notify("There are no more hints. s shows the solution.", markup=False)
        if hints.taken:
            await self._reading.show(Page.HINTS, at_last=True)
            self._reading.pane.focus()

    @work(exclusive=True, group="ask")
    async def action_solution(self) -> None:
        question = question_before_solution(self._session.standing(self._problem))
        if (
            question
            and not self._reading.has(Page.SOLUTION)
            and not await self.app.push_screen_wait(ConfirmDialog("Solution", question))
        ):
            return
        try:
            if not self._reading.has(Page.SOLUTION):
                text = await asyncio.to_thread(self._session.solution, self._problem)
                self._reading.write(Page.SOLUTION, f"~~~~~python\n{text.strip()}\n~~~~~")
                say_trouble(self, self._session)
        except CatalogueError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        await self._reading.show(Page.SOLUTION)
        self._reading.pane.focus()

    def _write_hints(self, hints: tuple[Hint, ...]) -> None:
        text = "\n\n".join(f"## Hint {hint.number} of {hint.total}\n\n{hint.text}" for hint in hints)
        note = f"{len(hints)}/{hints[0].total}" if hints else ""
        self._reading.write(Page.HINTS, text, note)
