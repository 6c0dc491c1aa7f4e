"""The app: it holds the session, opens the first screen, and knows what is true on every one."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import DescendantFocus, Resize
from textual.geometry import Size
from textual.screen import Screen

from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.system.settings import Settings
from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.command_palette import OpenProblem, grouped, screen_commands
from flaxdrills.ui.memory import forget_drawn
from flaxdrills.ui.messages import Find, Practise
from flaxdrills.ui.screens.browse_screen import SEE_PROGRESS, BrowseScreen
from flaxdrills.ui.screens.greeting_screen import Greeting, GreetingScreen
from flaxdrills.ui.screens.saved_position import PlacedScreen
from flaxdrills.ui.screens.too_small_screen import TooSmallScreen, is_too_small
from flaxdrills.ui.terminal.control_keys import TerminalKeys
from flaxdrills.ui.terminal.diffing_driver import DiffingDriver, SlowLineDriver
from flaxdrills.ui.terminal.robust_driver import RobustDriver

if TYPE_CHECKING:
    from flaxdrills.ui.screens.help_screen import HelpScreen
    from flaxdrills.ui.screens.practise.practise_screen import PractiseScreen

_KEPT_S = 2.0
"""How old the place may be that the next start opens, where the end comes without a warning."""


_DRAWN_S = 0.3
"""How long after the start the first screen is drawn."""


class FlaxdrillsApp(TerminalKeys):
    """flaxdrills at a terminal."""

    TITLE = "flaxdrills"

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = TerminalKeys.COMMANDS | {OpenProblem}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", id="help", tooltip="Say what the keys and signs mean"),
        Binding(
            "ctrl+p",
            "command_palette",
            "All",
            id="palette",
            tooltip="Search for anything that can be done",
            priority=True,
        ),
        Binding("space", "page_down", "Page down", id="page-down", show=False),
        Binding("j", "press('down')", "Down", id="vim.down", show=False),
        Binding("k", "press('up')", "Up", id="vim.up", show=False),
        Binding("ctrl+d", "press('pagedown')", "Page down", id="vim.page-down", show=False),
        Binding("ctrl+u", "press('pageup')", "Page up", id="vim.page-up", show=False),
        Binding("p", "progress", "Progress", id="progress", tooltip=SEE_PROGRESS, show=False),
        Binding("q", "quit", "Quit", id="quit", tooltip="Leave flaxdrills", show=False),
        Binding(
            "ctrl+l",
            "redraw",
            "Redraw",
            id="redraw",
            tooltip="Draw the screen anew if it is spoilt",
            show=False,
        ),
    ]

    def __init__(
        self,
        session: Session,
        settings: Settings,
        start: Problem | None = None,
        notices: Sequence[str] = (),
        greeting: Greeting | None = None,
        terminal: TerminalCapabilities = TerminalCapabilities(),  # noqa: B008
    ) -> None:
        self._settings = settings
        super().__init__(terminal, settings.theme)
        self._greeting = greeting
        self._session = session
        self._start = start
        self._notices = tuple(notices)
        # Every frame of an animation is sent over the network.
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual is not LinuxDriver:
            return usual
        return SlowLineDriver if self._settings.slow_line else DiffingDriver

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        self._keep_place()
        super().exit(result, return_code, message)

    def _keep_place(self) -> None:
        if not self.is_running:
            # It ends, the screens are being taken apart, and the place was kept before that.
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, PlacedScreen):
                screen.keep_place()
                break
        self._session.places.save()

    def leave(self, exit_status: int) -> None:
        """End as soon as may be; called from another thread."""
        loop, driver = self._loop, self._driver
        if isinstance(driver, RobustDriver):
            driver.let_go()
        if loop is not None:
            # A loop that is closed has nothing left to end.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self.exit, None, exit_status)

    def give_up(self) -> None:
        """Restore the terminal, and nothing else; called from another thread where leaving takes too long."""
        if isinstance(self._driver, RobustDriver):
            self._driver.restore_at_once()

    def get_default_screen(self) -> BrowseScreen:
        return BrowseScreen(self._session)

    def on_mount(self) -> None:
        for notice in self._notices:
            self._warn(notice)
        self.set_interval(_KEPT_S, self._keep_place)
        if self._start is not None:
            self._begin_with(self._practise_screen(self._start))
        elif self._greeting is not None:
            self._begin_with(GreetingScreen(self._greeting))
        self.set_timer(_DRAWN_S, _import_what_is_next)

    def _begin_with(self, screen: Screen[None]) -> None:
        # The first size may have come before; nothing is to lie on top of what it led to.
        if isinstance(self.screen, TooSmallScreen):
            self.pop_screen()
        self.push_screen(screen)
        self._fit(self.size)

    def on_resize(self, event: Resize) -> None:
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if is_too_small(size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())
        if isinstance(self.screen, TooSmallScreen):
            self.screen.terminal = size
            if not is_too_small(size):
                self.pop_screen()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        # A cursor that blinks would be drawn for ever, while nobody does anything.
        if hasattr(event.widget, "cursor_blink"):
            setattr(event.widget, "cursor_blink", False)  # noqa: B010 (mypy knows no such attribute of widgets)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # An app that ends has no screens, and may still be asked.
        top = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(top, TooSmallScreen):
            return action in ("quit", "interrupt", "suspend_process")
        return action != "progress" or isinstance(top, PlacedScreen)

    @property
    def problems(self) -> Iterable[Problem]:
        """Every problem that can be opened."""
        return self._session.catalogue

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield from screen_commands(self, screen)
        what = "Theme: change the colours until you quit; the setting `theme` is for longer"
        yield SystemCommand(what, "", self.action_change_theme)

    def action_help(self) -> None:
        below, page = self.screen, self._help_page()
        page.tell(below.title or "", grouped(self, below), below.sub_title or "")
        self.push_screen(page)

    def _help_page(self) -> HelpScreen:
        """The one that was used before, if it still has the colours of the theme."""
        from flaxdrills.ui.screens.help_screen import HelpScreen

        name = f"help in {self.theme}"
        if not self.is_screen_installed(name):
            self.install_screen(HelpScreen(), name)
        page = self.get_screen(name)
        assert isinstance(page, HelpScreen)
        return page

    def cancel_run(self) -> bool:
        placed = (screen for screen in reversed(self.screen_stack) if isinstance(screen, PlacedScreen))
        return any(screen.cancel_run() for screen in placed)

    def action_redraw(self) -> None:
        """Draw everything, also what should stand on the terminal already."""
        if isinstance(self._driver, DiffingDriver):
            self._driver.doubt()
        self.screen.refresh()

    def action_page_down(self) -> None:
        """Go a page further in what has the keys, if that can be scrolled."""
        if self.screen.focused is not None:
            self.screen.focused.action_page_down()

    def action_press(self, key: str) -> None:
        """Do what `key` does, for fingers that know another one."""
        self.simulate_key(key)

    def action_progress(self) -> None:
        from flaxdrills.ui.screens.progress_screen import ProgressScreen

        self.push_screen(ProgressScreen(self._session))

    def on_practise(self, request: Practise) -> None:
        # Not on top of another problem: what is saved to that one would still be run.
        forget_drawn(self.screen)
        self._back_to_browse()
        self.push_screen(self._practise_screen(request.problem))

    def on_find(self, request: Find) -> None:
        self._back_to_browse().look_for(request.words)

    def action_find(self) -> None:
        """Go back to all problems, and filter them."""
        self._back_to_browse().action_filter()

    def _practise_screen(self, problem: Problem) -> PractiseScreen:
        from flaxdrills.ui.screens.practise.practise_screen import PractiseScreen

        return PractiseScreen(self._session, problem, self._settings)

    def _back_to_browse(self) -> BrowseScreen:
        while not isinstance(self.screen, BrowseScreen):
            self.pop_screen()
        return self.screen

    def _warn(self, text: str) -> None:
        self.notify(text, severity="warning", timeout=10, markup=False)


def _import_what_is_next() -> None:
    """Import what a problem is made of: the first screen does without, and the key that opens one need not wait."""
    for name in ("flaxdrills.ui.screens.practise.practise_screen", "flaxdrills.ui.widgets.lesson_markdown"):
        importlib.import_module(name)
