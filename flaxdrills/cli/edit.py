"""The command that opens a solution file in the editor and judges it then."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import click

from flaxdrills.cli.arguments import DEVICE, PROBLEM_ID
from flaxdrills.cli.check import check_own, exit_status, offer_twin, print_report
from flaxdrills.cli.command_setup import set_up
from flaxdrills.cli.errors import UNRECORDED, CliError, faults, say_unrecorded
from flaxdrills.cli.watch import watch_until_stopped
from flaxdrills.editors.choose_editor import Editor, EditorError, NoEditorError, choose_editor
from flaxdrills.editors.file_watch import file_stamp
from flaxdrills.editors.line_to_begin import line_to_edit
from flaxdrills.practice.solution_files import SolutionFileError, read_text
from flaxdrills.problems.problem import Problem
from flaxdrills.system.signals import exit_in_words

_OTHER = "To have a different editor, set EDITOR, or `editor` in the settings."


@click.command()
@PROBLEM_ID
@DEVICE
def edit(problem_id: str, device: str | None) -> None:
    """Open your solution file in your editor, then judge it.

    An editor that returns at once is not waited for: then every save is judged, until you press ctrl+c.
    """
    setup = set_up(quiet=False)
    problem = setup.problem(problem_id)
    with faults():
        session = setup.session(setup.workers())
        file = session.path(problem)
        is_lost = say_unrecorded(session)
        editor = _editor(setup.settings.editor, problem)
        if not was_edited(editor, file, _line(file, problem)):
            click.echo(f"{editor.name} returned at once.")
            watch_until_stopped(setup, problem, device, at_first=False)
        name, submission = asyncio.run(check_own(setup, problem, device))
    print_report(submission.report, name, False)
    offer_twin(submission.after_pass)
    sys.exit(exit_status([submission.report]) or (UNRECORDED if is_lost else 0))


def _editor(setting: str, problem: Problem) -> Editor:
    """The learner's editor. Raises EditorError, which offers the app's own."""
    try:
        return choose_editor(setting, os.environ)
    except NoEditorError:
        raise
    except EditorError as error:
        own = f"The app has an editor of its own: `flaxdrills open {problem.id}`, then e."
        raise EditorError(f"{error} {own}") from error


def _line(file: Path, problem: Problem) -> int | None:
    """Where to begin in `file`; None where it cannot be read, which an editor may well mend."""
    try:
        return line_to_edit(read_text(file), problem.function)
    except SolutionFileError:
        return None


def was_edited(editor: Editor, file: Path, line: int | None) -> bool:
    """Run the editor, and say whether it came back with the learner's work: some return at once.

    Raises CliError where it cannot be started, or failed.
    """
    before, began = file_stamp(file), time.monotonic()
    try:
        status = subprocess.call(editor.command(file, line))
    except (OSError, ValueError) as error:
        raise CliError(f"{editor.name} could not be started: {error}. {_OTHER}") from error
    is_saved = file_stamp(file) != before
    if status and not is_saved:
        raise CliError(f"{editor.name} ended without saving: {exit_in_words(status)}. Nothing was judged. {_OTHER}")
    return editor.has_done(is_saved=is_saved, seconds=time.monotonic() - began)
