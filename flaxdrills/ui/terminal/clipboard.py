"""Copying what is shown: by the terminal's own means (OSC 52), and by tmux's where it is around."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.screen import Screen

from flaxdrills.editors.tmux import TmuxError, surrounding_tmux


def copy_text(screen: Screen[Any], otherwise: str) -> None:
    """Copy what is selected at `screen`, or else `otherwise`."""
    text = screen.get_selected_text() or otherwise
    if text.strip():
        screen.app.copy_to_clipboard(text)
    else:
        screen.notify("There is nothing here to copy.", markup=False)


class CopyNotices:
    """Says on `app` that something was copied, or only sent and why it may not have arrived."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._given: set[str] = set()
        """The reasons that were given: once is enough, for a notice lies on what is about to be read."""

    def show(self, text: str) -> None:
        """Say that `text` was copied."""
        count, reason = len(text.splitlines()), why_not_copied(text)
        lines = f"{count} line{'' if count == 1 else 's'}"
        if reason and reason in self._given:
            self._app.notify(f"Sent to the terminal: {lines}.", timeout=3, markup=False)
        elif reason:
            self._given.add(reason)
            self._app.notify(f"Sent to the terminal: {lines}. {reason}", severity="warning", timeout=10, markup=False)
        else:
            self._app.notify(f"Copied: {lines}.", timeout=3, markup=False)


def why_not_copied(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """See to it that tmux has `text`, which was sent to the terminal; why it may be nowhere all the same, or ""."""
    tmux = surrounding_tmux(environ)
    if tmux is not None:
        try:
            tmux.copy(text)
        except TmuxError as error:
            return f"{error} In tmux, copying needs `set -g set-clipboard on`."
        return ""
    term = environ.get("TERM", "")
    if term == "linux":
        return "The Linux console has no clipboard."
    if term.startswith(("tmux", "screen")):
        return "It gets through tmux on your side with `set -g set-clipboard on` there; through screen it does not."
    return ""
