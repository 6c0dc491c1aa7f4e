"""What the screens have in common that the next start can open where they were left."""

from __future__ import annotations

from flaxdrills.ui.screens.sized_screen import SizedScreen


class PositionedScreen(SizedScreen[None]):
    """A screen with a position to come back to."""

    def note_position(self) -> None:
        """Tell the session where the learner is."""
        raise NotImplementedError

    def cancel_run(self) -> bool:
        """Cancel what goes on; says whether there was anything."""
        return False
