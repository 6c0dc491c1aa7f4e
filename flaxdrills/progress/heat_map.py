"""The last year as a map of days: its weeks, its shades, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from flaxdrills.progress.daily_activity import DayActivity

_DAY = timedelta(days=1)

WEEKS = 53
"""So many columns show a year whole, whatever weekday it is."""


SHADES = "·░▒▓█"
"""How a day looks without colour, from nothing to very much."""


THRESHOLDS = (1, 3, 6, 10)
"""From how many runs a day has the next shade."""


def shade(attempts: int) -> int:
    """Which of SHADES a day with so many runs has."""
    return sum(attempts >= threshold for threshold in THRESHOLDS)


def weeks_until(today: date) -> tuple[tuple[date, ...], ...]:
    """The weeks of the last year from Monday to Sunday, the last one up to `today`."""
    monday = today - today.weekday() * _DAY
    first = monday - (WEEKS - 1) * 7 * _DAY
    weeks = (tuple(first + (7 * week + day) * _DAY for day in range(7)) for week in range(WEEKS))
    return tuple(tuple(day for day in week if day <= today) for week in weeks)


def weekday_rows(weeks: Sequence[tuple[date, ...]]) -> Iterator[tuple[str, tuple[date, ...]]]:
    """A row for each weekday: its name, and its day in each of the weeks."""
    for number, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        yield name, tuple(week[number] for week in weeks if number < len(week))


def month_line(weeks: Iterable[tuple[date, ...]]) -> str:
    """A line over the weeks, a column each, with the name of a month where it begins."""
    line = ""
    for column, week in enumerate(weeks):
        begins = next((day for day in week if day.day == 1), None)
        if begins is not None and column >= len(line) and column <= WEEKS - 3:
            line = f"{line.ljust(column)}{begins:%b} "
    return line.rstrip()


def heat_map(days: Mapping[date, DayActivity], today: date) -> Iterator[str]:
    """The last year as lines: the months, then a line for each weekday."""
    weeks = weeks_until(today)
    yield f"     {month_line(weeks)}"
    for name, row in weekday_rows(weeks):
        yield f"{name}  {''.join(SHADES[shade(days.get(day, DayActivity()).attempts)] for day in row)}"


def legend() -> str:
    """What the shades mean."""
    steps = "  ".join(f"{sign} {least}+" for sign, least in zip(SHADES[1:], THRESHOLDS, strict=True))
    return f"{SHADES[0]} 0  {steps} runs a day"
