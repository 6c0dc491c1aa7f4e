"""The palette: everything that a key does, under a name that can be searched for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen


def screen_commands(app: App[None], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The actions of `screen` that are possible now."""
    for binding in described_bindings(screen):
        if screen.check_action(*_parsed(binding.action)):
            yield SystemCommand(
                binding.tooltip,
                f"{binding.description} · key {app.get_key_display(binding)}",
                partial(app.run_action, binding.action, screen),
            )


def described_bindings(node: DOMNode) -> Iterator[Binding]:
    """The bindings of `node` that say what they do, each action once."""
    seen = set()
    for _, binding in node._bindings:
        if binding.tooltip and binding.action not in seen:
            seen.add(binding.action)
            yield binding


def _parsed(action: str) -> tuple[str, tuple[object, ...]]:
    from textual.actions import parse

    _, name, parameters = parse(action)
    return name, parameters
