"""Giving memory back: a screen that was left is some megabytes of widgets and of what they drew."""

from __future__ import annotations

import contextlib
import ctypes
import gc

from textual._styles_cache import StylesCache


def keep_what_is_here() -> None:
    """What there is now stays for ever: looking for garbage among it would be felt at every look."""
    gc.collect()
    gc.freeze()
    _hand_back()


def let_go() -> None:
    """Free the widgets of screens that were left."""
    # A cache of Textual's (8.2) that holds the last 1024 widgets, whether they are still there or not.
    clear = getattr(getattr(StylesCache, "get_inner_outer", None), "cache_clear", None)
    if clear is not None:
        clear()
    gc.collect()
    _hand_back()


def _hand_back() -> None:
    """Give to the system what the C library keeps for later; glibc's alone can be asked to."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
