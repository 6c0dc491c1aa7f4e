"""The app: it holds the session, opens the first screen, and knows what is true on every one."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from rich.console import RenderableType
from textual.actions import SkipAction
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import DescendantFocus, Event, InputEvent, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import ThemeProvider

from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.system.settings import Settings
from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.command_palette import Palette, ProblemProvider, screen_commands
from flaxdrills.ui.look.appearance import APP_CSS, Appearance, readable_variables
from flaxdrills.ui.messages import FindProblems, OpenProblem
from flaxdrills.ui.navigation import Navigation
from flaxdrills.ui.screens.browse_screen import SEE_PROGRESS, BrowseScreen
from flaxdrills.ui.screens.greeting_screen import Greeting
from flaxdrills.ui.screens.leave_question import LeaveQuestion
from flaxdrills.ui.screens.positioned_screen import PositionedScreen
from flaxdrills.ui.screens.too_small_screen import TooSmallScreen
from flaxdrills.ui.terminal.clipboard import CopyNotices
from flaxdrills.ui.terminal.diffing_driver import DiffingDriver, SlowLineDriver
from flaxdrills.ui.terminal.job_control import suspend
from flaxdrills.ui.terminal.robust_driver import driver_of
from flaxdrills.ui.terminal.type_ahead import TypeAhead

_SAVED_S = 2.0
"""How long after a key the learner's position is saved: the end may come without a warning."""

_DRAWN_S = 0.3
"""How long after the start the first screen is drawn."""


