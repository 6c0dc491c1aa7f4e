"""Opening a file in the learner's editor: in the app's place, in a window of its own, or in a pane beside the app."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from textual.app import App, SuspendNotSupported

from flaxdrills.editors.choose_editor import Editor
from flaxdrills.editors.file_watch import file_stamp
from flaxdrills.editors.tmux import Tmux, pane_placement
from flaxdrills.system.sanitize import visible
from flaxdrills.system.signals import exit_in_words

_SAYS_WHY_S = 2.0
"""How long an editor that cannot open its window takes to say so."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it."""

    notice: str = ""
    """What the learner is to know."""
    is_fault: bool = False
    is_saved: bool = False
    is_watched: bool = False
    """Whether the editor is still at it, so that the next thing to happen is a save."""


async def edit_here(app: App[None], editor: Editor, file: Path, line: int | None) -> Edited:
    """Leave the terminal to the editor until it ends.

    Meanwhile the loop goes on: what workers say is heard, and their time limits are not mistaken for ours.
    """
    before, began = await asyncio.to_thread(file_stamp, file), time.monotonic()
    try:
        # What the app would paint now would land in the middle of the editor.
        with app.suspend(), app.batch_update(), _interrupts_are_the_editors():
            fault = await _run(editor.command(file, line))
    except SuspendNotSupported:
        why = "An editor cannot use this terminal. Open the file in an editor of your own: a save runs it."
        return Edited(why, is_fault=True, is_watched=True)
    is_saved = await asyncio.to_thread(file_stamp, file) != before
    if fault:
        return Edited(fault, is_fault=True, is_saved=is_saved, is_watched=not is_saved)
    if not editor.has_done(is_saved=is_saved, seconds=time.monotonic() - began):
        return Edited(f"{editor.name} returned at once. Your file is watched: a save runs it.", is_watched=True)
    return Edited(is_saved=is_saved)


async def edit_in_window(editor: Editor, file: Path, line: int | None) -> Edited:
    """Start an editor that leaves the terminal alone; it is not ended with the app."""
    argv = editor.command(file, line)
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
            )
        except (OSError, ValueError) as error:
            return Edited(f"{editor.name} could not be started: {error}.", is_fault=True, is_watched=True)
        end = time.monotonic() + _SAYS_WHY_S
        while process.poll() is None and time.monotonic() < end:
            await asyncio.sleep(0.02)
        if process.returncode:
            errors.seek(0)
            last = errors.read(1 << 16).decode(errors="replace").strip().splitlines()[-1:]
            why = f"{editor.name} ended ({exit_in_words(process.returncode)}){f': {visible(last[0])}' if last else '.'}"
            return Edited(why, is_fault=True, is_watched=True)
    # Somebody must hear of its end, whenever that is, and nobody may wait for it.
    threading.Thread(target=process.wait, daemon=True).start()
    return Edited(f"Your file is open in {editor.name}. A save runs it.", is_watched=True)


async def edit_beside(app: App[None], tmux: Tmux, argv: Sequence[str], file: Path, line: int | None) -> Edited:
    """Give the keys to the editor in a pane beside the app: at `line` if it is there already. Raises TmuxError."""
    placement = pane_placement(app.size.width, app.size.height)
    await asyncio.to_thread(tmux.open_beside, argv, file, line, placement)
    return Edited(is_watched=True)


async def _run(argv: Sequence[str]) -> str:
    # Nothing else may be raised in here: the app comes back only from a block that ends well.
    try:
        editor = subprocess.Popen(argv)
    except (OSError, ValueError) as error:
        return f"{argv[0]} could not be started: {error}."
    try:
        status = await asyncio.to_thread(editor.wait)
    except asyncio.CancelledError:
        # The app ends. Editors that are asked to end keep what was not saved.
        editor.terminate()
        raise
    return f"{argv[0]} ended: {exit_in_words(status)}." if status else ""


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
