"""The command that proves the content."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.arguments import known_ids
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import faults
from flaxdrills.cli.verify_progress import amiss, following
from flaxdrills.problems.problem import Problem
from flaxdrills.system.english import count
from flaxdrills.system.paths import content_folder
from flaxdrills.system.settings import Platform

if TYPE_CHECKING:
    from flaxdrills.verify.finding import Finding
    from flaxdrills.verify.proof_cache import ProofCache
    from flaxdrills.verify.version_notes import VersionNotes


@click.command()
@click.argument("problem_ids", metavar="[ID ...]", nargs=-1, shell_complete=known_ids)
@click.option("--all", "again", is_flag=True, help="Also run again what was proven before and did not change.")
@click.option(
    "--daily",
    is_flag=True,
    help="Trust the proofs that ship with the content, but for a tenth, a different one each day.",
)
def verify(problem_ids: tuple[str, ...], again: bool, daily: bool) -> None:
    """Prove what changed of the content, or the problems that are named.

    Everything is read; what was proven before with the same files and versions is not run again.
    """
    from flaxdrills.judging.shipped_mistakes import is_shipped
    from flaxdrills.verify.proof_cache import ProofCache
    from flaxdrills.verify.version_notes import VersionNotes

    setup = set_up(quiet=False)
    named = [setup.problem(problem_id) for problem_id in dict.fromkeys(problem_ids)]
    problems = named or list(setup.catalogue)
    proofs = ProofCache(setup.paths.proofs, Platform(setup.settings.device))
    began = time.monotonic()
    notes = VersionNotes.of(content_folder(), Platform(setup.settings.device))
    if named or again:
        to_run = problems
    elif daily:
        to_run = notes.due(problems, date.today())
    else:
        unshipped = [problem for problem in problems if notes.versions is not None and not is_shipped(problem)]
        unproven = {problem.id for problem in (*proofs.unproven(problems), *notes.missing(problems), *unshipped)}
        to_run = [problem for problem in problems if problem.id in unproven]
    with faults():
        findings = asyncio.run(_verify(setup, problems, to_run, proofs, notes))
    for finding in findings:
        click.echo(f"\n{finding}")
    for fault in setup.catalogue.faults:
        click.echo(f"\n{fault}")
    if findings or setup.catalogue.faults:
        click.echo(f"\n{amiss(len(findings) + len(setup.catalogue.faults))}.")
        sys.exit(1)
    click.echo(_told(len(to_run), len(problems) - len(to_run), time.monotonic() - began))


async def _verify(
    setup: CommandSetup, problems: Sequence[Problem], to_run: Sequence[Problem], proofs: ProofCache, notes: VersionNotes
) -> tuple[Finding, ...]:
    from flaxdrills.judging.known_mistakes import KnownMistakesCache
    from flaxdrills.verify import verify as proof

    async with setup.judging() as workers:
        with following(to_run, proof.steps(to_run)) as hears:
            return await proof.verify(
                setup.catalogue,
                problems,
                to_run,
                workers,
                KnownMistakesCache(setup.paths.wrong_solutions, ships=notes.versions is not None),
                proofs,
                hears.step,
                hears.problem,
                at_once=max(2, min(os.cpu_count() or 2, 8)),
                on_proven=notes.keep,
            )


def _told(proven: int, before: int, seconds: float) -> str:
    """The last line, when all holds."""
    now = f"{count(proven, 'problem')} proven in {seconds:.1f} s"
    if not before:
        return f"{now}."
    unchanged = f"{count(before, 'problem')} proven before and not changed (--all runs everything again)."
    return f"{now}; {unchanged}" if proven else unchanged
