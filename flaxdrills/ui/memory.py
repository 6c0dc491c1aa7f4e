"""Giving memory back: a screen that was left is some megabytes of widgets and of what they drew."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
from contextvars import Context
from typing import Any

from rich import cells
from textual._styles_cache import StylesCache
from textual.app import App
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

_LEFT_S = 0.3
"""How long after a screen was left its memory is given back: until then the next one is being drawn."""

REMEMBERING = (
    # This one of Textual's (8.2) holds the last 1024 widgets, whether they are still there or not.
    (StylesCache, "get_inner_outer"),
    (Region, "contains_region"),
    (Region, "grow"),
    (Region, "intersection"),
    (Region, "overlaps"),
    (Region, "shrink"),
    (Region, "union"),
    (Strip, "render_ansi"),
    (ANSIToTruecolor, "truecolor_style"),
    (cells, "cached_cell_len"),
)
"""What has a cache of all that was ever drawn: some megabytes after a lesson or two."""


def keep_what_is_here() -> None:
    """What there is now stays for ever: looking for garbage among it would be felt at every look."""
    gc.collect()
    gc.freeze()
    _hand_back()


def let_go_later(app: App[Any]) -> None:
    """Free the widgets of the screen that is being left, once the next one was drawn."""
    # What the app was told last, it keeps, and with it who told it. So this is told by nobody.
    asyncio.get_running_loop().call_later(_LEFT_S, app.call_later, let_go, context=Context())


def forget_drawn(screen: Screen[Any]) -> None:
    """Forget all that `screen` drew, for it is about to be left: there are two screens until the next one is drawn."""
    _forget_caches()
    for widget in screen.walk_children(with_self=True):
        drawn = getattr(widget, "_styles_cache", None)
        if isinstance(drawn, StylesCache):
            drawn.clear()


def let_go() -> None:
    """Free the widgets of screens that were left."""
    _forget_caches()
    gc.collect()
    _hand_back()


def _forget_caches() -> None:
    for owner, name in REMEMBERING:
        # A later Textual may have it no longer, or without a cache.
        clear = getattr(getattr(owner, name, None), "cache_clear", None)
        if clear is not None:
            clear()


def _hand_back() -> None:
    """Give to the system what the C library keeps for later; glibc's alone can be asked to."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
