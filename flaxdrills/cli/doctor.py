"""The command that says what works on this machine."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import BROKEN
from flaxdrills.system.english import count
from flaxdrills.system.text_wrap import hanging

if TYPE_CHECKING:
    from flaxdrills.cli.doctor_checks import DoctorFinding

_MARKS = {"fine": "✓", "note": "·", "wrong": "✗"}


@click.command()
@click.option("--device", type=click.Choice(["cpu", "gpu"]), help="Where to compute; the setting otherwise.")
def doctor(device: str | None) -> None:
    """Say what works here, what does not, and what to do."""
    from flaxdrills.cli.doctor_checks import FindingState

    setup = set_up()
    wrong = 0
    for finding in _findings(setup, device):
        _say(finding)
        wrong += finding.state is FindingState.WRONG
    needing = f"{count(wrong, 'thing')} {'needs' if wrong == 1 else 'need'} your attention."
    click.echo(f"\n{needing}" if wrong else "\nAll is well.")
    sys.exit(BROKEN if wrong else 0)


def _findings(setup: CommandSetup, device: str | None) -> Iterator[DoctorFinding]:
    from flaxdrills.cli.doctor_checks import look_around, look_at_progress

    yield from look_around(setup.paths, setup.settings, setup.catalogue, setup.notices)
    yield from look_at_progress(setup.overview(), setup.catalogue)
    if len(setup.catalogue):
        yield asyncio.run(_worker(setup, device))


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
