"""The command that judges a solution at every save."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

import click

from flaxdrills.cli.arguments import DEVICE, PROBLEM_ID
from flaxdrills.cli.check import offer_twin, print_report
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.cli.errors import UNRECORDED, faults, say_unrecorded
from flaxdrills.editors.file_watch import file_stamp, saves
from flaxdrills.problems.problem import Problem

if TYPE_CHECKING:
    from flaxdrills.practice.after_pass import AfterPass
    from flaxdrills.practice.session import Session


@click.command()
@PROBLEM_ID
@DEVICE
def watch(problem_id: str, device: str | None) -> None:
    """Judge your solution file at every save, until you press ctrl+c."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        watch_until_stopped(setup, problem, device, at_first=True)


def watch_until_stopped(setup: CommandSetup, problem: Problem, device: str | None, *, at_first: bool) -> NoReturn:
    """Judge every save until ctrl+c; then, and where the process is asked to end, what waits is recorded or kept."""
    status = 0

    async def watch_on() -> None:
        nonlocal status
        task = asyncio.current_task()
        assert task is not None

        def leave(number: int) -> None:
            nonlocal status
            status = 128 + number
            task.cancel()

        for number in (signal.SIGHUP, signal.SIGTERM):
            # `nohup` has it ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                asyncio.get_running_loop().add_signal_handler(number, leave, number)
        async with setup.judging(device) as workers:
            session = setup.session(workers)
            try:
                await watch_file(session, problem, at_first=at_first)
            finally:
                if say_unrecorded(session):
                    status = status or UNRECORDED

    try:
        asyncio.run(watch_on())
    except (KeyboardInterrupt, asyncio.CancelledError):
        # The terminal may be gone.
        with contextlib.suppress(OSError):
            click.echo()
    sys.exit(status)


async def watch_file(session: Session, problem: Problem, *, at_first: bool) -> None:
    file = session.path(problem)

    async def judge() -> None:
        submission = await session.submit(problem, lambda _: None)
        print_report(submission.report, str(file), False)
        if submission.after_pass is not None:
            _say_onward(problem, submission.after_pass)
        offer_twin(submission.after_pass)
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
