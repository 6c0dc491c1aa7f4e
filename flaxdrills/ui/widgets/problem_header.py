"""Which problem this is, in one line."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from flaxdrills.problems.problem import Track
from flaxdrills.progress.overview import Standing
from flaxdrills.ui.look.symbols import MUTED, difficulty, status_symbol


class ProblemHeader(Static):
    """Status, title, place in the track, difficulty; what there is no room for is left out whole."""

    DEFAULT_CSS = """
    ProblemHeader {
        width: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    _lines: tuple[Content, ...] = ()
    """What could be shown, the longest first."""

    def show(self, track: Track, standing: Standing) -> None:
        """Show `standing`, a problem of `track`."""
        problem = standing.problem
        title = Content.assemble(status_symbol(standing.progress.status), (f" {problem.title}", "bold"))
        place = f"{problem.position}/{len(track.problems)}"
        with_track = Content.assemble(title, (f"   {track.title} {place}", MUTED))
        with_dots = Content.assemble(with_track, "   ", difficulty(problem.difficulty))
        self._lines = (with_dots, with_track, Content.assemble(title, (f"   {place}", MUTED)), title)
        self.refresh()

    def render(self) -> Content:
        fitting = (line for line in self._lines if line.cell_length <= self.size.width)
        return next(fitting, self._lines[-1] if self._lines else Content())
