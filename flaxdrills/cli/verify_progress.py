"""Showing how far a proof is: a bar on a terminal, a line a problem anywhere else. It goes to standard error."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

import click

from flaxdrills.system.english import count

if TYPE_CHECKING:
    from rich.progress import Progress

    from flaxdrills.problems.problem import Problem
    from flaxdrills.verify.finding import Finding


class Hears(Protocol):
    """Someone who is told how a proof goes on."""

    def step(self, what: str) -> None:
        """One more file was run."""

    def problem(self, problem: Problem, findings: tuple[Finding, ...]) -> None:
        """One more problem is done."""


@contextlib.contextmanager
def following(problems: Sequence[Problem], steps: int) -> Iterator[Hears]:
    """Show how the proof of `problems` goes on, which takes so many steps."""
    if not sys.stderr.isatty() or not steps:
        yield _Lines(len(problems))
        return
    # Imported for a terminal only: it is not needed for anything else here.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar, steps)


def amiss(number: int) -> str:
    """How many things do not hold, in words."""
    return f"{count(number, 'thing')} {'does' if number == 1 else 'do'} not hold"


class _Bar:
    def __init__(self, bar: Progress, steps: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=steps)

    def step(self, what: str) -> None:
        self._bar.update(self._task, advance=1, description=what)

    def problem(self, problem: Problem, findings: tuple[Finding, ...]) -> None:
        if findings:
            self._bar.console.print(f"✗ {problem.id}", markup=False, highlight=False)


class _Lines:
    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0

    def step(self, what: str) -> None:
        return

    def problem(self, problem: Problem, findings: tuple[Finding, ...]) -> None:
        self._done += 1
        outcome = amiss(len(findings)) if findings else "proven"
        click.echo(f"{self._done}/{self._total} {problem.id}: {outcome}", err=True)
