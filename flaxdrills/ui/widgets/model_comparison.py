"""Two models as trees that go together: what is done in one is done in the other."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Static, Tree

from flaxdrills.judging.model_description import Model
from flaxdrills.judging.model_diff import ModelDiff, PartPath
from flaxdrills.ui.widgets.model_tree import ModelTree
from flaxdrills.ui.widgets.model_wording import EXTRA, MISSING, about, counted, legend


class ModelComparison(Container):
    """The learner's model and the reference's. Where there is room for one, it is that which has the keys."""

    DEFAULT_CSS = """
    ModelComparison {
        #trees { height: 1fr; }
        #yours { margin-right: 1; }
        #about { height: 4; padding: 0 1; border-top: solid $line; }
        #signs { height: 1; padding: 0 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab,o", "other", "Other side", id="model.other", tooltip="Go to the other model"),
        Binding("d", "differing(1)", "Next difference", id="model.next", tooltip="Go to the next part that differs"),
        Binding("D", "differing(-1)", "Back", id="model.last", tooltip="Go to the last part that differs", show=False),
    ]

    def __init__(self, yours: Model, reference: Model, diff: ModelDiff) -> None:
        super().__init__(id="model")
        self._yours = ModelTree(yours, diff.yours, EXTRA, "yours")
        self._yours.border_title = f" Yours: {counted(yours)} "
        self._reference = ModelTree(reference, diff.reference, MISSING, "reference")
        self._reference.border_title = f" Reference: {counted(reference)} "
        self._about = Static(markup=False, id="about")

    def compose(self) -> ComposeResult:
        with Horizontal(id="trees"):
            yield self._yours.add_class("pane")
            yield self._reference.add_class("pane")
        yield self._about
        yield Static(legend(), id="signs")

    def on_descendant_focus(self) -> None:
        self.set_class(self._reference.has_focus, "-on-reference")
        self._describe()

    @property
    def here(self) -> ModelTree:
        """The tree that has the keys, or had them last."""
        return self._reference if self.has_class("-on-reference") else self._yours

    @property
    def _there(self) -> ModelTree:
        return self._yours if self.here is self._reference else self._reference

    def action_other(self) -> None:
        """Go over to the other model, where the same part is under the cursor."""
        there = self._there
        self.set_class(there is self._reference, "-on-reference")
        # It may have been hidden, and what is hidden cannot have the keys.
        self.call_after_refresh(there.focus)

    def action_differing(self, step: int) -> None:
        """Go to the next part that differs; after the last one the first."""
        tree, here = self.here, self.here.path or ()
        paths = tree.differing
        if not paths:
            there = self._there.differing
            self.notify("What differs is on the other side: tab goes there." if there else "Nothing differs.")
            return
        ahead = [path for path in paths if (path > here if step > 0 else path < here)]
        tree.show_part((ahead or paths)[0 if step > 0 else -1])

    @on(Tree.NodeHighlighted)
    def follow(self, event: Tree.NodeHighlighted[PartPath]) -> None:
        """Have the other tree at the same part."""
        if event.node.tree is not self.here:
            return
        self._describe()
        if (other := self._counterpart(event.node.data)) is not None:
            self._there.show_part(other)

    @on(Tree.NodeExpanded)
    @on(Tree.NodeCollapsed)
    def open_other(self, event: Tree.NodeExpanded[PartPath] | Tree.NodeCollapsed[PartPath]) -> None:
        """Show in the other tree what is shown in this one."""
        other = self._counterpart(event.node.data)
        if event.node.tree is self.here and other is not None:
            self._there.open_part(other, is_open=event.node.is_expanded)

    def _counterpart(self, path: PartPath | None) -> PartPath | None:
        return self.here.comparison[path].other if path is not None else None

    def _describe(self) -> None:
        """Say all about the part under the cursor."""
        tree, path = self.here, self.here.path
        if path is None:
            self._about.update("")
            return
        other = self._counterpart(path)
        beside = self._there.parts[other] if other is not None else None
        is_yours = tree is self._yours
        self._about.update(
            about(tree.path_in_words, tree.parts[path], tree.comparison[path], beside, is_yours=is_yours)
        )
