"""The command that shows a problem's lesson and task."""

from __future__ import annotations

import sys

import click

from flaxdrills.cli.arguments import known_ids
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem


@click.command()
@click.argument("problem_id", metavar="ID", shell_complete=known_ids)
def show(problem_id: str) -> None:
    """Show a problem's lesson and task."""
    from flaxdrills.problems.problem_files import read_file

    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        lesson, task = read_file(problem, "lesson.md"), read_file(problem, "task.md")
    title, _, rest = lesson.partition("\n")
    lesson = f"{title}\n\n{_place(setup.catalogue, problem)}\n{rest}"
    text = f"{lesson.rstrip()}\n\n## The task\n\n{task.strip()}\n"
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 100))


def _place(catalogue: Catalogue, problem: Problem) -> str:
    """Where `problem` stands, in a sentence."""
    track = catalogue.track_of(problem)
    chapter = track.chapter_of(problem)
    names = (track.title, *([chapter.title] if chapter else []))
    place = f"Problem {problem.position} of {len(track.problems)}, {problem.form}"
    return f"{': '.join(names)}. {place}, difficulty {problem.difficulty} of 5."
