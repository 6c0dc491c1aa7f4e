"""How the learner wants days and reviews to be counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Habits:
    """What the settings say of it."""

    day_end: time = time(4)
    """Until when a night still belongs to the day before."""
    free_day: bool = False
    """Whether a day of each week may be missed."""
    reviews_a_day: int = 10
    """How many reviews are put first on a day; 0 puts none first."""
