"""Days to choose from: the last year as a heat map, and the days to come as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.heat_map import SHADES, WEEKS, legend, month_line, shade, weekday_rows, weeks_until
from flaxdrills.progress.statistics import DueDay, day_in_words
from flaxdrills.system.english import count
from flaxdrills.ui.look.symbols import MUTED

_DAY = timedelta(days=1)
_MARGIN = 4
"""Columns left of the first week, for the names of the days."""
_STEPS = " ▁▂▃▄▅▆▇█"
_HEIGHT = 2
"""Lines of the tallest bar."""
_WIDTH = 4
"""Columns of a bar with what is between it and the next."""


class DayGrid(Widget, can_focus=True):
    """Some of it are days; one has the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Go there", id="days.choose", tooltip="Show what is on the day under the cursor"),
        Binding("left", "move(-1, 0)", show=False, id="days.left"),
        Binding("right", "move(1, 0)", show=False, id="days.right"),
        Binding("up", "move(0, -1)", show=False, id="days.up"),
        Binding("down", "move(0, 1)", show=False, id="days.down"),
        Binding("home", "to(-1)", show=False, id="days.home"),
        Binding("end", "to(1)", show=False, id="days.end"),
    ]

    day: reactive[date] = reactive(date.min, repaint=False)
    """The one under the cursor."""

    class Chosen(Message):
        """A day was chosen."""

        def __init__(self, grid: DayGrid, day: date) -> None:
            self.grid, self.day = grid, day
            super().__init__()

        @property
        def control(self) -> DayGrid:
            return self.grid

    first = date.min
    last = date.min

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self, self.day))

    def action_to(self, end: int) -> None:
        self.day = self.last if end > 0 else self.first

    def action_move(self, columns: int, rows: int) -> None:
        day = self.neighbour(columns, rows)
        if day is not None:
            self.day = day
        elif rows > 0:
            self.screen.focus_next()
        elif rows < 0:
            self.screen.focus_previous()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        day = None if offset is None else self.day_at(offset.x, offset.y)
        if day is not None and day == self.day:
            self.action_choose()
        elif day is not None:
            self.day = day

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.refresh(self.region_of(self.day))

    def watch_day(self, before: date, day: date) -> None:
        # Only what changed: over a slow line a whole year for every key would be felt.
        size = self.content_size
        caption = Region(0, size.height - 1, size.width, 1)
        self.refresh(self.region_of(before), self.region_of(day), caption)

    def region_of(self, day: date) -> Region:
        """Where `day` is shown."""
        raise NotImplementedError

    def neighbour(self, columns: int, rows: int) -> date | None:
        """The day so far from the cursor, if there is one."""
        raise NotImplementedError

    def day_at(self, x: int, y: int) -> date | None:
        """The day that is shown there, if there is one."""
        raise NotImplementedError

    def styled(self, cells: Iterable[tuple[str, str, date]]) -> Content:
        """The text of each cell in its style, reversed under the cursor; neighbours of the same style are one piece."""

        def style_of(cell: tuple[str, str, date]) -> str:
            _, style, day = cell
            return f"{style} reverse" if day == self.day and self.has_focus else style

        pieces = groupby(cells, key=style_of)
        return Content.assemble(*(("".join(cell[0] for cell in piece), style) for style, piece in pieces))


