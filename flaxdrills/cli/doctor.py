"""The command that says what works on this machine."""

from __future__ import annotations

import asyncio
import shutil
import sys
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import BROKEN
from flaxdrills.system.text_wrap import hanging

if TYPE_CHECKING:
    from flaxdrills.cli.doctor_checks import DoctorFinding

_MARKS = {"fine": "✓", "note": "·", "wrong": "✗"}


@click.command()
@click.option("--device", type=click.Choice(["cpu", "gpu"]), help="Where to compute; the setting otherwise.")
def doctor(device: str | None) -> None:
    """Say what works here, what does not, and what to do."""
    from flaxdrills.cli.doctor_checks import FindingState, look_around

    setup = set_up()
    wrong = 0
    for finding in look_around(setup.paths, setup.settings, setup.catalogue):
        _say(finding)
        wrong += finding.state is FindingState.WRONG
    for notice in setup.notices:
        click.echo(f"✗ Settings   {notice}")
        wrong += 1
    if len(setup.catalogue):
        finding = asyncio.run(_worker(setup, device))
        _say(finding)
        wrong += finding.state is FindingState.WRONG
    click.echo("\nAll is well." if not wrong else f"\n{wrong} things need your attention.")
    sys.exit(BROKEN if wrong else 0)


async def _worker(setup: CommandSetup, device: str | None) -> DoctorFinding:
    from flaxdrills.cli.doctor_checks import look_at_worker

    async with setup.workers(device) as workers:
        return await look_at_worker(workers, next(iter(setup.catalogue)))


def _say(finding: DoctorFinding) -> None:
    begin = f"{_MARKS[finding.state]} {finding.name:<10} "
    _print(begin, finding.text)
    if finding.advice:
        _print(" " * len(begin), finding.advice)


def _print(begin: str, text: str) -> None:
    # A file gets it in one line.
    lines = hanging(begin, text, shutil.get_terminal_size().columns) if sys.stdout.isatty() else [f"{begin}{text}"]
    click.echo("\n".join(lines))
