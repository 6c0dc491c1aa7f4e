"""The way from screen to screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.system.settings import Settings
from flaxdrills.ui.command_palette import grouped
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.greeting_screen import Greeting, GreetingScreen
from flaxdrills.ui.screens.positioned_screen import PositionedScreen
from flaxdrills.ui.screens.too_small_screen import TooSmallScreen, is_too_small

if TYPE_CHECKING:
    from flaxdrills.ui.screens.help_screen import HelpScreen


class Navigation:
    """Opens the screens of `app`, and goes back from them."""

    def __init__(self, app: App[Any], session: Session, settings: Settings) -> None:
        self._app = app
        self._session = session
        self._settings = settings

    @property
    def positioned(self) -> list[PositionedScreen]:
        """The screens with a position to come back to, from the one on top down."""
        return [screen for screen in reversed(self._app.screen_stack) if isinstance(screen, PositionedScreen)]

    def begin(self, start: Problem | None, greeting: Greeting | None) -> None:
        """Open what is seen first: the problem `start`, else the greeting, else the list that is there already."""
        if start is not None:
            self._begin_with(self._practice_screen(start))
        elif greeting is not None:
            self._begin_with(GreetingScreen(greeting))

    def fit(self, size: Size) -> None:
        """Cover everything while a terminal of `size` is too small."""
        if is_too_small(size) and not isinstance(self._app.screen, TooSmallScreen):
            self._app.push_screen(TooSmallScreen())

    def open_problem(self, problem: Problem) -> None:
        """Open `problem` above the list, in place of what is there."""
        # Not on top of another problem: what is saved to that one would still be run.
        self.back_to_list()
        self._app.push_screen(self._practice_screen(problem))

    def open_progress(self) -> None:
        """Open what was done so far, and what comes back."""
        from flaxdrills.ui.screens.progress_screen import ProgressScreen

        self._app.push_screen(ProgressScreen(self._session))

    def open_why(self) -> None:
        """Open the page that explains an error of the learner's own program."""
        from flaxdrills.ui.screens.why_screen import WhyScreen

        self._app.push_screen(WhyScreen(self._session.catalogue))

    def open_help(self) -> None:
        """Open what the keys of the screen on top are for."""
        below, page = self._app.screen, self._help_screen()
        page.show_keys(below.title or "", grouped(self._app, below), below.sub_title or "")
        self._app.push_screen(page)

    def back_to_list(self) -> BrowseScreen:
        """Go back to the list of problems."""
        while not isinstance(self._app.screen, BrowseScreen):
            self._app.pop_screen()
        return self._app.screen

    def save_position(self) -> None:
        """Have on disk where the learner is."""
        if not self._app.is_running:
            # It ends, the screens are being taken apart, and the position was saved before that.
            return
        for screen in self.positioned[:1]:
            screen.note_position()
        self._session.positions.save()

    def _begin_with(self, screen: Screen[None]) -> None:
        # The first size may have come before; nothing is to lie on top of what it led to.
        if isinstance(self._app.screen, TooSmallScreen):
            self._app.pop_screen()
        self._app.push_screen(screen)
        self.fit(self._app.size)

    def _practice_screen(self, problem: Problem) -> Screen[None]:
        # The first screen does without.
        from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen

        return PracticeScreen(self._session, problem, self._settings)

    def _help_screen(self) -> HelpScreen:
        """The one that was used before, if it still has the colours of the theme."""
        from flaxdrills.ui.screens.help_screen import HelpScreen

        name = f"help in {self._app.theme}"
        if not self._app.is_screen_installed(name):
            self._app.install_screen(HelpScreen(), name)
        page = self._app.get_screen(name)
        assert isinstance(page, HelpScreen)
        return page
