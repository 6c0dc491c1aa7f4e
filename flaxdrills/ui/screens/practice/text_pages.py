"""The texts of a problem on its screen: lesson, task, the hints that were taken, the solution that was asked for."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.screen import Screen

from flaxdrills.practice.hints import Hint
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_question import question_before_solution
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.unrecorded_notice import warn_if_unrecorded
from flaxdrills.ui.widgets.reading_pane import Page, ReadingPane


class TextPages:
    """Fills the pages of `reading`, and turns to what is asked for."""

    def __init__(self, screen: Screen[Any], session: Session, problem: Problem, reading: ReadingPane) -> None:
        self._screen = screen
        self._session = session
        self._problem = problem
        self._reading = reading

    def fill(self) -> None:
        """Write what may be read from the beginning."""
        try:
            lesson, task = read_file(self._problem, "lesson.md"), read_file(self._problem, "task.md")
            hints = self._session.hints(self._problem)
        except CatalogueError as error:
            self._reading.write(Page.LESSON, f"This problem cannot be read.\n\n```text\n{error}\n```")
        else:
            self._reading.write(Page.LESSON, lesson)
            self._reading.write(Page.TASK, task)
            self._write_hints(hints)

    async def turn_to(self, page: Page, *, at_last: bool = False) -> None:
        """Show `page`, at its last heading if that is wanted; it has the keys then."""
        await self._reading.show(page, at_last=at_last)
        self._reading.pane.focus()

    async def take_hint(self) -> None:
        """Show the next hint."""
        try:
            hints = await asyncio.to_thread(self._session.take_hint, self._problem)
        except CatalogueError as error:
            self._screen.notify(str(error), severity="error", timeout=10, markup=False)
            return
        warn_if_unrecorded(self._screen, self._session)
        self._write_hints(hints.taken)
        if hints.new is None:
            self._screen.notify("There are no more hints. s shows the solution.", markup=False)
        if hints.taken:
            await self.turn_to(Page.HINTS, at_last=True)

    async def show_solution(self) -> None:
        """Show the reference solution, and ask before where that matters."""
        if not self._reading.has(Page.SOLUTION):
            question = question_before_solution(self._session.standing(self._problem))
            if question and not await self._screen.app.push_screen_wait(ConfirmDialog("Solution", question)):
                return
            try:
                text = await asyncio.to_thread(self._session.solution, self._problem)
            except CatalogueError as error:
                self._screen.notify(str(error), severity="error", timeout=10, markup=False)
                return
            self._reading.write(Page.SOLUTION, f"~~~~~python\n{text.strip()}\n~~~~~")
            warn_if_unrecorded(self._screen, self._session)
        await self.turn_to(Page.SOLUTION)

    def _write_hints(self, hints: tuple[Hint, ...]) -> None:
        text = "\n\n".join(f"## Hint {hint.number} of {hint.total}\n\n{hint.text}" for hint in hints)
        note = f"{len(hints)}/{hints[0].total}" if hints else ""
        self._reading.write(Page.HINTS, text, note)
