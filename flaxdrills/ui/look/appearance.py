"""How the app looks: readable, and with what the terminal has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar

from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.look.contrast import readable_colours
from flaxdrills.ui.look.line_filters import AsciiOnly, Inverse, PlainScrollBar
from flaxdrills.ui.look.sixteen_colour_themes import ANSI_DARK, ANSI_LIGHT, in_sixteen_colours

_THEME = "textual-dark"

ScrollBar.renderer = PlainScrollBar


# A dialogue lies on a screen that stays as it is: to dim all of it is to draw all of it, twice.
APP_CSS = """
ScrollableContainer, ScrollView {
    scrollbar-size: 0 1;
    scrollbar-color: $line;
    scrollbar-color-hover: $text-muted;
    scrollbar-color-active: $border;
    scrollbar-background: $foreground 0%;
    scrollbar-background-hover: $foreground 0%;
    scrollbar-background-active: $foreground 0%;
}
.pane {
    border-top: solid $line;
    border-title-color: $text-muted;
    &:focus, &.-on {
        border-top: heavy $border;
        border-title-color: $text-primary;
        border-title-style: bold;
    }
}
ModalScreen, CommandPalette { background: transparent; }
CommandPalette > .command-palette--help-text { color: $text-muted; text-style: not dim not bold; }
CommandPalette > Vertical { max-width: 90; margin-top: 1; background: $surface; }
CommandPalette #--input { border: round $border; }
CommandPalette #--input.--list-visible { border-bottom: none; }
CommandPalette CommandInput, CommandPalette CommandInput:focus { height: 1; border: none; padding: 0 2; }
CommandPalette CommandList {
    padding-top: 1;
    border: round $border;
    border-top: none;
    &:focus { border: round $border; border-top: none; }
    & > .option-list--option { text-style: none; }
}
CommandPalette SearchIcon { display: none; }
/* At the top, over what stands there all the time: below stands the report, which is being read. */
ToastRack { dock: top; align: right top; margin: 0; overflow-y: hidden; }
Toast { padding: 0 1; margin-top: 0; }
"""
"""What is styled alike on every screen."""


class Appearance:
    """What `app` looks like in the colours and signs that `terminal` can show, by the theme that is `wanted`."""

    def __init__(self, app: App[Any], terminal: TerminalCapabilities, wanted: str) -> None:
        self._app = app
        self._inverse = Inverse()
        self._always = [*([NoColor()] if app.no_color else []), *([AsciiOnly()] if terminal.is_ascii else [])]
        self.notices: tuple[str, ...] = ()
        """What the learner is to know of it."""
        is_unknown = wanted not in ("", *app.available_themes)
        for theme in (ANSI_DARK, ANSI_LIGHT):
            app.register_theme(theme)
        chosen = app.available_themes.get(wanted) or app.available_themes[_THEME]
        if terminal.has_few_colours or app.no_color:
            app.theme = in_sixteen_colours(chosen).name
            for name in [theme.name for theme in app.available_themes.values() if not theme.ansi]:
                app.unregister_theme(name)
        else:
            app.theme = chosen.name
        if is_unknown:
            self.notices = (f"There is no theme {wanted!r}. There are {', '.join(sorted(app.available_themes))}.",)

    def line_filters(self, usual: Sequence[LineFilter]) -> Sequence[LineFilter]:
        """What all that is drawn goes through, in place of what is `usual` with Textual."""
        # Textual would leave grey where no colour is asked for, and nothing says that grey can be read.
        filters = [one for one in usual if not isinstance(one, Monochrome | NoColor)]
        if self._app.current_theme.ansi:
            filters.append(self._inverse)
        return [*filters, *self._always]


def readable_variables(app: App[Any], variables: dict[str, str]) -> dict[str, str]:
    """The colours of the theme of `app`, changed so that all can be read."""
    return readable_colours(variables, dark=app.current_theme.dark, has_256=app.console.color_system == "256")
