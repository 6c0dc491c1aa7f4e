"""What someone sees who starts for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from flaxdrills.problem import Problem, Track
from flaxdrills.ui.requests import Practise
from flaxdrills.ui.widgets.key_line import KeyLine

_WHAT = (
    "You read a short lesson, write a solution in your own editor, and save. "
    "At once you see whether it is right and, if it is not, exactly why. "
    "What you solved comes back shortly before you would forget it."
)


@dataclass(frozen=True, slots=True)
class Greeting:
    """What there is to say to this learner on this machine."""

    first: Problem
    """Where to begin."""
    track: Track
    folder: str
    """Where the solution files will lie."""
    editor: str


class GreetingScreen(Screen[None]):
    """Says what this is, in one screen, and gets out of the way."""

    TITLE = "flaxdrills"

    DEFAULT_CSS = """
    GreetingScreen {
        VerticalScroll { padding: 1 2; scrollbar-size: 0 0; }
        Static { width: 100%; max-width: 84; margin-bottom: 1; }
        .name { color: $text-primary; text-style: bold; }
        &.-low { VerticalScroll { padding: 0 2; } Static { margin-bottom: 0; } .keys { margin-top: 1; } }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="greeting.begin", tooltip="Begin with the first problem"),
        Binding("escape", "dismiss", "All problems", id="greeting.look", tooltip="Look at all problems first"),
        Binding("q", "app.quit", "Quit", id="quit", tooltip="Leave flaxdrills"),
    ]

    def __init__(self, greeting: Greeting) -> None:
        super().__init__()
        self._greeting = greeting

    def compose(self) -> ComposeResult:
        greeting = self._greeting
        with VerticalScroll(can_focus=False):
            yield Static("flaxdrills", classes="name")
            yield Static(_WHAT)
            yield _rows(
                ("enter", f"begin with “{greeting.first.title}”, the first of {greeting.track.title}"),
                ("e", "edit your solution there; every save runs it"),
                ("?", "what the keys and signs mean, on every screen"),
                classes="keys",
            )
            yield _rows(("Your files", greeting.folder), ("Your editor", greeting.editor))
        yield KeyLine()

    def action_begin(self) -> None:
        self.post_message(Practise(self._greeting.first))


def _rows(*rows: tuple[str, str], classes: str = "") -> Static:
    lines = (Content.assemble((name.ljust(14), "bold $text-accent"), text) for name, text in rows)
    return Static(Content("\n").join(lines), markup=False, classes=classes)
