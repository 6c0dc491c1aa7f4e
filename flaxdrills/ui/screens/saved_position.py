"""What the screens have in common on which there is a place to come back to."""

from __future__ import annotations

from textual.screen import Screen


class PlacedScreen(Screen[None]):
    """The next start opens it where it was left."""

    def keep_place(self) -> None:
        """Remember where the learner is."""
        raise NotImplementedError

    def cancel_run(self) -> bool:
        """Cancel what goes on; says whether there was anything."""
        return False
