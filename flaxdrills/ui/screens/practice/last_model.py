"""The way to the model of the last run, and what is said where there is none."""

from __future__ import annotations

from flaxdrills.judging.verdict import Verdict
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practice.file_and_report import FileAndReport

_LEAVE_A_MODEL = (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR)
"""The verdicts after which a run's process is still there to describe what it built."""


async def open_last_model(solution: FileAndReport, title: str) -> None:
    """Show what the last run on `solution` built; where there was none, offer one."""
    report = solution.report
    if report is None:
        question = "There is no run to look at. Run your file now? m shows what it built once that is over."
        if await solution.app.push_screen_wait(ConfirmDialog("Model", question, likely=True)):
            solution.action_run()
        return
    if report.described is not None:
        # Few open it in a sitting, and the first screen should not wait for it.
        from flaxdrills.ui.screens.model_screen import ModelScreen

        solution.app.push_screen(ModelScreen(title, report.described, report.traced))
    elif report.verdict is None:
        solution.notify("Your file is still being run. m shows what it built once that is over.")
    elif report.verdict in _LEAVE_A_MODEL:
        solution.notify("What your run built is not known, or not yet. Try again in a moment, or run it again: r.")
    else:
        solution.notify("That run left nothing to look at. Run your file again: r.")
