"""How the app looks: readable, and with what the terminal has."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.binding import Binding
from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar

from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.light_lines import make_lines_light
from flaxdrills.ui.look.contrast import legible
from flaxdrills.ui.look.line_filters import AsciiOnly, Inverse, PlainScrollBar
from flaxdrills.ui.look.sixteen_colour_themes import ANSI_DARK, ANSI_LIGHT, in_sixteen_colours

_THEME = "textual-dark"

ScrollBar.renderer = PlainScrollBar
make_lines_light()


class Appearance(App[None]):
    """An app in the colours and signs that `terminal` can show, by the theme that is `wanted`."""

    # A dialogue lies on a screen that stays as it is: to dim all of it is to draw all of it, twice.
    CSS = """
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

    def __init__(self, terminal: TerminalCapabilities, wanted: str = "") -> None:
        super().__init__()
        self._inverse = Inverse()
        self._no_colour = [NoColor()] if self.no_color else []
        self._ascii_only = [AsciiOnly()] if terminal.is_ascii else []
        self._unknown_theme = wanted if wanted not in ("", *self.available_themes) else ""
        for theme in (ANSI_DARK, ANSI_LIGHT):
            self.register_theme(theme)
        chosen = self.available_themes.get(wanted) or self.available_themes[_THEME]
        if terminal.has_few_colours or self.no_color:
            self.theme = in_sixteen_colours(chosen).name
            for name in [theme.name for theme in self.available_themes.values() if not theme.ansi]:
                self.unregister_theme(name)
        else:
            self.theme = chosen.name

    def on_mount(self) -> None:
        if self._unknown_theme:
            themes = ", ".join(sorted(self.available_themes))
            text = f"There is no theme {self._unknown_theme!r}. There are {themes}."
            self.notify(text, severity="warning", timeout=10, markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Textual would leave grey where no colour is asked for, and nothing says that grey can be read.
        filters = [one for one in super().get_line_filters() if not isinstance(one, Monochrome | NoColor)]
        if self.current_theme.ansi:
            filters.append(self._inverse)
        return [*filters, *self._no_colour, *self._ascii_only]

    def get_css_variables(self) -> dict[str, str]:
        has_256 = self.console.color_system == "256"
        self.theme_variables = legible(super().get_css_variables(), dark=self.current_theme.dark, has_256=has_256)
        return self.theme_variables

    def get_key_display(self, binding: Binding) -> str:
        # As the texts say it; not every font has a sign for it.
        return super().get_key_display(binding).replace("⏎", "enter")
