"""The question that ctrl-c asks."""

from __future__ import annotations

from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog


class LeaveQuestion(ConfirmDialog):
    """Asks whether to leave the app."""

    def __init__(self) -> None:
        super().__init__(
            "Leave",
            "Leave flaxdrills? What you did is recorded, and what you wrote is saved. Press ctrl+c again to leave.",
        )
