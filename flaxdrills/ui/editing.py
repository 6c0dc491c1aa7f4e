"""Leaving the terminal to an editor for a while."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
from collections.abc import Iterator, Sequence
from types import FrameType

from textual.app import App, SuspendNotSupported


async def leave_terminal_to(app: App[None], argv: Sequence[str]) -> str:
    """Run `argv` in the app's place; returns what went wrong, or "".

    Meanwhile the loop goes on: what workers say is heard, and their time limits are not mistaken for ours.
    """
    try:
        # What the app would paint now would land in the middle of the editor.
        with app.suspend(), app.batch_update(), _interrupts_are_the_editors():
            return await asyncio.to_thread(_run, argv)
    except SuspendNotSupported:
        return "This terminal cannot be left to an editor. Open the file in an editor of your own: a save runs it."


def _run(argv: Sequence[str]) -> str:
    # Nothing may be raised in here: the app comes back only from a block that ends well.
    try:
        status = subprocess.call(argv)
    except (OSError, ValueError) as error:
        return f"{argv[0]} could not be started: {error}."
    return f"{argv[0]} ended with exit status {status}." if status else ""


@contextlib.contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl-C reaches every process at the terminal, and here it is not meant for us."""

    def pass_over(number: int, frame: FrameType | None) -> None:
        return

    # A handler of our own is set back to the default in the editor's process; "ignore" would be inherited.
    before = signal.signal(signal.SIGINT, pass_over)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
