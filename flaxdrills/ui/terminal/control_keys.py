"""ctrl-c, ctrl-z and the clipboard, as people know them from a terminal."""

from __future__ import annotations

import os
import signal
from typing import ClassVar

from textual import work
from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from flaxdrills.system.english import count
from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.terminal.clipboard import doubt_about
from flaxdrills.ui.terminal.type_ahead import TypeAhead

_QUIT = "Leave flaxdrills? What you did is recorded, and what you wrote is saved. Another ctrl-c leaves."


class TerminalKeys(TypeAhead):
    """An app that takes nobody's work away."""

    BINDINGS: ClassVar[list[BindingType]] = [
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

    _question: ConfirmDialog | None = None

    def __init__(self, terminal: TerminalCapabilities, wanted: str = "") -> None:
        super().__init__(terminal, wanted)
        self._doubts_told: set[str] = set()
        """Why a copy may not arrive: once is enough, for a notice lies on what it is about to be read."""

    def action_interrupt(self) -> None:
        """Copy, cancel, or ask; asked twice, leave."""
        focused = self.screen.focused
        if getattr(focused, "selected_text", "") or self.screen.get_selected_text():
            # Whoever has the selection copies it.
            raise SkipAction
        if self.screen is self._question:
            self.exit()
        elif not self.cancel_run():
            self._ask_to_leave()

    def cancel_run(self) -> bool:
        """Cancel what goes on; says whether there was anything."""
        return False

    def copy_to_clipboard(self, text: str) -> None:
        super().copy_to_clipboard(text)
        lines, doubt = count(len(text.splitlines()), "line"), doubt_about(text)
        if doubt and doubt in self._doubts_told:
            self.notify(f"Sent to the terminal: {lines}.", timeout=3, markup=False)
        elif doubt:
            self._doubts_told.add(doubt)
            self.notify(f"Sent to the terminal: {lines}. {doubt}", severity="warning", timeout=10, markup=False)
        else:
            self.notify(f"Copied: {lines}.", timeout=3, markup=False)

    def action_suspend_process(self) -> None:
        driver = self._driver
        if driver is None or not driver.can_suspend:
            return
        if not _has_shell():
            self.notify("There is no shell here to go back to.", markup=False)
            return
        self.app_suspend_signal.publish(self)
        # All that the shell started as one: where only this process stopped, the shell would wait for the others.
        os.kill(0, signal.SIGTSTP)

    @work(exclusive=True, group="leave")
    async def _ask_to_leave(self) -> None:
        self._question = ConfirmDialog("Leave", _QUIT)
        if await self.push_screen_wait(self._question):
            self.exit()
        self._question = None


def _has_shell() -> bool:
    """Whether someone is there to continue this process: a parent in the same session, but not in the same job."""
    # The first screen does without.
    import psutil

    try:
        parent = psutil.Process().parent()
        while parent is not None and os.getpgid(parent.pid) == os.getpgrp():
            parent = parent.parent()
        return parent is not None and os.getsid(parent.pid) == os.getsid(0)
    except (psutil.Error, OSError):
        return False
