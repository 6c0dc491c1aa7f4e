"""Copying what is shown, by the terminal's own means (OSC 52)."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def copy_text(screen: Screen[Any], otherwise: str) -> None:
    """Copy what is selected at `screen`, or else `otherwise`."""
    text = screen.get_selected_text() or otherwise
    if text.strip():
        screen.app.copy_to_clipboard(text)
    else:
        screen.notify("There is nothing here to copy.", markup=False)
