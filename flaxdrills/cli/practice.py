"""The commands of the practice loop."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.build import BROKEN, Fault, Setup, faults, known_ids, set_up
from flaxdrills.problem import Problem

if TYPE_CHECKING:
    from flaxdrills.report import Report
    from flaxdrills.session import Session

_ID = click.argument("problem_id", metavar="ID", shell_complete=known_ids)
_DEVICE = click.option("--device", type=click.Choice(["cpu", "gpu"]), help="Where to compute; the setting otherwise.")
_AT_ONCE = max(2, min(os.cpu_count() or 2, 8))
"""How many files are judged at the same time."""


def run_app(setup: Setup, start: Problem | None) -> None:
    """Open the app, at `start` or where the learner left off."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Fault("The app needs a terminal. `flaxdrills list`, `show` and `check` work without one.")
    from flaxdrills.ui.app import FlaxdrillsApp

    async def run() -> int:
        async with setup.workers() as workers:
            session = setup.session(workers)
            app = FlaxdrillsApp(session, setup.settings, start or _left_off(session), setup.notices)
            await app.run_async()
            return app.return_code or 0

    sys.exit(asyncio.run(run()))


def _left_off(session: Session) -> Problem | None:
    last = session.overview().last_opened
    return next((problem for problem in session.catalogue if problem.id == last), None)


@click.command("open")
@_ID
def open_(problem_id: str) -> None:
    """Open the app at a problem."""
    setup = set_up()
    run_app(setup, setup.problem(problem_id))


@click.command()
@_ID
def path(problem_id: str) -> None:
    """Print the path of your solution file; it is made from the stub if there is none."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        click.echo(setup.session(setup.workers()).path(problem))


@click.command()
@_ID
@click.argument("files", metavar="[FILE ...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON object a line.")
@_DEVICE
def check(problem_id: str, files: tuple[Path, ...], as_objects: bool, device: str | None) -> None:
    """Judge your solution file, or each FILE. Only your own file's attempt is recorded."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        if files:
            reports = asyncio.run(_check_files(setup, problem, files, device))
        else:
            reports = [asyncio.run(_check_own(setup, problem, device))]
    for name, report in reports:
        _print(report, name, as_objects)
    sys.exit(_status([report for _, report in reports]))


@click.command()
@_ID
@_DEVICE
def edit(problem_id: str, device: str | None) -> None:
    """Open your solution file in your editor, then judge it."""
    from flaxdrills.editor import choose_editor, command

    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        file = setup.session(setup.workers()).path(problem)
        editor = choose_editor(setup.settings.editor, os.environ)
        subprocess.call(command(editor, file, None))
        name, report = asyncio.run(_check_own(setup, problem, device))
    _print(report, name, False)
    sys.exit(_status([report]))


@click.command()
@_ID
@_DEVICE
def watch(problem_id: str, device: str | None) -> None:
    """Judge your solution file at every save, until you press ctrl+c."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    try:
        with faults():
            asyncio.run(_watch(setup, problem, device))
    except KeyboardInterrupt:
        click.echo()


@click.command()
@_ID
def hint(problem_id: str) -> None:
    """Show the next hint of a problem."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        given = session.hint(problem)
        taken = session.hints(problem)
    if given is None:
        click.echo(f"You have all {len(taken)} hints of {problem.id}:\n")
    for one in taken if given is None else (given,):
        click.echo(f"Hint {one.number} of {one.total}\n\n{one.text}\n")


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask, even while the problem is unsolved.")
def solution(problem_id: str, yes: bool) -> None:
    """Show the reference solution. While you have not solved the problem, it asks first."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        if not (yes or session.is_solved(problem)):
            click.confirm(f"You have not solved {problem.id} yet. Show the solution?", abort=True, err=True)
        text = session.solution(problem)
    click.echo(_highlighted(text) if sys.stdout.isatty() else text, nl=False)


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(problem_id: str, yes: bool) -> None:
    """Start a problem anew from its stub; your file is kept in the history."""
    setup = set_up(quiet=False)
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
    setup = set_up(quiet=False)
    with faults():
        problem = setup.session(setup.workers()).next_problem()
    if problem is None:
        click.echo("You have solved every problem, and nothing is due.", err=True)
    else:
        click.echo(problem.id)


COMMANDS: Sequence[click.Command] = (open_, path, check, edit, watch, hint, solution, reset, next_)


async def _check_own(setup: Setup, problem: Problem, device: str | None) -> tuple[str, Report]:
    async with setup.workers(device) as workers:
        session = setup.session(workers)
        file = session.path(problem)
        return str(file), await session.submit(problem, lambda _: None)


async def _check_files(
    setup: Setup, problem: Problem, files: Sequence[Path], device: str | None
) -> list[tuple[str, Report]]:
    from flaxdrills.workspace import read_text

    sources = [read_text(file) for file in files]
    async with setup.workers(device) as workers:
        session = setup.session(workers)
        turns = asyncio.Semaphore(_AT_ONCE)

        async def judged(file: Path, source: str) -> Report:
            async with turns:
                return await session.check(problem, source, str(file.absolute()))

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(judged(*pair)) for pair in zip(files, sources, strict=True)]
        return [(str(file), task.result()) for file, task in zip(files, tasks, strict=True)]


async def _watch(setup: Setup, problem: Problem, device: str | None) -> None:
    from flaxdrills.watch import saves

    async with setup.workers(device) as workers:
        session = setup.session(workers)
        file = session.path(problem)
        click.echo(f"Watching {file}\nPress ctrl+c to stop.\n")
        session.prepare(problem, lambda _: None)
        _print(await session.submit(problem, lambda _: None), str(file), False)
        session.prepare(problem, lambda _: None)
        async for _ in saves(file):
            click.echo()
            _print(await session.submit(problem, lambda _: None), str(file), False)
            session.prepare(problem, lambda _: None)


def _print(report: Report, file: str, as_objects: bool) -> None:
    from flaxdrills.plain import as_json, lines_of

    if as_objects:
        click.echo(json.dumps(as_json(report, file)))
    else:
        click.echo("\n".join(lines_of(report)) + "\n")


def _status(reports: Sequence[Report]) -> int:
    from flaxdrills.report import Verdict

    verdicts = {report.verdict for report in reports}
    if Verdict.BROKEN in verdicts:
        return BROKEN
    return 0 if verdicts <= {Verdict.PASSED} else 1


def _highlighted(code: str) -> str:
    from pygments import highlight
    from pygments.formatters import TerminalFormatter
    from pygments.lexers import PythonLexer

    return str(highlight(code, PythonLexer(), TerminalFormatter()))
