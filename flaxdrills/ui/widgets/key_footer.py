"""The keys that matter now, in the last line of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

_BESIDE = ("help", "palette")
"""What stands at the right and is never cut off: all else can be reached from there, by mouse as well."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and in one word what it does."""

    id: str
    key: str
    shown: str
    word: str

    @property
    def width(self) -> int:
        """So many columns, with those between it and the next."""
        return len(self.shown) + len(self.word) + 4

    @property
    def content(self) -> Content:
        """How it looks."""
        return Content.assemble(
            (f" {self.shown} ", "bold $footer-key-foreground"),
            (f"{self.word}  ", "$footer-description-foreground"),
        )


class KeyFooter(Widget):
    """As many keys as there is room for, what matters most first; a click presses the key.

    It is one text and not a widget a key: the keys change with every verdict and every screen, and making a dozen
    widgets takes longer than drawing all the rest.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        text-wrap: nowrap;
        pointer: pointer;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()
        self._first_ids: tuple[str, ...] = ()
        self._columns: list[tuple[int, Key]] = []
        """From which column on a key stands."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._read_keys)
        self._read_keys(self.screen)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def put_first(self, *first_ids: str) -> None:
        """Have the keys with these ids stand first."""
        if first_ids != self._first_ids:
            self._first_ids = first_ids
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        keys = sorted(self._keys, key=lambda key: _rank(key.id, self._first_ids))
        right = [key for key in keys if key.id in _BESIDE]
        left = [key for key in keys if key.id not in _BESIDE]
        end = width - sum(key.width for key in right)
        self._columns, column = [], 0
        for key in left:
            # The two columns after the last one may be missing.
            if column + key.width - 2 <= end:
                self._columns.append((column, key))
                column += key.width
        gap = max(end - column, 0)
        end = column + gap
        for key in right:
            self._columns.append((end, key))
            end += key.width
        shown = [key.content for _, key in self._columns]
        shown.insert(len(shown) - len(right), Content(" " * gap))
        return Content("").join(shown)

    def on_click(self, event: events.Click) -> None:
        before = [key for column, key in self._columns if column <= event.x < column + key.width - 2]
        if before:
            self.app.simulate_key(before[-1].key)

    def _read_keys(self, screen: Screen[object]) -> None:
        keys = tuple(_keys(screen))
        if keys != self._keys:
            self._keys = keys
            self.refresh()


def _keys(screen: Screen[object]) -> Sequence[Key]:
    """What is to be shown of what can be done at `screen`; the same word, or action, once."""
    app = screen.app
    found: dict[str, Key] = {}
    actions: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.show and binding.description and binding.action not in actions:
            actions.add(binding.action)
            key = Key(binding.id or "", binding.key, app.get_key_display(binding), binding.description)
            found.setdefault(key.word, key)
    return tuple(found.values())


def _rank(key_id: str, first_ids: Sequence[str]) -> int:
    if key_id in _BESIDE:
        return len(first_ids) + 1 + _BESIDE.index(key_id)
    return first_ids.index(key_id) if key_id in first_ids else len(first_ids)
