"""An editor for Python. Imported only when it is opened, since the first screen does without."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from flaxdrills.ui.editor.brackets_and_indents import INDENT
from flaxdrills.ui.editor.typing_keys import TypingKeys
from flaxdrills.ui.look.python_highlighting import python_lines

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x09} | {0x7F: "\u2421"}
"""A sign for each character that a terminal would obey; what it does not obey is left to it."""
_CONTROLS |= dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
# What joins several signs to one, or colours one: no two terminals agree on how wide that is. It has no width.
_CONTROLS |= dict.fromkeys((0x200D, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)), "\u200b")


class CodeEditor(TextArea):
    """Python with its syntax coloured, brackets in pairs, and lines indented as they have to be."""

    DEFAULT_CSS = """
    CodeEditor, CodeEditor:focus {
        border: none;
        padding: 0 0 0 2;
        background: $background;
        & .text-area--gutter { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save and run", id="own.save", tooltip="Save your file, which runs it"),
        Binding("escape", "leave", "Done", id="own.leave", tooltip="Save what changed, and leave the editor"),
        Binding("ctrl+z", "undo", "Undo", id="own.undo", tooltip="Take the last change back", show=False),
        Binding("ctrl+y", "redo", "Redo", id="own.redo", tooltip="Make the change again", show=False),
        Binding("ctrl+a", "select_all", "Select all", id="own.all", tooltip="Select all of the text", show=False),
        Binding("shift+tab", "outdent", "Outdent", id="own.outdent", tooltip="Move lines to the left", show=False),
        Binding("ctrl+home", "go_to_edge(True)", "Top", id="own.top", tooltip="Go to the first line", show=False),
        Binding("ctrl+end", "go_to_edge(False)", "Bottom", id="own.end", tooltip="Go to the last line", show=False),
    ]

    class SaveAsked(Message):
        """The text is to be saved."""

    class LeaveAsked(Message):
        """The learner is done."""

    def __init__(self, text: str, id: str | None = None) -> None:
        super().__init__(
            text,
            id=id,
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            # Its style would hide the colours of the code.
            highlight_cursor_line=False,
        )
        self.indent_width = INDENT
        self._typing = TypingKeys(self)
        # Each blink is sent over the network.
        self.cursor_blink = False
        self._coloured: tuple[str, list[Content]] = ("", [])
        """A text, and its lines in colours."""
        self._marked: int | None = None

    def mark(self, line: int | None) -> None:
        """Underline `line` (from 1), until something is typed."""
        if line != self._marked:
            self._marked = line
            self.notify_style_update()
            self.refresh()

    def on_resize(self) -> None:
        # The report takes room when it comes.
        self.call_after_refresh(self.scroll_cursor_visible)

    def show_line(self, line: int) -> None:
        """Put the cursor on the text of `line` (from 1)."""
        row = max(0, min(line, self.document.line_count) - 1)
        text = self.document.get_line(row)
        self.move_cursor((row, len(text) - len(text.lstrip())), center=True)

    def change_text(self, text: str) -> None:
        """Have `text` here instead, with the cursor where it was; it can be undone."""
        cursor = self.cursor_location
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.move_cursor(cursor)

    def render_lines(self, crop: Region) -> list[Strip]:
        text = self.text
        if self._coloured[0] != text:
            # Whole, since a quotation mark changes every line below it.
            self._coloured = (text, python_lines(text))
        return super().render_lines(crop)

    def get_line(self, line_index: int) -> Text:
        lines = self._coloured[1]
        # There is no last line of Pygments' after a last line end.
        line = self._rich(lines[line_index]) if line_index < len(lines) else Text(end="", no_wrap=True)
        if self._marked == line_index + 1:
            line.stylize("bold underline")
        return line

    def on_text_area_changed(self) -> None:
        self._marked = None

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            # TextArea would go to the next widget.
            event.prevent_default()
            return
        if self._typing.take(event):
            event.prevent_default()
            event.stop()

    def action_delete_left(self) -> None:
        if not self._typing.erase_left():
            super().action_delete_left()

    def action_save(self) -> None:
        self.post_message(self.SaveAsked())

    def action_leave(self) -> None:
        self.post_message(self.LeaveAsked())

    def action_outdent(self) -> None:
        self._typing.outdent()

    def action_go_to_edge(self, first: bool) -> None:
        self.move_cursor((0, 0) if first else self.document.end)

    def _rich(self, line: Content) -> Text:
        text = Text(end="", no_wrap=True)
        for part, style in line.render(self.visual_style, end=""):
            text.append(part.translate(_CONTROLS), style.rich_style)
        return text
