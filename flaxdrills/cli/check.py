"""The commands that judge a solution: once, after the editor, or at every save."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.wiring import BROKEN, CliError, Wiring, faults, known_ids, say_unrecorded, wire
from flaxdrills.editors.cursor_line import line_to_begin
from flaxdrills.editors.editor import AT_ONCE_S, Editor, choose_editor
from flaxdrills.editors.file_watch import file_stamp, saves
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import as_json, lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.solution_files import SolutionFileError, read_text
from flaxdrills.problems.problem import Problem
from flaxdrills.system.sanitize import visible

if TYPE_CHECKING:
    from flaxdrills.practice.after_pass import AfterPass
    from flaxdrills.practice.session import Session, Submission

_ID = click.argument("problem_id", metavar="ID", shell_complete=known_ids)
_DEVICE = click.option("--device", type=click.Choice(["cpu", "gpu"]), help="Where to compute; the setting otherwise.")
_AT_ONCE = max(2, min(os.cpu_count() or 2, 8))
"""How many files are judged at the same time."""


@click.command()
@_ID
@click.argument("files", metavar="[FILE ...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON object a line.")
@_DEVICE
def check(problem_id: str, files: tuple[Path, ...], as_objects: bool, device: str | None) -> None:
    """Judge your solution file, or each FILE. Only your own file's attempt is recorded."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        if files:
            reports = asyncio.run(_check_files(setup, problem, files, device, partial(_tell, files, as_objects)))
        else:
            name, submission = asyncio.run(_check_own(setup, problem, device))
            _print(submission.report, name, as_objects)
            reports = [submission.report]
            if not as_objects:
                _offer_twin(submission.after_pass)
    if not as_objects and len(files) > 1:
        click.echo(_together(reports))
    sys.exit(_status(reports))


@click.command()
@_ID
@_DEVICE
def edit(problem_id: str, device: str | None) -> None:
    """Open your solution file in your editor, then judge it.

    An editor that returns at once is not waited for: then every save is judged, until you press ctrl+c.
    """
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        file = setup.session(setup.workers()).path(problem)
        editor = choose_editor(setup.settings.editor, os.environ)
        if not was_edited(editor, file, _line(file, problem)):
            click.echo(f"{editor.name} returned at once.")
            _watch_until_stopped(setup, problem, device, at_first=False)
            return
        name, submission = asyncio.run(_check_own(setup, problem, device))
    _print(submission.report, name, False)
    _offer_twin(submission.after_pass)
    sys.exit(_status([submission.report]))


