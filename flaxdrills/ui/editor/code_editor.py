"""An editor for Python. Imported only when it is opened, since the first screen does without."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from flaxdrills.ui.editor.python_typing import (
    INDENT,
    Typed,
    deeper,
    shallower,
    surrounded,
    typed_backspace,
    typed_bracket,
    typed_enter,
)
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
        # Each blink is sent over the network.
        self.cursor_blink = False
        self._coloured: tuple[str, list[Text]] | None = None
        """The lines of a text, in the colours of the theme."""
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
        place = self.cursor_location
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.move_cursor(place)

    def get_line(self, line_index: int) -> Text:
        text = self.text
        if self._coloured is None or self._coloured[0] != text:
            # Whole, since a quotation mark changes every line below it.
            self._coloured = (text, list(map(self._rich, python_lines(text))))
        lines = self._coloured[1]
        # There is no last line of Pygments' after a last line end.
        line = lines[line_index].copy() if line_index < len(lines) else Text(end="", no_wrap=True)
        if self._marked == line_index + 1:
            line.stylize("bold underline")
        return line

    def notify_style_update(self) -> None:
        self._coloured = None
        super().notify_style_update()

    def on_text_area_changed(self) -> None:
        self._marked = None

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            # TextArea would go to the next widget.
            event.prevent_default()
            return
        if self._typed(event):
            event.prevent_default()
            event.stop()

    def action_delete_left(self) -> None:
        before, after = self._around()
        typed = typed_backspace(before, after) if self.selection.is_empty else None
        if typed is None:
            super().action_delete_left()
        else:
            self._put(typed)

    def action_save(self) -> None:
        self.post_message(self.SaveAsked())

    def action_leave(self) -> None:
        self.post_message(self.LeaveAsked())

    def action_outdent(self) -> None:
        self._move_lines(shallower)

    def action_go_to_edge(self, first: bool) -> None:
        self.move_cursor((0, 0) if first else self.document.end)

    def _rich(self, line: Content) -> Text:
        text = Text(end="", no_wrap=True)
        for part, style in line.render(self.visual_style, end=""):
            text.append(part.translate(_CONTROLS), style.rich_style)
        return text

    def _around(self) -> tuple[str, str]:
        """What stands before the cursor in its line, and behind it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return line[:column], line[column:]

    def _typed(self, event: Key) -> bool:
        """Do what the key does here; says whether that was something of its own."""
        key, character = event.key, event.character or ""
        if self.selection.is_empty:
            before, after = self._around()
            typed = typed_enter(before, after) if key == "enter" else typed_bracket(character, before, after)
            if typed is None:
                return False
            self._put(typed)
            return True
        if key == "tab" and self.selection.start[0] != self.selection.end[0]:
            self._move_lines(deeper)
            return True
        text = surrounded(character, self.selected_text)
        if text is None:
            return False
        self.replace(text, *self.selection, maintain_selection_offset=False)
        return True

    def _put(self, typed: Typed) -> None:
        row, column = self.cursor_location
        start, end = (row, column - typed.erased_before), (row, column + typed.erased_after)
        result = self.replace(typed.text + typed.after, start, end, maintain_selection_offset=False)
        if typed.after:
            row, column = result.end_location
            above = typed.after.count("\n")
            place = self.document.get_line(row - above) if above else ""
            self.move_cursor((row - above, len(place)) if above else (row, column - len(typed.after)))

    def _move_lines(self, move: Callable[[str], str]) -> None:
        """Move the lines of the selection, or that of the cursor; they stay selected."""
        (first, _), (last, column) = sorted(self.selection)
        if last > first and column == 0:
            last -= 1
        lines = [self.document.get_line(row) for row in range(first, last + 1)]
        moved = [move(line) for line in lines]
        if moved == lines:
            return
        was_empty, (row, at) = self.selection.is_empty, self.cursor_location
        self.replace("\n".join(moved), (first, 0), (last, len(lines[-1])), maintain_selection_offset=False)
        if was_empty:
            self.move_cursor((row, max(0, at + len(moved[0]) - len(lines[0]))))
        else:
            self.selection = Selection((first, 0), (last, len(moved[-1])))
