"""ctrl-z, as people know it from a shell."""

from __future__ import annotations

import os
import signal
from typing import Any

from textual.app import App

from flaxdrills.ui.terminal.robust_driver import driver_of


def suspend(app: App[Any]) -> None:
    """Stop, and give the terminal to the shell until `fg` comes back."""
    driver = driver_of(app)
    if driver is None or not driver.can_suspend:
        return
    if not _has_shell():
        app.notify("There is no shell here to go back to.", markup=False)
        return
    app.app_suspend_signal.publish(app)
    # All that the shell started as one: where only this process stopped, the shell would wait for the others.
    os.kill(0, signal.SIGTSTP)


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
