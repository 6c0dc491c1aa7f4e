"""The commands that open the app, give what a learner asks for, and take back what they wrote."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.wiring import CliError, Wiring, faults, known_ids, must_be_recorded, say_unrecorded, wire
from flaxdrills.editors.editor import EditorError, NoEditorError, choose_editor
from flaxdrills.practice.next_problem import next_problem
from flaxdrills.practice.solution_question import question_before_solution
from flaxdrills.problems.problem import Problem
from flaxdrills.system.signals import HangupWatcher
from flaxdrills.system.ssh import is_remote

if TYPE_CHECKING:
    from flaxdrills.practice.session import Session
    from flaxdrills.ui.screens.greeting_screen import Greeting

_SETTLED_S = 2.0
"""How long after the start all is imported that most screens need."""

_ID = click.argument("problem_id", metavar="ID", shell_complete=known_ids)

_FPS, _SLOW_FPS = 120, 15
"""How often at most the screen is drawn, here and over a slow line, in frames a second. What a key leads to is
often drawn in two, and the second waits for its turn."""


def run_app(setup: Wiring, start: Problem | None) -> None:
    """Open the app, at `start` or where the learner left off."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in ("dumb", "unknown"):
        raise CliError("The app needs a terminal. `flaxdrills list`, `show` and `check` work without one.")
    settings = setup.settings
    if settings.slow_line is None:
        settings = replace(settings, slow_line=is_remote(os.environ))
    # Textual reads it once, when it is imported. What is drawn first is drawn at once all the same.
    os.environ.setdefault("TEXTUAL_FPS", str(_SLOW_FPS if settings.slow_line else _FPS))
    from flaxdrills.ui.app import FlaxdrillsApp

    async def run() -> int:
        async with setup.workers() as workers:
            session = setup.session(workers)
            notices = (*setup.notices, *filter(None, [workers.cache_fault()]))
            greeting = None if start else greeting_for(setup, session)
            app = FlaxdrillsApp(session, settings, start or _left_off(session), notices, greeting, setup.terminal)
            hang_up = HangupWatcher(sys.stdin.fileno(), app.leave, app.give_up)
            hang_up.watch()
            asyncio.get_running_loop().call_later(_SETTLED_S, _freeze)
            try:
                await app.run_async()
            finally:
                say_unrecorded(session)
        if hang_up.exit_status is not None:
            # The interpreter's own end would wait for threads, and for a terminal that may be gone.
            os._exit(hang_up.exit_status)
        return app.return_code or 0

    sys.exit(asyncio.run(run()))


def _freeze() -> None:
    """Have the garbage collector leave alone what there is by now: it stays, and to look it all through is felt."""
    gc.collect()
    gc.freeze()


def greeting_for(setup: Wiring, session: Session) -> Greeting | None:
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


def editor_in_words(setup: Wiring) -> str:
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


@click.command("open")
@_ID
def open_(problem_id: str) -> None:
    """Open the app at a problem."""
    setup = wire()
    run_app(setup, setup.problem(problem_id))


@click.command()
@_ID
def path(problem_id: str) -> None:
    """Print the path of your solution file; it is made from the stub if there is none."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        click.echo(setup.session(setup.workers()).path(problem))


@click.command()
@_ID
def hint(problem_id: str) -> None:
    """Show the next hint of a problem."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        hints = session.take_hint(problem)
    must_be_recorded(session)
    if hints.new is None:
        click.echo(f"You have all {len(hints.taken)} hints of {problem.id}:\n")
    for one in hints.taken if hints.new is None else (hints.new,):
        click.echo(f"Hint {one.number} of {one.total}\n\n{one.text}\n")


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask, even while the problem is unsolved.")
def solution(problem_id: str, yes: bool) -> None:
    """Show the reference solution. While you have not solved the problem, it asks first."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        question = question_before_solution(session.standing(problem))
        if question and not yes:
            click.confirm(question, abort=True, err=True)
        text = session.solution(problem)
    must_be_recorded(session)
    click.echo(_highlighted(text) if sys.stdout.isatty() and "NO_COLOR" not in os.environ else text, nl=False)


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(problem_id: str, yes: bool) -> None:
    """Start a problem anew from its stub; your file is kept in the history."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        if not yes:
            click.confirm(f"Start {problem.id} anew? Your file is kept in the history.", abort=True, err=True)
        kept = session.reset(problem)
        click.echo(session.path(problem))
    if kept is not None:
        click.echo(f"Your file before is now {kept}", err=True)


@click.command("next")
def next_() -> None:
    """Print the id of the problem to do now."""
    setup = wire(quiet=False)
    with faults():
        session = setup.session(setup.workers())
        overview = session.overview()
        problem = next_problem(overview)
    twin = overview.twin(overview.last.problem) if overview.last else None
    if twin is not None:
        # Not on standard output, where scripts find the id.
        click.echo(f"The same idea in {twin.api}: {twin.problem.id}", err=True)
    if problem is None:
        click.echo("You have solved every problem, and nothing is due.", err=True)
    else:
        click.echo(problem.id)
        if overview.standing(problem.id).can_be_reviewed:
            click.echo(f"It is due again: `flaxdrills review {problem.id}` begins with a fresh stub.", err=True)


def _highlighted(code: str) -> str:
    from pygments import highlight
    from pygments.formatters import TerminalFormatter
    from pygments.lexers import PythonLexer

    return str(highlight(code, PythonLexer(), TerminalFormatter()))
