"""The colours of a theme, moved apart until what is written in them can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rich.color import ColorSystem
from textual.color import BLACK, WHITE, Color

TEXT = 4.5
"""The contrast that WCAG 2.1 asks of text (AA)."""
MARK = 3.0
"""And of lines and marks."""
ROW = 1.25
"""The contrast of the row under the cursor with the rows around it; its text is bold as well."""
_PLAIN = 5.5
"""The contrast of plain text, so that muted text, with less, can still be told from it."""
_ROOM = 8.5
"""The contrast of the row under the cursor with white or black: there must be room for several kinds of text."""
_STEPS = 40

_TEXTS = ("text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error")
_FOOTER_TEXTS = ("footer-key-foreground", "footer-foreground", "footer-description-foreground")


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours as WCAG defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(4096)
def in_256(color: Color) -> Color:
    """What is shown for `color` where there are 256.

    That is what most people see over SSH, which does not hand on that their terminal has more.
    """
    return Color.from_rich_color(color.rich_color.downgrade(ColorSystem.EIGHT_BIT))


def readable_colours(variables: Mapping[str, str], *, dark: bool, has_256: bool = False) -> dict[str, str]:
    """The `variables` of a theme with readable text, and `$line` and `$row` for lines and for the row under the cursor.

    Themes of the terminal's own colours stay as they are: what those look like is the terminal's business.
    """
    if variables["background"].startswith("ansi"):
        return dict(variables)
    given = {
        name: Color.parse(variables[name])
        for name in ("background", "surface", "primary", "foreground", "footer-background", *_TEXTS, *_FOOTER_TEXTS)
    }
    changed = _Colours(WHITE if dark else BLACK, has_256).of(given)
    return {**variables, **{name: color.hex for name, color in changed.items()}}


class _Colours:
    """Moves colours towards `away`, white or black, as far as it needs."""

    def __init__(self, away: Color, has_256: bool) -> None:
        self._away = away
        self._has_256 = has_256

    def of(self, given: Mapping[str, Color]) -> dict[str, Color]:
        background, surface, primary = given["background"], given["surface"], given["primary"]
        row = self._row(background, primary)
        backgrounds = (background, surface, row)
        plain = self._apart(given["foreground"], backgrounds, _PLAIN)
        muted = self._apart(background.blend(plain, 0.55), backgrounds)
        footer = given["footer-background"]
        if self._contrast(footer, self._away) < _ROOM:
            footer = surface
        return {
            **{name: self._apart(given[name], backgrounds) for name in _TEXTS},
            **{name: self._apart(given[name], (footer, row)) for name in _FOOTER_TEXTS},
            "foreground": plain,
            "text-muted": muted,
            "text-disabled": muted,
            "border": self._apart(primary, (background, surface), MARK),
            "line": self._apart(background.blend(plain, 0.3), (background, surface), MARK),
            "row": row,
            "block-cursor-background": row,
            "block-cursor-foreground": plain,
            "block-cursor-blurred-background": row,
            "block-cursor-blurred-foreground": plain,
            "footer-background": footer,
        }

    def _apart(self, colour: Color, backgrounds: Iterable[Color], least: float = TEXT) -> Color:
        """`colour`, as little nearer to `away` as makes it readable on each of `backgrounds`."""
        backgrounds = tuple(backgrounds)
        shades = (colour.blend(self._away, step / _STEPS, 1) for step in range(_STEPS + 1))
        readable = (shade for shade in shades if all(self._contrast(shade, one) >= least for one in backgrounds))
        return next(readable, self._away)

    def _row(self, background: Color, primary: Color) -> Color:
        """The background of the row under the cursor: a third of `primary`, or as much as is seen and leaves room."""
        shares = sorted((step / _STEPS for step in range(4, 32)), key=lambda share: abs(share - 0.35))
        rows = [background.blend(paint, share, 1) for paint in (primary, self._away) for share in shares]
        return max(rows, key=lambda row: min(1, self._room(row)) + min(1, self._contrast(row, background) / ROW))

    def _room(self, row: Color) -> float:
        return self._contrast(row, self._away) / _ROOM

    def _contrast(self, one: Color, other: Color) -> float:
        return contrast(in_256(one), in_256(other)) if self._has_256 else contrast(one, other)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
