"""One model as a tree, each part with a sign of how it is to the part that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from flaxdrills.judging.model_description import Model, ModelPart
from flaxdrills.judging.model_diff import PartComparison, PartMatch, PartPath
from flaxdrills.ui.widgets.model_wording import SIGNS, in_short

_SMALL = 60
"""In a model of so many parts all are opened at first; in a larger one those in which something differs."""


class ModelTree(Tree[PartPath]):
    """A line a part. What differs has a sign, in colour where there is any."""

    DEFAULT_CSS = """
    ModelTree {
        width: 1fr;
        height: 1fr;
        padding: 0 1;
        background: transparent;
        & > .tree--guides, & > .tree--guides-hover, & > .tree--guides-selected { color: $line !important; }
        & > .model--differs { color: $text-warning; text-style: bold; }
        & > .model--muted { color: $text-muted; }
        & > .tree--cursor { color: $foreground; background: $foreground 10%; text-style: none; }
        &:ansi:blur > .tree--cursor, &:ansi:nocolor:blur > .tree--cursor {
            background: transparent;
            text-style: underline;
        }
        &:focus {
            background-tint: $foreground 0%;
            & > .tree--cursor { color: $foreground; background: $row; text-style: bold; }
        }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"model--differs", "model--muted"}

    def __init__(self, model: Model, comparison: Mapping[PartPath, PartComparison], alone: str, id: str) -> None:
        super().__init__("", id=id)
        self.comparison = comparison
        """Of each part."""
        self.parts: dict[PartPath, ModelPart] = {}
        self._alone = alone
        """The sign of what the other model does not have."""
        self._by_path: dict[PartPath, TreeNode[PartPath]] = {}
        self._model = model

    def on_mount(self) -> None:
        # A label has colours only now.
        self.show_root = False
        self.guide_depth = 2
        self._add(self.root, self._model.parts, ())
        self.root.expand()
        self.cursor_line = 0

    def _add(self, node: TreeNode[PartPath], parts: tuple[ModelPart, ...], path: PartPath) -> None:
        for number, part in enumerate(parts):
            here = (*path, number)
            is_open = len(self.comparison) <= _SMALL or not path or self.comparison[here].match is PartMatch.INSIDE
            inner = node.add(part.name, here, expand=is_open, allow_expand=bool(part.parts or part.left_out))
            self.parts[here] = part
            self._by_path[here] = inner
            self._add(inner, part.parts, here)
            if part.left_out:
                inner.add_leaf(f"and {part.left_out:,} more")

    @property
    def path(self) -> PartPath | None:
        """The part under the cursor."""
        return self.cursor_node.data if self.cursor_node is not None else None

    @property
    def path_in_words(self) -> str:
        """Where the part under the cursor is, in words."""
        path = self.path or ()
        return " / ".join(self.parts[path[:length]].name for length in range(1, len(path) + 1))

    @property
    def differing(self) -> list[PartPath]:
        """The parts that differ, or that the other model does not have, from top to bottom."""
        return [path for path in self.parts if self.comparison[path].match in (PartMatch.DIFFERS, PartMatch.UNMATCHED)]

    def show_part(self, path: PartPath) -> None:
        """Have the cursor at the part at `path`; what is around it is opened."""
        node = self._by_path[path]
        above = node.parent
        while above is not None:
            above.expand()
            above = above.parent
        # Asking for the lines has them made: a part has a number among them only then.
        if node is not self.cursor_node and self.last_line >= 0:
            self.move_cursor(node)

    def open_part(self, path: PartPath, *, is_open: bool) -> None:
        """Show what is in the part at `path`, or hide it."""
        node = self._by_path[path]
        if node.is_expanded is not is_open:
            node.toggle()

    @property
    def _muted(self) -> Style:
        """A colour that lies between those of text and background, which a label has to be given blended."""
        background, _ = self.background_colors
        return Style(color=(background + self.get_component_styles("model--muted").color).rich_color)

    def render_label(self, node: TreeNode[PartPath], base_style: Style, style: Style) -> Text:
        """The sign, the name, and what it is."""
        # Under the cursor there is another background, on which neither colour can be read.
        is_here = node is self.cursor_node
        muted = style if is_here else style + self._muted
        warning = style if is_here else style + self.get_component_rich_style("model--differs", partial=True)
        if node.data is None:
            return Text(str(node.label), muted)
        part, mark = self.parts[node.data], self.comparison[node.data].match
        sign = self._alone if mark is PartMatch.UNMATCHED else SIGNS[mark]
        label = Text.assemble((f"{sign} ", warning), (part.name, style if sign in " :~" else warning))
        label.append(f"  {in_short(part)}", muted)
        if node.allow_expand and not node.is_expanded:
            label.append(" [...]", muted)
        return label