class FlaxdrillsApp(App[None]):
    """flaxdrills at a terminal."""

    TITLE = "flaxdrills"

    CSS = APP_CSS

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {ProblemProvider}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", id="help", tooltip="Say what the keys and signs mean"),
        Binding(
            "ctrl+p",
            "command_palette",
            "All",
            id="palette",
            tooltip="Search for anything that you can do",
            priority=True,
        ),
        Binding("space", "simulate_key('pagedown')", "Page down", id="page-down", show=False),
        Binding("j", "simulate_key('down')", "Down", id="vim.down", show=False),
        Binding("k", "simulate_key('up')", "Up", id="vim.up", show=False),
        Binding("ctrl+d", "simulate_key('pagedown')", "Page down", id="vim.page-down", show=False),
        Binding("ctrl+u", "simulate_key('pageup')", "Page up", id="vim.page-up", show=False),
        Binding("p", "progress", "Progress", id="progress", tooltip=SEE_PROGRESS, show=False),
        Binding("q", "quit", "Quit", id="quit", tooltip="Leave flaxdrills", show=False),
        Binding(
            "ctrl+l",
            "redraw",
            "Redraw",
            id="redraw",
            tooltip="Draw the screen again if it looks broken",
            show=False,
        ),
        Binding(
            "ctrl+c",
            "interrupt",
            "Interrupt",
            id="interrupt",
            tooltip="Cancel what runs, or ask whether to leave",
            show=False,
            priority=True,
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "Suspend",
            id="suspend",
            tooltip="Go to the shell for a while; `fg` comes back",
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
        super().__init__()
        self._appearance = Appearance(self, terminal, settings.theme)
        self._navigation = Navigation(self, session, settings)
        self._type_ahead = TypeAhead(self)
        self._copy_notices = CopyNotices(self)
        self._session = session
        self._start = start
        self._greeting = greeting
        self._notices = (*notices, *self._appearance.notices)
        self._running_loop: asyncio.AbstractEventLoop | None = None
        self._will_save = False
        """Whether the learner's position is about to be saved."""
        # Every frame of an animation is sent over the network.
        self.animation_level = "none"

    @property
    def problems(self) -> Iterable[Problem]:
        """Every problem that can be opened."""
        return self._session.catalogue

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual is not LinuxDriver:
            return usual
        return SlowLineDriver if self._settings.slow_line else DiffingDriver

    def get_default_screen(self) -> BrowseScreen:
        return BrowseScreen(self._session)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return self._appearance.line_filters(super().get_line_filters())

    def get_css_variables(self) -> dict[str, str]:
        self.theme_variables = readable_variables(self, super().get_css_variables())
        return self.theme_variables

    def get_key_display(self, binding: Binding) -> str:
        # As the texts say it; not every font has a sign for it.
        return super().get_key_display(binding).replace("⏎", "enter")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield from screen_commands(self, screen)
        yield SystemCommand("Why: explain an error of your own program, pasted", "", self._navigation.open_why)
        what = "Theme: change the colours until you quit; the setting `theme` keeps them"
        yield SystemCommand(what, "", self.action_change_theme)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # An app that ends has no screens, and may still be asked.
        top = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(top, TooSmallScreen):
            return action in ("quit", "interrupt", "suspend_process")
        return action != "progress" or isinstance(top, PositionedScreen)

    def on_load(self) -> None:
        self._running_loop = asyncio.get_running_loop()

    def on_mount(self) -> None:
        for notice in self._notices:
            self.notify(notice, severity="warning", timeout=10, markup=False)
        self._navigation.begin(self._start, self._greeting)
        self.set_timer(_DRAWN_S, _import_what_is_next)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent) and not self._will_save:
            self._will_save = True
            self.set_timer(_SAVED_S, self._save_position)
        await self._type_ahead.take(event, super().on_event)

    def on_resize(self, event: Resize) -> None:
        self._navigation.fit(event.size)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        # A cursor that blinks would be drawn for ever, while nobody does anything.
        if hasattr(event.widget, "cursor_blink"):
            setattr(event.widget, "cursor_blink", False)  # noqa: B010 (mypy knows no such attribute of widgets)

    def on_open_problem(self, request: OpenProblem) -> None:
        self._navigation.open_problem(request.problem)

    def on_find_problems(self, request: FindProblems) -> None:
        self._navigation.back_to_list().filter_by(request.words)

    def action_find(self) -> None:
        """Go back to all problems, and filter them."""
        self._navigation.back_to_list().action_filter()

    def action_help(self) -> None:
        self._navigation.open_help()

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            # Without an id: one that is being left, or lies below a question, has it still.
            self.push_screen(Palette())

    def search_themes(self) -> None:
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_progress(self) -> None:
        self._navigation.open_progress()

    def action_redraw(self) -> None:
        """Draw everything, also what should stand on the terminal already."""
        driver = driver_of(self)
        if isinstance(driver, DiffingDriver):
            driver.forget_screen()
        self.screen.refresh()

    def action_suspend_process(self) -> None:
        suspend(self)

    def action_interrupt(self) -> None:
        """Copy, cancel, or ask; asked twice, leave."""
        if getattr(self.screen.focused, "selected_text", "") or self.screen.get_selected_text():
            # Whoever has the selection copies it.
            raise SkipAction
        if isinstance(self.screen, LeaveQuestion):
            self.exit()
        elif not any(screen.cancel_run() for screen in self._navigation.positioned):
            self.push_screen(LeaveQuestion(), lambda leaves: self.exit() if leaves else None)

    def copy_to_clipboard(self, text: str) -> None:
        super().copy_to_clipboard(text)
        self._copy_notices.show(text)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        self._type_ahead.end()
        self._navigation.save_position()
        super().exit(result, return_code, message)

    def leave(self, exit_status: int) -> None:
        """End as soon as may be; called from another thread."""
        driver = driver_of(self)
        if driver is not None:
            driver.stop_reading()
        if self._running_loop is not None:
            # A loop that is closed has nothing left to end.
            with contextlib.suppress(RuntimeError):
                self._running_loop.call_soon_threadsafe(self.exit, None, exit_status)

    def give_up(self) -> None:
        """Restore the terminal, and nothing else; called from another thread where leaving takes too long."""
        driver = driver_of(self)
        if driver is not None:
            driver.restore_at_once()

    def _save_position(self) -> None:
        self._will_save = False
        self._navigation.save_position()


def _import_what_is_next() -> None:
    """Import what a problem is made of: the first screen does without, and the key that opens one need not wait."""
    for name in ("flaxdrills.ui.screens.practice.practice_screen", "flaxdrills.ui.widgets.lesson_markdown"):
        importlib.import_module(name)
