"""The command that judges a solution once."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.arguments import DEVICE, PROBLEM_ID
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import BROKEN, OFF, UNRECORDED, faults
from flaxdrills.judging.events import Raised
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import as_json, lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.solution_files import SolutionFileError, read_text
from flaxdrills.problems.problem import Problem
from flaxdrills.system.sanitize import visible

if TYPE_CHECKING:
    from flaxdrills.practice.after_pass import AfterPass
    from flaxdrills.practice.session import Submission


_UNREADABLE = "UnreadableFile"
"""Stands for the type of an error in the report on a file that was not run."""

_AT_ONCE = max(2, min(os.cpu_count() or 2, 8))
"""How many files are judged at the same time."""


@click.command()
@PROBLEM_ID
@click.argument("files", metavar="[FILE ...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_objects", is_flag=True, help="Print one JSON object a line.")
@DEVICE
def check(problem_id: str, files: tuple[Path, ...], as_objects: bool, device: str | None) -> None:
    """Judge your solution file, or each FILE. Only your own file's attempt is recorded."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        if files:
            reports = asyncio.run(_check_files(setup, problem, files, device, partial(_tell, files, as_objects)))
        else:
            name, submission = asyncio.run(check_own(setup, problem, device))
            print_report(submission.report, name, as_objects)
            reports = [submission.report]
            if not as_objects:
                offer_twin(submission.after_pass)
    if not as_objects and len(files) > 1:
        click.echo(_together(reports))
    sys.exit(exit_status(reports))


async def check_own(setup: CommandSetup, problem: Problem, device: str | None) -> tuple[str, Submission]:
    """Judge the learner's own file and record it, or say in the report why not and where it is kept."""
    async with setup.judging(device) as workers:
        workers.prepare(problem)
        session = setup.session(workers)
        file = session.path(problem)
        submission = await session.submit(problem, lambda _: None)
        # By now the run is gone, and with it what it may have filled the disk with.
        unkept = session.submitter.keep_all()
        report = replace(submission.report, unrecorded=session.progress.settle(), unkept=unkept)
        return str(file), replace(submission, report=report)


async def _check_files(
    setup: CommandSetup,
    problem: Problem,
    files: Sequence[Path],
    device: str | None,
    tell: Callable[[Path, Report], None],
) -> list[Report]:
    """The reports on `files`; each is told as soon as it is there and those before it were told."""
    sources = [_source_or_report(problem, file, alone=len(files) == 1) for file in files]
    async with setup.judging(device) as workers:
        session = setup.session(workers)
        turns = asyncio.Semaphore(_AT_ONCE)

        async def judged(file: Path, source: str | Report) -> Report:
            if isinstance(source, Report):
                return source
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


def _source_or_report(problem: Problem, file: Path, *, alone: bool) -> str | Report:
    """What `file` holds; where it is not `alone` and cannot be read, a report that says why.

    Raises SolutionFileError.
    """
    try:
        return read_text(file)
    except SolutionFileError as error:
        if alone:
            raise
        return Report(problem.id, error=Raised(_UNREADABLE, str(error)), done=True)


def _tell(files: Sequence[Path], as_objects: bool, file: Path, report: Report) -> None:
    """Print the report on one of `files`, under its name where there are more."""
    if len(files) > 1 and not as_objects:
        click.echo(visible(str(file)))
    print_report(report, str(file), as_objects)


def _together(reports: Sequence[Report]) -> str:
    """How many files there were of each verdict."""
    counts = Counter(report.verdict for report in reports)
    parts = [f"{verdict.headline} {counts[verdict]}" for verdict in Verdict if verdict in counts]
    return f"{len(reports)} files: {', '.join(parts)}"


def print_report(report: Report, file: str, as_objects: bool) -> None:
    if as_objects:
        click.echo(json.dumps(as_json(report, file)))
    else:
        click.echo(visible("\n".join(lines_of(report))) + "\n")


def offer_twin(after: AfterPass | None) -> None:
    """After a pass: the same idea in the other API, unless that is solved."""
    if after is not None and after.twin is not None:
        click.echo(f"The same idea in {after.twin.api}: {after.twin.problem.id}\n")


def exit_status(reports: Sequence[Report]) -> int:
    verdicts = {report.verdict for report in reports}
    if any(verdict is not None and not verdict.is_about_solution for verdict in verdicts):
        return BROKEN
    if any(report.error is not None and report.error.type == _UNREADABLE for report in reports):
        return OFF
    if any(report.unrecorded for report in reports):
        return UNRECORDED
    return 0 if verdicts <= {Verdict.PASSED} else 1
