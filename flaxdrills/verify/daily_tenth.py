"""A tenth of all problems, a different one each day: in ten days each has its turn."""

from __future__ import annotations

import zlib
from datetime import date

_DAYS = 10


def is_due(problem_id: str, day: date, days: int = _DAYS) -> bool:
    """Whether it is the turn of the problem on `day`, where in so many `days` each has its turn."""
    return (zlib.crc32(problem_id.encode()) + day.toordinal()) % days == 0
