"""A walk through every screen of the app, for what must hold on each of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

from textual.pilot import Pilot

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.events import Broke, Done, Event, Killed, Limit, Noted, Printed, Raised, StackFrame, Started
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from tests.ui.conftest import PASSING, Home, checked, settled, until
from tests.ui.screens.test_model_screen import DESCRIBED

MESSAGE = "The value is wrong.\ninput     x=[1. 2.]\nexpected  3\ngot       4"
LAYER = checked("A layer was built")
RUNS: dict[str, tuple[str, tuple[Event, ...]]] = {
    "failed": (
        "FAILED",
        (Started(), checked("small", MESSAGE), checked("wide"), LAYER, Printed("hello\n", False), Done(0.5)),
    ),
    "error": (
        "ERROR",
        (
            Started(),
            Raised(
                "TypeError", "got (3,)", (StackFrame(8, "sum_up", "raise TypeError"),), "small", "The shapes differ."
            ),
            Done(0.1),
        ),
    ),
    "timeout": ("TIMEOUT", (Started(), Killed(Limit.TIME, "More than 10 s."))),
    "broken": ("BROKEN PROBLEM", (Broke("The judge is gone."),)),
    "passed": ("PASSED", (Noted("`.value` is deprecated."), *PASSING, DESCRIBED)),
}
"""The headline of a run, and what its worker says."""


def practise(home: Home) -> None:
    """Have a past: the first problem failed and passed, the second failed."""
    workspace = SolutionFiles(home.folder / "solutions", home.folder / "history")
    for place, verdict, text in ((0, "failed", "x = 1\n"), (0, "passed", "x = 2\n"), (1, "failed", "x = 3\n")):
        problem = home.problems[place]
        workspace.keep(problem, text)
        home.journal.append(EntryKind.ATTEMPT, problem.id, verdict=verdict, sha256=sha256_of(text), seconds=0.25)
    home.session.progress.refresh()


async def tour(pilot: Pilot[None], home: Home) -> AsyncIterator[str]:
    """Go from screen to screen; the name of each, while it is shown. Begins at all problems."""
    await settled(pilot, lambda: isinstance(pilot.app.screen, BrowseScreen))
    yield "browse"
    for name, key, words in (("filter", "s", "sum-last"), ("filter none", "q", "No problem has")):
        await pilot.press("slash", key)
        await until(pilot, words)
        yield name
    await pilot.press("escape", "home", "enter")
    await until(pilot, "sum_up.py")
    for name, keys, words in (
        ("lesson", "l", "Why it matters"),
        ("task", "t", "Write sum_up(x)"),
        ("hints", "h", "Hint 1 of 3"),
        ("code", "2", "raise NotImplementedError"),
        ("report", "3", "Report"),
        ("solution", "s", "Solution"),
    ):
        await pilot.press(keys)
        await until(pilot, words)
        yield name
    async for name in _reports(pilot, home):
        yield name
    for name, opens, words in (
        ("help", "question_mark", "Edit your file"),
        ("palette", "ctrl+p", "Attempts: see"),
        ("confirm", "ctrl+r", "Begin again"),
        ("model", "m", "2 parts differ"),
        ("difference", "a", "from "),
        ("progress", "p", "Progress"),
    ):
        await pilot.press(opens)
        await until(pilot, words)
        yield name
        if name == "difference":
            await pilot.press("d")
            await until(pilot, "as it was judged")
            yield "history"
        if name == "progress":
            await pilot.press("enter")
            await until(pilot, "runs")
            yield "choose"
            await pilot.press("escape")
        await pilot.press("escape")
    await pilot.press("escape")


async def _reports(pilot: Pilot[None], home: Home) -> AsyncIterator[str]:
    for name, (headline, events) in RUNS.items():
        source = f'"""{name}"""\n\n\n@jit\ndef sum_up(x):\n    # {name}\n    y = x + 1.5\n    raise TypeError(x)\n'
        home.workers.script[source] = events
        home.file().write_text(source)
        await pilot.press("r")
        await until(pilot, headline)
        yield name
