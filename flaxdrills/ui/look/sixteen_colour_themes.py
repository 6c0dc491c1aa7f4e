"""The themes of the terminal's own sixteen colours, for terminals that have no more."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

_MARKED = "ansi_white"
"""The background of what is marked: `Inverse` makes inverse video of it."""
_COMMON: Mapping[str, str] = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "text-muted": "ansi_default",
    "text-disabled": "ansi_default",
    "foreground-muted": "ansi_default",
    "line": "ansi_default",
    "row": _MARKED,
    "block-cursor-background": _MARKED,
    "block-cursor-foreground": "ansi_default",
    "block-cursor-text-style": "bold",
    "input-cursor-background": _MARKED,
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "none",
    "input-selection-background": _MARKED,
    "input-selection-foreground": "ansi_default",
    "screen-selection-background": _MARKED,
    "screen-selection-foreground": "ansi_default",
    "border-blurred": "ansi_default",
    "scrollbar": "ansi_default",
    "scrollbar-hover": "ansi_default",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
}


def _theme(name: str, *, dark: bool, primary: str, accent: str, success: str, error: str, warning: str) -> Theme:
    default = "ansi_default"
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=primary,
        secondary=primary,
        accent=accent,
        success=success,
        error=error,
        warning=warning,
        foreground=default,
        background=default,
        surface=default,
        panel=default,
        boost=default,
        variables={**_COMMON, "border": primary, "scrollbar-active": primary, "footer-key-foreground": accent},
    )


# Blue and red are too dark on black, and green, cyan and yellow too bright on white.
ANSI_DARK = _theme(
    "ansi-dark",
    dark=True,
    primary="ansi_bright_cyan",
    accent="ansi_bright_yellow",
    success="ansi_bright_green",
    error="ansi_bright_red",
    warning="ansi_bright_yellow",
)
ANSI_LIGHT = _theme(
    "ansi-light",
    dark=False,
    primary="ansi_blue",
    accent="ansi_magenta",
    success="ansi_blue",
    error="ansi_red",
    warning="ansi_magenta",
)


def in_sixteen_colours(theme: Theme) -> Theme:
    """What stands in for `theme` where there are no more colours."""
    return theme if theme.ansi else ANSI_DARK if theme.dark else ANSI_LIGHT
