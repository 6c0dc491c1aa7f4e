"""All problems, and where the learner stands with them."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static

from flaxdrills.session import Overview, Session, Standing
from flaxdrills.ui.marks import legend
from flaxdrills.ui.screens.practise import PractiseScreen
from flaxdrills.ui.widgets.problem_list import ProblemList


class BrowseScreen(Screen[None]):
    """The first screen: choose a problem."""

    TITLE = "All problems"

    DEFAULT_CSS = """
    BrowseScreen {
        Static { padding: 0 2; }
        #standing { height: 1; margin-bottom: 1; }
        #filter {
            display: none;
            height: 1;
            margin: 0 2 1 2;
            padding: 0;
            border: none;
            &.-open { display: block; }
        }
        #problems { height: 1fr; }
        #empty { height: 1fr; display: none; color: $text-muted; }
        &.-empty { #empty { display: block; } #problems { display: none; } }
        #about {
            height: auto;
            max-height: 5;
            border-top: solid $foreground 30%;
        }
        #fault { height: auto; max-height: 3; color: $text-warning; }
        &.-low #about { display: none; }
        &.-low #standing { margin-bottom: 0; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS = [
        Binding("enter", "open", "Open", id="open", tooltip="Practise the problem under the cursor"),
        Binding("slash", "filter", "Filter", id="filter", tooltip="Show only what has these words"),
        Binding("escape", "unfilter", "Show all", id="unfilter", tooltip="Show all problems again"),
        Binding("down", "move('cursor_down')", show=False, id="down"),
        Binding("up", "move('cursor_up')", show=False, id="up"),
    ]

    def __init__(self, session: Session, editor: str) -> None:
        super().__init__()
        self._session = session
        self._editor = editor
        self._overview = session.overview()

    def compose(self) -> ComposeResult:
        yield Static(id="standing")
        yield Input(placeholder="words of the title, the id, a concept or a state", id="filter", compact=True)
        yield ProblemList(id="problems")
        yield Static(id="empty", markup=False)
        yield Static(id="fault", markup=False)
        yield Static(id="about")
        yield Footer()

    def on_mount(self) -> None:
        self._show(self._overview.last_opened)
        self._list.focus()

    def on_screen_resume(self) -> None:
        self._session.refresh()
        self._overview = self._session.overview()
        self._show(self._overview.last_opened)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "unfilter":
            return self._filter.has_class("-open")
        return True

    @on(Input.Changed, "#filter")
    def filter_changed(self) -> None:
        self._show(self._chosen)

    @on(OptionList.OptionHighlighted)
    def describe(self) -> None:
        standing = self._standing(self._chosen)
        self.query_one("#about", Static).update(_about(standing) if standing else "")

    @on(Input.Submitted, "#filter")
    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        if standing := self._standing(self._chosen):
            self.app.push_screen(PractiseScreen(self._session, standing.problem, self._editor))

    def action_filter(self) -> None:
        self._filter.add_class("-open").focus()
        self.refresh_bindings()

    def action_unfilter(self) -> None:
        self._list.focus()
        self._filter.remove_class("-open")
        self._filter.value = ""
        self.refresh_bindings()

    def action_move(self, action: str) -> None:
        """Move the cursor in the list while the filter has the keys."""
        getattr(self._list, f"action_{action}")()
