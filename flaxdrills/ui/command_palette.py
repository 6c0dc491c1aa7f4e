"""What can be done now, and with which key: for the palette and the help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding, Binding
from textual.command import Hit, Hits, Provider
from textual.screen import Screen

from flaxdrills.problems.problem import Problem
from flaxdrills.ui.help_key_groups import KeyGroup, group_of, position_of
from flaxdrills.ui.messages import OpenProblem

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
