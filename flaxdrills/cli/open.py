"""Opening the app: at a problem, or where the learner left off."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import UNRECORDED, CliError, say_unrecorded
from flaxdrills.editors.choose_editor import EditorError, NoEditorError, choose_editor
from flaxdrills.practice.next_problem import next_problem
from flaxdrills.problems.problem import Problem
from flaxdrills.system.signals import HangupWatcher
from flaxdrills.system.ssh import is_remote

if TYPE_CHECKING:
    from flaxdrills.practice.session import Session
    from flaxdrills.ui.screens.greeting_screen import Greeting


_SETTLED_S = 2.0
"""How long after the start all is imported that most screens need."""


_FPS, _SLOW_FPS = 120, 15
"""How often at most the screen is drawn, here and over a slow line, in frames a second. What a key leads to is
often drawn in two, and the second waits for its turn."""


@click.command("open")
@PROBLEM_ID
def open_(problem_id: str) -> None:
    """Open the app at a problem."""
    setup = set_up()
    run_app(setup, setup.problem(problem_id))


def run_app(setup: CommandSetup, start: Problem | None) -> None:
    """Open the app, at `start` or where the learner left off."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in ("dumb", "unknown"):
        raise CliError("The app needs a terminal. `flaxdrills list`, `show` and `check` work without one.")
    settings = setup.settings
    if settings.slow_line is None:
        settings = replace(settings, slow_line=is_remote(os.environ))
    # Textual reads it once, when it is imported. What is drawn first is drawn at once all the same.
    os.environ.setdefault("TEXTUAL_FPS", str(_SLOW_FPS if settings.slow_line else _FPS))

    async def run() -> int:
        async with setup.workers() as workers:
            session = setup.session(workers)
            first = start or _left_off(session)
            if first is not None:
                # A worker imports jax for a second. It begins now, and Textual is imported at the same time.
                workers.prepare(first)
            from flaxdrills.ui.app import FlaxdrillsApp

            notices = (*setup.notices, *filter(None, [workers.cache_fault()]))
            greeting = None if start else greeting_for(setup, session)
            app = FlaxdrillsApp(session, settings, first, notices, greeting, setup.terminal)
            hang_up = HangupWatcher(sys.stdin.fileno(), app.leave, app.give_up)
            hang_up.watch()
            asyncio.get_running_loop().call_later(_SETTLED_S, _freeze)
            try:
                await app.run_async()
            finally:
                is_lost = say_unrecorded(session)
        if hang_up.exit_status is not None:
            # The interpreter's own end would wait for threads, and for a terminal that may be gone.
            os._exit(hang_up.exit_status)
        return app.return_code or (UNRECORDED if is_lost else 0)

    sys.exit(asyncio.run(run()))


def greeting_for(setup: CommandSetup, session: Session) -> Greeting | None:
    """What to say at the very first start, which is one that finds nothing recorded."""
    from flaxdrills.ui.screens.greeting_screen import Greeting

    overview = session.overview()
    first = next_problem(overview)
    if overview.progress.problems or first is None:
        return None
    track = next(track for track, _ in overview.tracks if track.id == first.track)
    folder, home = str(setup.paths.solutions), os.path.expanduser("~")
    if folder.startswith(home + os.sep):
        folder = f"~{folder.removeprefix(home)}"
    return Greeting(first, track, folder, editor_in_words(setup))


def editor_in_words(setup: CommandSetup) -> str:
    """Which editor `e` opens, and how to have another."""
    try:
        name = choose_editor(setup.settings.editor, os.environ).name
    except NoEditorError:
        return "the one in the app; set EDITOR to have your own"
    except EditorError as error:
        return str(error)
    return name if setup.settings.editor or os.environ.get("VISUAL") else f"{name}; set EDITOR to have another"


def _left_off(session: Session) -> Problem | None:
    """The problem that the learner was in; None where that was the list of them."""
    last = session.overview().last_opened
    if last is not None and session.positions.listed(last) is not None:
        return None
    return next((problem for problem in session.catalogue if problem.id == last), None)


def _freeze() -> None:
    """Have the garbage collector leave alone what there is by now: it stays, and to look it all through is felt."""
    gc.collect()
    gc.freeze()