@click.command()
@_ID
@_DEVICE
def watch(problem_id: str, device: str | None) -> None:
    """Judge your solution file at every save, until you press ctrl+c."""
    setup = wire(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        _watch_until_stopped(setup, problem, device, at_first=True)


def _line(file: Path, problem: Problem) -> int | None:
    """Where to begin in `file`; None where it cannot be read, which an editor may well mend."""
    try:
        return line_to_begin(read_text(file), problem.function)
    except SolutionFileError:
        return None


def was_edited(editor: Editor, file: Path, line: int | None) -> bool:
    """Run the editor, and say whether it came back with the learner's work: some return at once."""
    before, began = file_stamp(file), time.monotonic()
    try:
        subprocess.call(editor.command(file, line))
    except (OSError, ValueError) as error:
        raise CliError(f"{editor.name} could not be started: {error}.") from error
    if file_stamp(file) != before:
        return True
    return not editor.returns_at_once and (editor.is_known or time.monotonic() - began > AT_ONCE_S)


def _watch_until_stopped(setup: Wiring, problem: Problem, device: str | None, *, at_first: bool) -> None:
    try:
        asyncio.run(_watch(setup, problem, device, at_first=at_first))
    except KeyboardInterrupt:
        click.echo()


async def _check_own(setup: Wiring, problem: Problem, device: str | None) -> tuple[str, Submission]:
    async with setup.judging(device) as workers:
        session = setup.session(workers)
        file = session.path(problem)
        return str(file), await session.submit(problem, lambda _: None)


async def _check_files(
    setup: Wiring, problem: Problem, files: Sequence[Path], device: str | None, tell: Callable[[Path, Report], None]
) -> list[Report]:
    """The reports on `files`; each is told as soon as it is there and those before it were told."""
    sources = [read_text(file) for file in files]
    async with setup.judging(device) as workers:
        session = setup.session(workers)
        turns = asyncio.Semaphore(_AT_ONCE)

        async def judged(file: Path, source: str) -> Report:
            async with turns:
                return await session.submitter.check(problem, source, str(file.absolute()))

        tasks = [asyncio.create_task(judged(*pair)) for pair in zip(files, sources, strict=True)]
        try:
            for file, task in zip(files, tasks, strict=True):
                tell(file, await task)
        finally:
            for left in tasks:
                left.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return [task.result() for task in tasks]


async def _watch(setup: Wiring, problem: Problem, device: str | None, *, at_first: bool) -> None:
    async with setup.judging(device) as workers:
        session = setup.session(workers)
        try:
            await _watch_file(session, problem, at_first=at_first)
        finally:
            say_unrecorded(session)


async def _watch_file(session: Session, problem: Problem, *, at_first: bool) -> None:
    file = session.path(problem)

    async def judge() -> None:
        submission = await session.submit(problem, lambda _: None)
        _print(submission.report, str(file), False)
        if submission.after_pass is not None:
            _say_onward(problem, submission.after_pass)
        _offer_twin(submission.after_pass)
        session.submitter.workers.prepare(problem, lambda _: None)

    click.echo(f"Watching {file}\nPress ctrl+c to stop.\n")
    # What is saved while the first run goes on is another run.
    seen = file_stamp(file)
    session.submitter.workers.prepare(problem, lambda _: None)
    if at_first:
        await judge()
    async for _ in saves(file, since=seen):
        click.echo(f"Saved at {datetime.now():%H:%M:%S}\n")
        await judge()


def _say_onward(problem: Problem, after: AfterPass) -> None:
    """After a pass: how far the learner is, when the problem comes back, and what is next."""
    click.echo(after.well_done)
    if after.was_graded:
        click.echo(after.comes_back)
    elif after.can_be_reviewed:
        click.echo(f"It is due again: `flaxdrills review {problem.id}` begins with a fresh stub.")
    if after.following:
        click.echo(f"Next: flaxdrills watch {after.following.problem.id}")
    click.echo()


def _tell(files: Sequence[Path], as_objects: bool, file: Path, report: Report) -> None:
    """Print the report on one of `files`, under its name where there are more."""
    if len(files) > 1 and not as_objects:
        click.echo(visible(str(file)))
    _print(report, str(file), as_objects)


def _together(reports: Sequence[Report]) -> str:
    """How many files there were of each verdict."""
    counts = Counter(report.verdict for report in reports)
    told = [f"{verdict.headline} {counts[verdict]}" for verdict in Verdict if verdict in counts]
    return f"{len(reports)} files: {', '.join(told)}"


def _print(report: Report, file: str, as_objects: bool) -> None:
    if as_objects:
        click.echo(json.dumps(as_json(report, file)))
    else:
        click.echo(visible("\n".join(lines_of(report))) + "\n")


def _offer_twin(after: AfterPass | None) -> None:
    """After a pass: the same idea in the other API, unless that is solved."""
    if after is not None and after.twin is not None:
        click.echo(f"The same idea in {after.twin.api}: {after.twin.problem.id}\n")


def _status(reports: Sequence[Report]) -> int:
    verdicts = {report.verdict for report in reports}
    if Verdict.BROKEN in verdicts:
        return BROKEN
    return 0 if verdicts <= {Verdict.PASSED} else 1
