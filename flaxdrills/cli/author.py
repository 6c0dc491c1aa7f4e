"""The commands for authors of problems."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.build import Fault, Setup, faults, known_ids, set_up
from flaxdrills.locations import content_folder
from flaxdrills.problem import Problem

if TYPE_CHECKING:
    from flaxdrills.verify import Finding


@click.command()
@click.argument("problem_ids", metavar="[ID ...]", nargs=-1, shell_complete=known_ids)
def verify(problem_ids: tuple[str, ...]) -> None:
    """Prove the content, or the problems that are named."""
    setup = set_up(quiet=False)
    problems = [setup.problem(problem_id) for problem_id in problem_ids] or list(setup.catalogue)
    began = time.monotonic()
    with faults():
        findings = asyncio.run(_verify(setup, problems))
    for finding in findings:
        click.echo(f"\n{finding}")
    for fault in setup.catalogue.faults:
        click.echo(f"\n{fault}")
    if findings or setup.catalogue.faults:
        click.echo(f"\n{len(findings) + len(setup.catalogue.faults)} things do not hold.")
        sys.exit(1)
    click.echo(f"{len(problems)} problems proven in {time.monotonic() - began:.1f} s.")


@click.command()
@click.argument("track")
@click.argument("problem_id", metavar="ID")
def new(track: str, problem_id: str) -> None:
    """Begin a problem: make its folder, which `verify` then talks you through."""
    from flaxdrills.author import AuthorError, new_problem

    setup = set_up(quiet=False)
    try:
        folder = new_problem(content_folder(), setup.catalogue, track, problem_id)
    except AuthorError as error:
        raise Fault(str(error)) from error
    click.echo(f"{folder}\nWrite its files, and see with `flaxdrills verify {problem_id}` what is missing.")


async def _verify(setup: Setup, problems: Sequence[Problem]) -> tuple[Finding, ...]:
    from flaxdrills import verify as proof
    from flaxdrills.recognise import MistakeCache

    bar = click.progressbar(
        length=proof.steps(problems), label="Proving", item_show_func=lambda step: step or "", file=sys.stderr
    )
    async with setup.workers() as workers:
        with bar:
            return await proof.verify(
                setup.catalogue,
                problems,
                workers,
                MistakeCache(setup.locations.mistakes),
                lambda step: bar.update(1, step),
                at_once=max(2, min(os.cpu_count() or 2, 8)),
            )
