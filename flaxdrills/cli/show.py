"""The command that shows a problem's lesson and task."""

from __future__ import annotations

import sys

import click

from flaxdrills.cli.arguments import known_ids
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults


@click.command()
@click.argument("problem_id", metavar="ID", shell_complete=known_ids)
def show(problem_id: str) -> None:
    """Show a problem's lesson and task."""
    from flaxdrills.problems.problem_files import read_file

    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        lesson, task = read_file(problem, "lesson.md"), read_file(problem, "task.md")
    text = f"{lesson.rstrip()}\n\n## The task\n\n{task.strip()}\n"
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 100))
