"""The colours of every theme that is offered, by their contrast."""

from __future__ import annotations

import pytest
from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES, Theme

from flaxdrills.ui.look.contrast import MARK, ROW, TEXT, contrast, in_256, readable_colours
from flaxdrills.ui.look.sixteen_colour_themes import ANSI_DARK, ANSI_LIGHT, in_sixteen_colours

THEMES = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]
INKS = ("foreground", *(f"text-{name}" for name in ("muted", "primary", "accent", "success", "warning", "error")))
PAPERS = ("background", "surface", "row")
VGA = {
    "blue": "#0000aa",
    "red": "#aa0000",
    "magenta": "#aa00aa",
    "bright_red": "#ff5555",
    "bright_green": "#55ff55",
    "bright_yellow": "#ffff55",
    "bright_cyan": "#55ffff",
}
XTERM = {
    "blue": "#0000ee",
    "red": "#cd0000",
    "magenta": "#cd00cd",
    "bright_red": "#ff0000",
    "bright_green": "#00ff00",
    "bright_yellow": "#ffff00",
    "bright_cyan": "#00ffff",
}


def colours(theme: Theme, has_256: bool) -> dict[str, Color]:
    """The colours of `theme`, as they are seen."""
    given = {**theme.to_color_system().generate(), **theme.variables}
    variables = readable_colours(given, dark=theme.dark, has_256=has_256)
    found = {name: Color.parse(variables[name]) for name in (*INKS, *PAPERS, "line", "border")}
    return {name: in_256(color) for name, color in found.items()} if has_256 else found


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast(Color.parse("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("has_256", [False, True], ids=["all", "256"])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_everything_that_it_stands_on(theme: Theme, has_256: bool) -> None:
    found = colours(theme, has_256)
    for ink in INKS:
        for paper in PAPERS:
            assert contrast(found[ink], found[paper]) >= TEXT, (ink, paper)
    for line in ("line", "border"):
        assert contrast(found[line], found["background"]) >= MARK, line


@pytest.mark.parametrize("has_256", [False, True], ids=["all", "256"])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_row_under_the_cursor_is_seen(theme: Theme, has_256: bool) -> None:
    found = colours(theme, has_256)
    assert contrast(found["row"], found["background"]) >= ROW


@pytest.mark.parametrize("palette", [VGA, XTERM], ids=["vga", "xterm"])
@pytest.mark.parametrize(("theme", "paper"), [(ANSI_DARK, BLACK), (ANSI_LIGHT, WHITE)], ids=["dark", "light"])
def test_sixteen_colours_can_be_read_as_usual_terminals_show_them(
    theme: Theme, paper: Color, palette: dict[str, str]
) -> None:
    for name in (theme.primary, theme.accent, theme.success, theme.warning, theme.error):
        assert name is not None
        color = Color.parse(palette[name.removeprefix("ansi_")])
        assert contrast(color, paper) >= 4, name


def test_a_light_theme_stays_light_in_sixteen_colours() -> None:
    assert in_sixteen_colours(BUILTIN_THEMES["solarized-light"]) is ANSI_LIGHT
    assert in_sixteen_colours(BUILTIN_THEMES["nord"]) is ANSI_DARK
