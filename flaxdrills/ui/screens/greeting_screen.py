"""What someone sees who starts for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from flaxdrills.problems.problem import Problem, Track
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter

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


class GreetingScreen(SizedScreen[None]):
    """Says what this is, in one screen, and gets out of the way."""

    TITLE = "flaxdrills"

    DEFAULT_CSS = """
    GreetingScreen {
        VerticalScroll { align: center middle; padding: 1 2; scrollbar-size: 0 0; }
        #sheet { max-width: 84; height: auto; }
        Horizontal { height: auto; }
        Static { width: 1fr; }
        .name { margin-bottom: 1; color: $text-primary; text-style: bold; }
        .what { margin-bottom: 1; }
        .path { text-wrap: nowrap; text-overflow: fold; }
        .label { width: 13; color: $text-accent; text-style: bold; }
        &.-low { VerticalScroll { align: center top; padding: 0 1; } .name { margin: 0; } }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        # Where the keys of a problem are told, e may be tried.
        Binding("enter,e", "begin", "Begin", id="greeting.begin", tooltip="Begin with the first problem"),
        Binding("escape", "dismiss", "All problems", id="greeting.look", tooltip="Look at all problems first"),
        Binding("q", "app.quit", "Quit", id="quit", tooltip="Leave flaxdrills"),
    ]

    def __init__(self, greeting: Greeting) -> None:
        super().__init__()
        self._greeting = greeting

    def compose(self) -> ComposeResult:
        greeting = self._greeting
        with VerticalScroll(can_focus=False), Vertical(id="sheet"):
            yield Static("flaxdrills", classes="name")
            yield Static(_WHAT, classes="what")
            yield _row("enter", f"begin with “{greeting.first.title}”, the first of {greeting.track.title}")
            yield _row("e", "edit your solution there; every save runs it")
            yield _row("?", "what the keys and signs of a screen mean")
            yield Static()
            yield _row("Your files", greeting.folder, "path")
            yield _row("Your editor", greeting.editor)
        yield KeyFooter()

    def action_begin(self) -> None:
        self.post_message(OpenProblem(self._greeting.first))


def _row(name: str, text: str, classes: str = "") -> Horizontal:
    return Horizontal(Static(name, classes="label"), Static(text, markup=False, classes=classes))
