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
from flaxdrills.cli.errors import CliError, faults
from flaxdrills.cli.watch import watch_until_stopped
from flaxdrills.editors.choose_editor import Editor, EditorError, NoEditorError, choose_editor
from flaxdrills.editors.file_watch import file_stamp
from flaxdrills.editors.line_to_begin import line_to_edit
from flaxdrills.practice.solution_files import SolutionFileError, read_text
from flaxdrills.problems.problem import Problem


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
        file = setup.session(setup.workers()).path(problem)
        editor = _editor(setup.settings.editor, problem)
        if not was_edited(editor, file, _line(file, problem)):
            click.echo(f"{editor.name} returned at once.")
            watch_until_stopped(setup, problem, device, at_first=False)
            return
        name, submission = asyncio.run(check_own(setup, problem, device))
    print_report(submission.report, name, False)
    offer_twin(submission.after_pass)
    sys.exit(exit_status([submission.report]))


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
    """Run the editor, and say whether it came back with the learner's work: some return at once."""
    before, began = file_stamp(file), time.monotonic()
    try:
        subprocess.call(editor.command(file, line))
    except (OSError, ValueError) as error:
        raise CliError(f"{editor.name} could not be started: {error}.") from error
    return editor.has_done(is_saved=file_stamp(file) != before, seconds=time.monotonic() - began)
