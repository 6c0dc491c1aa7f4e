"""The way to the model of the last run, and what is said where there is none."""

from __future__ import annotations

from flaxdrills.judging.verdict import Verdict
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practise.file_and_report import FileAndReport

_LOOKED_AT = (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR)
"""The verdicts after which a run's process is still there to be looked at."""


async def look_at_model(desk: FileAndReport, title: str) -> None:
    """Show what the last run on `desk` built; where there was none, offer one."""
    report = desk.report
    if report is None:
        question = "There is no run to look at. Run your file now? m shows what it built once that is over."
        if await desk.app.push_screen_wait(ConfirmDialog("Model", question, likely=True)):
            desk.action_run()
        return
    if report.described is not None:
        # Few open it in a sitting, and the first screen should not wait for it.
        from flaxdrills.ui.screens.model_screen import ModelScreen

        desk.app.push_screen(ModelScreen(title, report.described, report.traced))
    elif report.verdict is None:
        desk.notify("Your file is still being run. m shows what it built once that is over.")
    elif report.verdict in _LOOKED_AT:
        desk.notify("What your run built is not known, or not yet. Try again in a moment, or run it again: r.")
    else:
        desk.notify("Nothing is left of that run to look at. Run your file again: r.")