class HeatMap(DayGrid):
    """A column a week, a line a weekday; the more was run on a day, the darker it is."""

    DEFAULT_CSS = "HeatMap { height: 10; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._days: Mapping[date, DayActivity] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        # The title has another colour where the keys are; the shades have that of the days.
        colour = self.app.theme_variables["text-success"]
        self.border_title = Content(f" The last year   {legend()} ").highlight_regex(f"[{SHADES[1:]}]", style=colour)

    def show(self, days: Mapping[date, DayActivity], today: date) -> None:
        """Show `days` up to `today`."""
        self._days = days
        self.last = today
        self.first = weeks_until(today)[0][0]
        if not self.first <= self.day <= today:
            self.day = today
        self.refresh()

    def neighbour(self, columns: int, rows: int) -> date | None:
        if rows and not 0 <= self.day.weekday() + rows <= 6:
            return None
        day = self.day + (7 * columns + rows) * _DAY
        return day if self.first <= day <= self.last else None

    def day_at(self, x: int, y: int) -> date | None:
        if not (_MARGIN <= x < _MARGIN + WEEKS and 1 <= y <= 7):
            return None
        day = self.first + (7 * (x - _MARGIN) + y - 1) * _DAY
        return day if day <= self.last else None

    def render(self) -> Content:
        weeks = weeks_until(self.last)
        lines = [Content.styled(f"{'':{_MARGIN}}{month_line(weeks)}", MUTED)]
        for name, row in weekday_rows(weeks):
            lines.append(Content.assemble((f"{name} ", MUTED), self.styled(map(self._cell, row))))
        done = self._days.get(self.day, DayActivity())
        lines.append(
            Content.assemble((f"{self.day:%a} {self.day.day} {self.day:%b %Y}", "bold"), f"  {day_in_words(done)}")
        )
        return Content("\n").join(lines)

    def region_of(self, day: date) -> Region:
        weeks, weekday = divmod((day - self.first).days, 7)
        return Region(_MARGIN + weeks, 1 + weekday, 1, 1)

    def _cell(self, day: date) -> tuple[str, str, date]:
        level = shade(self._days.get(day, DayActivity()).attempts)
        return SHADES[level], "$text-success" if level else MUTED, day


class DueChart(DayGrid):
    """A bar a day: how many problems come back."""

    DEFAULT_CSS = "DueChart { height: 6; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._days: tuple[DueDay, ...] = ()
        self.border_title = " Due in the next 14 days "

    def show(self, days: tuple[DueDay, ...]) -> None:
        """Show `days`, of which there is at least one."""
        self._days = days
        self.first, self.last = days[0].day, days[-1].day
        if not self.first <= self.day <= self.last:
            self.day = self.first
        self.refresh()

    def neighbour(self, columns: int, rows: int) -> date | None:
        day = self.day + columns * _DAY
        return day if not rows and self.first <= day <= self.last else None

    def day_at(self, x: int, y: int) -> date | None:
        index = x // _WIDTH
        return self._days[index].day if 0 <= index < len(self._days) and y < _HEIGHT + 2 else None

    def region_of(self, day: date) -> Region:
        return Region(_WIDTH * (day - self.first).days, _HEIGHT + 1, _WIDTH, 1)

    def render(self) -> Content:
        most = max((len(due.standings) for due in self._days), default=0)
        lines = []
        for line in range(_HEIGHT, 0, -1):
            bars = (_part(len(due.standings), most, line) for due in self._days)
            lines.append(Content.styled("".join(f"{sign * 3} " for sign in bars), "$text-primary"))
        numbers = (str(len(due.standings) or "·") for due in self._days)
        lines.append(Content("".join(f"{number:^3} " for number in numbers)))
        lines.append(Content(" ").join(self.styled([(f"{due.day:%a}", MUTED, due.day)]) for due in self._days))
        found = next((due for due in self._days if due.day == self.day), None)
        lines.append(_caption(found, self.first) if found else Content(""))
        return Content("\n").join(lines)


def _part(number: int, most: int, line: int) -> str:
    """What a bar of `number` shows in the `line`th line from below."""
    steps = -(-number * _HEIGHT * 8 // most) if most else 0
    return _STEPS[min(max(steps - 8 * (line - 1), 0), 8)]


def _caption(due: DueDay, today: date) -> Content:
    name = "Today" if due.day == today else f"{due.day:%a} {due.day.day} {due.day:%b}"
    if not due.standings:
        return Content.assemble((name, "bold"), "  nothing is due")
    titles = ", ".join(standing.problem.title for standing in due.standings)
    return Content.assemble((name, "bold"), f"  {count(len(due.standings), 'problem')}", (f"  {titles}", MUTED))
