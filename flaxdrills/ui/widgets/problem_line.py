"""Which problem this is, in one line."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from flaxdrills.overview import Standing
from flaxdrills.problem import Track
from flaxdrills.ui.marks import MARKS, MUTED, difficulty


class ProblemLine(Static):
    """Status, title, place in the track, difficulty."""

    DEFAULT_CSS = """
    ProblemLine {
        width: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def show(self, track: Track, standing: Standing) -> None:
        """Show `standing`, a problem of `track`."""
        problem = standing.problem
        self.update(
            Content.assemble(
                MARKS[standing.progress.status].content,
                (f" {problem.title}", "bold"),
                (f"   {track.title} {problem.position}/{len(track.problems)}   ", MUTED),
                difficulty(problem.difficulty),
            )
        )
