"""What the keys and signs of a screen mean, and where the files lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from flaxdrills.ui.help_key_groups import KeyGroup
from flaxdrills.ui.look.symbols import AWAITED, FAILS, HOLDS, MUTED, difficulty, legend
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter

_WIDE = 110


class HelpScreen(SizedScreen[None]):
    """The keys of the screen below, and the signs.

    It covers that screen, for one that is dimmed behind another is drawn twice at every step; and it is kept and
    filled again, for making its widgets takes as long as drawing them.
    """

    DEFAULT_CSS = """
    HelpScreen {
        VerticalScroll { height: 1fr; }
        Horizontal { height: auto; padding: 0 2; }
        Static { width: 1fr; height: auto; padding-right: 2; }
        &.-narrow Horizontal { layout: vertical; }
        &.-narrow .right { margin-top: 1; }
        /* A path that is broken at a hyphen cannot be copied. */
        .files { margin: 0 0 1 2; padding: 0; text-wrap: nowrap; text-overflow: fold; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "close", "Close", id="help.close"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._keys = Static(markup=False)
        self._rest = Static(markup=False, classes="right")
        self._files = Static(markup=False, classes="files")
        self._shown: object = None

    def compose(self) -> ComposeResult:
        # The first layout is the right one already.
        self.set_class(self.app.size.width >= _WIDE, "-wide").set_class(self.app.size.width < _WIDE, "-narrow")
        with VerticalScroll(classes="pane -on"):
            yield self._files
            with Horizontal():
                yield self._keys
                yield self._rest
        yield KeyFooter()

    def on_mount(self) -> None:
        self._entitle()

    def show_keys(self, title: str, groups: Sequence[KeyGroup], files: str) -> None:
        """Have it say what these keys do, and where `files` are."""
        if (title, groups, files) == self._shown:
            return
        self._shown = title, groups, files
        self.title = title
        width = max(len(key) for group in groups for key, _ in group.keys) + 2
        # What holds everywhere stands with the signs, which do so, too.
        *parts, everywhere = (_part(group, width) for group in groups)
        self._keys.update(Content("\n\n").join(parts))
        self._rest.update(Content("\n\n").join([everywhere, _MOVING, _signs()]))
        self._files.update(files)
        self._files.display = bool(files)
        if self.is_mounted:
            self._entitle()

    def _entitle(self) -> None:
        page = self.query_one(VerticalScroll)
        page.border_title = Content(f" {self.title} ")
        page.scroll_home(animate=False)

    def action_close(self) -> None:
        self.dismiss()


def _titled(title: str, text: Content) -> Content:
    return Content.assemble((f"{title}\n", "bold $text-primary"), text)


def _part(group: KeyGroup, width: int) -> Content:
    lines = (Content.assemble((key.ljust(width), "bold $text-accent"), what) for key, what in group.keys)
    return _titled(group.title, Content("\n").join(lines))


_MOVING = _titled(
    "Moving about",
    Content(
        "tab and shift+tab go from part to part; arrows, j and k, space, page up and page down, ctrl+d and ctrl+u, "
        "home and end move in it."
    ),
)


def _signs() -> Content:
    lines = [
        legend(),
        Content("   ").join(
            Content.assemble(sign, (f" {what}", MUTED))
            for sign, what in ((HOLDS, "a check holds"), (FAILS, "it does not"), (AWAITED, "not reached"))
        ),
        Content.assemble(
            difficulty(2),
            (" how hard, of five   ", MUTED),
            ("▶", "bold $text-error"),
            (" the line that went wrong", MUTED),
        ),
    ]
    return _titled("Signs", Content("\n").join(lines))
