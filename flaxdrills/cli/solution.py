"""The command that shows the reference solution."""

from __future__ import annotations

import os
import sys

import click

from flaxdrills.cli.arguments import PROBLEM_ID
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import faults, must_be_recorded
from flaxdrills.practice.solution_question import question_before_solution


@click.command()
@PROBLEM_ID
@click.option("--yes", is_flag=True, help="Do not ask, even while the problem is unsolved.")
def solution(problem_id: str, yes: bool) -> None:
    """Show the reference solution. While you have not solved the problem, it asks first."""
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        question = question_before_solution(session.standing(problem))
        if question and not yes:
            click.confirm(question, abort=True, err=True)
        text = session.solution(problem)
    must_be_recorded(session)
    click.echo(_highlighted(text) if sys.stdout.isatty() and "NO_COLOR" not in os.environ else text, nl=False)


def _highlighted(code: str) -> str:
    from pygments import highlight
    from pygments.formatters import TerminalFormatter
    from pygments.lexers import PythonLexer

    return str(highlight(code, PythonLexer(), TerminalFormatter()))
