"""The command that begins a review."""

from __future__ import annotations

import sys

import click

from flaxdrills.cli.arguments import known_ids
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import UNRECORDED, CliError, faults, say_unrecorded
from flaxdrills.practice.review_question import question_before_review, why_no_review


@click.command()
@click.argument("problem_id", metavar="[ID]", required=False, shell_complete=known_ids)
@click.option("--yes", is_flag=True, help="Do not ask, even where it is not due.")
def review(problem_id: str | None, yes: bool) -> None:
    """Begin the review of a problem, or of the first that is due, and print the path of its fresh stub.

    A problem that is not due is asked about first.
    """
    setup = set_up(quiet=False)
    with faults():
        session = setup.session(setup.workers())
        overview = session.overview()
        problem = setup.problem(problem_id) if problem_id else overview.due[0].problem if overview.due else None
        if problem_id is None and overview.due:
            # Not on standard output, where scripts find the path.
            click.echo(f"{overview.due_in_words}. This is {overview.due[0].problem.id}.", err=True)
        if problem is None:
            click.echo("Nothing is due.", err=True)
            return
        standing = session.standing(problem)
        if why := why_no_review(standing):
            raise CliError(why)
        is_going_on = standing.progress.review.is_review
        if not yes and not is_going_on:
            _ask(question_before_review(standing))
        kept = None if is_going_on else session.reset(problem)
        click.echo(session.path(problem))
    if kept is not None:
        click.echo(f"Your file before is now {kept}", err=True)
    if say_unrecorded(session):
        sys.exit(UNRECORDED)


def _ask(question: str) -> None:
    """Raises Abort where the answer to `question` is no, and CliError where nobody is there to answer it."""
    if not question:
        return
    try:
        click.confirm(question, abort=True, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        raise CliError("Nothing was begun. --yes begins the review without a question.") from None
