"""What can be done now, and with which key: for the palette and the help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import ActiveBinding, Binding
from textual.command import CommandList, CommandPalette, Hit, Hits, Provider
from textual.events import Click, Mount
from textual.messages import Prune
from textual.screen import Screen

from flaxdrills.problems.problem import Problem
from flaxdrills.ui.help_key_groups import KeyGroup, group_of, position_of
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.quiet_option_list import ignore_late

_BESIDE = 14
"""Columns of the palette's frame, of the longest key, and of what is before it."""


def offered(screen: Screen[Any]) -> Iterator[ActiveBinding]:
    """The bindings of ours that are active at `screen`, each action once."""
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        # Textual's own have no id.
        if binding.id and binding.tooltip and binding.action not in seen:
            seen.add(binding.action)
            yield active


def grouped(app: App[None], screen: Screen[Any]) -> tuple[KeyGroup, ...]:
    """What can be done at `screen`, sorted by what it is for."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for active in sorted(offered(screen), key=lambda active: position_of(active.binding.id or "")):
        binding = active.binding
        rows = groups.setdefault(group_of(binding.id or ""), [])
        rows.append((app.get_key_display(binding), binding.tooltip))
    return tuple(KeyGroup(title, tuple(keys)) for title, keys in groups.items())


def screen_commands(app: App[None], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be done at `screen`, under names that can be searched for."""
    actives = [active for active in offered(screen) if active.binding.id != "palette"]
    width = max((len(_what(active.binding)) for active in actives), default=0)
    if width + _BESIDE > app.size.width:
        width = 0
    for active in actives:
        binding = active.binding
        # In the same line, so that twice as many are in sight.
        text = f"{_what(binding):<{width}}   {app.get_key_display(binding)}"
        yield SystemCommand(text, "", partial(app.run_action, binding.action, active.node))


def _what(binding: Binding) -> str:
    return f"{binding.description}: {binding.tooltip[0].lower()}{binding.tooltip[1:]}"


class _Commands(CommandList):
    def on_click(self, event: Click) -> None:
        ignore_late(event, self)


class Palette(CommandPalette, SizedScreen[None]):
    """All that can be done now, to be searched."""

    def compose(self) -> ComposeResult:
        for part in super().compose():
            yield _Commands() if isinstance(part, CommandList) else part

    def on_mount(self, event: Mount) -> None:
        # One that is left before it is open has no list to fill.
        if self not in self.app.screen_stack or not self.query(CommandList):
            event.prevent_default()

    async def on_prune(self, event: Prune) -> None:
        # Its list goes before its search does, which would show there what it finds.
        self.workers.cancel_node(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # A list that has no lines yet has no pages.
        return action != "command_list" or bool(self.query_one(CommandList).scrollable_content_region)


@runtime_checkable
class KnowsProblems(Protocol):
    """An app with problems to open."""

    @property
    def problems(self) -> Iterable[Problem]:
        """All of them, in order."""


class ProblemProvider(Provider):
    """Any problem by its title or id; none is listed before something is typed, since there are hundreds."""

    async def search(self, query: str) -> Hits:
        app, matcher = self.app, self.matcher(query)
        for problem in app.problems if isinstance(app, KnowsProblems) else ():
            text = f"Open: {problem.title}   {problem.id}"
            if (score := matcher.match(text)) > 0:
                go = partial(app.post_message, OpenProblem(problem))
                yield Hit(score, matcher.highlight(text), go, text=text)
