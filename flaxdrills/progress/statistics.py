"""Where the learner stands, in figures: for the progress screen, its plain text, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flaxdrills.problems.problem import Track
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.overview import Overview, Standing
from flaxdrills.system.english import count

DAYS_AHEAD = 14
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TrackBar:
    """How far the learner is with a track."""

    track: Track
    solved: int
    total: int
    due: int


@dataclass(frozen=True, slots=True)
class DueDay:
    """What comes back on a day."""

    day: date
    standings: tuple[Standing, ...]


def track_bars(overview: Overview) -> tuple[TrackBar, ...]:
    """Every track that has problems."""
    due = {standing.problem.id for standing in overview.due}
    return tuple(
        TrackBar(
            track,
            sum(standing.is_solved for standing in standings),
            len(standings),
            sum(standing.problem.id in due for standing in standings),
        )
        for track, standings in overview.tracks
        if standings
    )


def bar(solved: int, total: int, width: int) -> tuple[str, str]:
    """The full and the empty part of a bar; something done is seen, and something left to do as well."""
    full = round(width * solved / total) if total else 0
    full = min(max(full, 1 if solved else 0), width if solved == total else width - 1)
    return "█" * full, "░" * (width - full)


def due_days(overview: Overview) -> tuple[DueDay, ...]:
    """Today, with all that was due before, and the days after it."""
    coming: dict[date, list[Standing]] = {}
    for standing in overview.standings:
        memory = standing.progress.review.memory
        if memory is not None and memory.due_on > overview.today:
            coming.setdefault(memory.due_on, []).append(standing)
    later = (overview.today + number * _DAY for number in range(1, DAYS_AHEAD))
    return (DueDay(overview.today, overview.due), *(DueDay(day, tuple(coming.get(day, ()))) for day in later))


def first_tries(overview: Overview) -> tuple[int, int]:
    """How often a problem or a review was solved at the first try without help, and how often at all."""
    reviews = [problem.review for problem in overview.progress.problems.values()]
    return sum(review.first_tries for review in reviews), sum(review.rounds for review in reviews)


def practised_since(overview: Overview, days: int) -> float:
    """Seconds practised on the last `days` days, today among them."""
    first = overview.today - (days - 1) * _DAY
    return sum(done.practised_s for day, done in overview.progress.days.items() if first <= day <= overview.today)


def duration(seconds: float) -> str:
    """Hours and minutes, in words.

    >>> duration(3900)
    '1 h 5 min'
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def day_in_words(done: DayActivity) -> str:
    """What was done on a day, in a few words."""
    if not done.attempts:
        return "nothing was run"
    parts = [count(done.attempts, "run"), f"{done.passes} passed"]
    if done.practised_s >= 30:
        parts.append(duration(done.practised_s))
    return ", ".join(parts)
