"""An error of the learner's own program: pasted above, explained below."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key, Paste, Resize
from textual.widgets import Static, TextArea

from flaxdrills.known_errors.explanation import explanations_of, main_one
from flaxdrills.known_errors.explanation_text import lines_of
from flaxdrills.known_errors.traceback_text import without_colours
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter

_HOW = """Paste a traceback of a program of yours, or a line such as "TypeError: ...", into the field above. \
In a shell: python train.py 2>&1 | flaxdrills why"""
_NOTHING = "There is no error in this text yet: a traceback, or a line such as TypeError: ..."
_LONGEST_PASTE = 200_000
"""Characters, the last ones, that are kept of what is pasted: the error is at the end."""
_BESIDE = 4
"""Columns of a pane's frame and padding."""


class WhyScreen(SizedScreen[None]):
    """A field to paste into, and what is known of the error in it."""

    DEFAULT_CSS = """
    WhyScreen {
        #pasted {
            height: 35%;
            min-height: 5;
            &:focus-within { border-top: heavy $border; border-title-color: $text-primary; border-title-style: bold; }
        }
        TextArea, TextArea:focus { border: none; height: 1fr; padding: 0 1; background: $background; }
        VerticalScroll { height: 1fr; padding: 0 1; }
    }
    """

    AUTO_FOCUS = "TextArea"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back", id="why.back", tooltip="Go back"),
        Binding("tab", "app.focus_next", "Other part", id="why.part", tooltip="Go to the answer, or to the text"),
        Binding("ctrl+r", "clear", "Clear", id="why.clear", tooltip="Empty the field for another error"),
        Binding("ctrl+o", "practise", "Practise", id="why.practise", tooltip="Open the problem that teaches it"),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.title = "Why?"
        self._problems = {problem.id: problem for problem in catalogue}
        self._taught: Problem | None = None
        self._answer = Static(markup=False)

    def compose(self) -> ComposeResult:
        area = _PastedText(soft_wrap=False, tab_behavior="focus", highlight_cursor_line=False)
        area.cursor_blink = False
        with Vertical(id="pasted", classes="pane") as above:
            above.border_title = " An error of your own program "
            yield area
        with VerticalScroll(classes="pane") as below:
            below.border_title = " Why? "
            yield self._answer
        yield KeyFooter()

    def on_mount(self) -> None:
        self._explain()

    def on_text_area_changed(self) -> None:
        self._explain()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_resize(self, event: Resize) -> None:
        self._explain()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "practise" or self._taught is not None

    def action_clear(self) -> None:
        area = self.query_one(TextArea)
        area.clear()
        area.focus()

    def action_practise(self) -> None:
        if self._taught is not None:
            self.post_message(OpenProblem(self._taught))

    def _explain(self) -> None:
        text = self.query_one(TextArea).text
        explanations = explanations_of(text)
        self._taught = None
        if explanations:
            cause = main_one(explanations).cause
            self._taught = next(
                (self._problems[name] for name in (cause.problems if cause else ()) if name in self._problems), None
            )
            titles = {name: problem.title for name, problem in self._problems.items()}
            told = "\n".join(lines_of(explanations, titles, max(20, self.app.size.width - _BESIDE - 2)))
        else:
            told = _NOTHING if text.strip() else _HOW
        self._answer.update(Content(told))
        self.refresh_bindings()


class _PastedText(TextArea):
    """A field that shows what a terminal would obey as text."""

    def on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(visible(without_colours(event.text[-_LONGEST_PASTE:])))

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            # TextArea would go to the next widget, and the screen is left by it.
            event.prevent_default()
