"""The command that lists the attempts at a problem, shows what was judged, and what changed."""

from __future__ import annotations

import json
from typing import Any

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import CliError, faults
from flaxdrills.progress.attempt_history import PastAttempt, attempts_at
from flaxdrills.progress.text_diff import difference


@click.command()
@PROBLEM_ID
@click.argument("first", metavar="[A]", type=int, required=False)
@click.argument("second", metavar="[B]", type=int, required=False)
@click.option("--json", "as_objects", is_flag=True, help="Print the attempts as one JSON array.")
def history(problem_id: str, first: int | None, second: int | None, as_objects: bool) -> None:
    """List your attempts at a problem; print what was judged at attempt A; show what changed from A to B."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    past = attempts_at(setup.journal(), problem.id, setup.settings.day_end)
    if first is None:
        _list(past, as_objects)
        return
    with faults():
        old = _text(setup, past, first)
        if second is None:
            click.echo(old, nl=not old.endswith("\n"))
            return
        new = _text(setup, past, second)
    lines = list(difference(old, new))
    for line in lines:
        click.echo("@@" if line.sign == "@" else f"{line.sign}{line.text}")
    if not lines:
        click.echo("The two texts are the same.", err=True)


def _list(past: tuple[PastAttempt, ...], as_objects: bool) -> None:
    if as_objects:
        click.echo(json.dumps([_as_json(one) for one in past]))
        return
    for one in past:
        sign = "✓" if one.attempt.passed else "✗"
        seconds = "" if one.attempt.seconds is None else f"{one.attempt.seconds:.2f} s"
        grade = f"grade: {one.grade}" if one.grade else ""
        parts = "  ".join(filter(None, ("unfinished" * one.attempt.unfinished, "review" * one.is_review, grade)))
        line = f"{one.number:>4} {sign} {one.attempt.at:%Y-%m-%d %H:%M}  {one.attempt.verdict:<8} {seconds:>8}  {parts}"
        click.echo(line.rstrip())
    if not past:
        click.echo("It was not run yet.", err=True)


def _as_json(one: PastAttempt) -> dict[str, Any]:
    return {
        "number": one.number,
        "at": one.attempt.at.isoformat(),
        "verdict": one.attempt.verdict,
        "unfinished": one.attempt.unfinished,
        "seconds": one.attempt.seconds,
        "sha256": one.attempt.sha256,
        "wrong": one.attempt.wrong,
        "round": one.round,
        "grade": one.grade and str(one.grade),
    }


def _text(setup: CommandSetup, past: tuple[PastAttempt, ...], number: int) -> str:
    from flaxdrills.practice.solution_files import SolutionFiles

    if not 1 <= number <= len(past):
        there = f"there are 1 to {len(past)}" if past else "it was not run yet"
        raise CliError(f"There is no attempt {number}; {there}.")
    attempt = past[number - 1].attempt
    files = SolutionFiles(setup.paths.solutions, setup.paths.history)
    return files.judged(setup.catalogue.problem(attempt.problem), attempt.sha256)
