"""Keys that do more in a text of Python than to insert themselves."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from flaxdrills.ui.editor.brackets_and_indents import (
    Typed,
    deeper,
    shallower,
    surrounded,
    typed_backspace,
    typed_bracket,
    typed_enter,
)


class TypingKeys:
    """Brackets, indentation and new lines as they are typed in `area`."""

    def __init__(self, area: TextArea) -> None:
        self._area = area

    def take(self, event: Key) -> bool:
        """Do what the key does in Python; says whether that was something of its own."""
        area, key, character = self._area, event.key, event.character or ""
        if area.selection.is_empty:
            before, after = self._around()
            return self._put(typed_enter(before, after) if key == "enter" else typed_bracket(character, before, after))
        if key == "tab" and area.selection.start[0] != area.selection.end[0]:
            self._move_lines(deeper)
            return True
        text = surrounded(character, area.selected_text)
        if text is None:
            return False
        area.replace(text, *area.selection, maintain_selection_offset=False)
        return True

    def erase_left(self) -> bool:
        """Erase what belongs together before the cursor; says whether that is more than one character."""
        return self._area.selection.is_empty and self._put(typed_backspace(*self._around()))

    def outdent(self) -> None:
        """Move the lines of the selection, or that of the cursor, to the left."""
        self._move_lines(shallower)

    def _around(self) -> tuple[str, str]:
        """What stands before the cursor in its line, and behind it."""
        row, column = self._area.cursor_location
        line = self._area.document.get_line(row)
        return line[:column], line[column:]

    def _put(self, typed: Typed | None) -> bool:
        if typed is None:
            return False
        area = self._area
        row, column = area.cursor_location
        start, end = (row, column - typed.erased_before), (row, column + typed.erased_after)
        result = area.replace(typed.text + typed.after, start, end, maintain_selection_offset=False)
        if typed.after:
            row, column = result.end_location
            above = typed.after.count("\n")
            line = area.document.get_line(row - above) if above else ""
            area.move_cursor((row - above, len(line)) if above else (row, column - len(typed.after)))
        return True

    def _move_lines(self, move: Callable[[str], str]) -> None:
        """Move the lines of the selection, or that of the cursor; they stay selected."""
        area = self._area
        (first, _), (last, column) = sorted(area.selection)
        if last > first and column == 0:
            last -= 1
        lines = [area.document.get_line(row) for row in range(first, last + 1)]
        moved = [move(line) for line in lines]
        if moved == lines:
            return
        was_empty, (row, at) = area.selection.is_empty, area.cursor_location
        area.replace("\n".join(moved), (first, 0), (last, len(lines[-1])), maintain_selection_offset=False)
        if was_empty:
            area.move_cursor((row, max(0, at + len(moved[0]) - len(lines[0]))))
        else:
            area.selection = Selection((first, 0), (last, len(moved[-1])))
