"""What the last run built or returned, beside what the reference does: as trees, as counts, as drawings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from flaxdrills.judging.events import Described, Traced
from flaxdrills.judging.model_diff import diff_models
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.model_comparison import ModelComparison
from flaxdrills.ui.widgets.model_wording import drawings, summary, table


class ModelScreen(SizedScreen[None]):
    """Up to three views of one run; in a narrow terminal one of the two models is seen at a time."""

    DEFAULT_CSS = """
    ModelScreen {
        #summary { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        ContentSwitcher { height: 1fr; }
        .view { padding: 0 1; }
        #layouts { height: auto; & > Static { width: 1fr; margin-right: 1; } }
        &.-narrow {
            #yours { margin-right: 0; }
            #reference { display: none; }
            .-on-reference #yours { display: none; }
            .-on-reference #reference { display: block; }
            #layouts { layout: vertical; & > Static { width: 100%; margin-bottom: 1; } }
        }
        &.-low #signs { display: none; }
        &.-low #about { height: 3; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    AUTO_FOCUS = "ModelTree"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "view('model')", "Model", id="model.model", tooltip="See the model as a tree"),
        Binding("2", "view('jaxpr')", "Jaxpr", id="model.jaxpr", tooltip="See what the jaxpr is made of"),
        Binding("3", "view('sharding')", "Sharding", id="model.sharding", tooltip="See how arrays lie on the devices"),
        Binding("escape,m", "app.pop_screen", "Back", id="model.back", tooltip="Go back"),
    ]

    def __init__(self, title: str, described: Described, traced: Traced | None) -> None:
        super().__init__()
        self.title = title
        self._described = described
        self._traced = traced
        self._view = "model"

    def compose(self) -> ComposeResult:
        yours, reference = self._described.yours, self._described.reference
        pairing = diff_models(yours, reference)
        text = summary(self._described, self._traced, pairing)
        yield Static(Content.assemble((f"{self.title}   ", "bold"), text), id="summary")
        with ContentSwitcher(initial="model"):
            yield ModelComparison(yours, reference, pairing)
            if self._traced is not None:
                with VerticalScroll(id="jaxpr", classes="pane view") as view:
                    view.border_title = " What the jaxpr is made of "
                    yield Static(table(self._traced))
            if yours.layouts or reference.layouts:
                with VerticalScroll(id="sharding", classes="pane view") as view:
                    view.border_title = " How arrays lie on the devices "
                    with Horizontal(id="layouts"):
                        yield Static(drawings("Yours", yours))
                        yield Static(drawings("Reference", reference))
        yield KeyFooter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Before it is composed nothing can be looked at.
        return action != "view" or (parameters[0] != self._view and bool(self.query(f"#{parameters[0]}")))

    def action_view(self, view: str) -> None:
        self._view = view
        self.query_one(ContentSwitcher).current = view
        shown = self.query_one(f"#{view}")
        self.call_after_refresh((shown.here if isinstance(shown, ModelComparison) else shown).focus)
        self.refresh_bindings()
