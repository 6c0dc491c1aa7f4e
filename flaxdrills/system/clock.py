"""The learner's clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone

MOST_OFFSET_MIN = 24 * 60 - 1
"""How far a clock can be ahead of UTC, or behind it."""
_MINUTE = timedelta(minutes=1)


def local_now() -> datetime:
    """The time by this machine's clock, with its offset from UTC in whole minutes: UTC where TZ is no time zone."""
    now = datetime.now(UTC)
    try:
        offset_min = round((now.astimezone().utcoffset() or timedelta()) / _MINUTE)
    except (ValueError, OverflowError, OSError):
        offset_min = 0
    return now.astimezone(timezone(max(-MOST_OFFSET_MIN, min(offset_min, MOST_OFFSET_MIN)) * _MINUTE))


def clock_fault() -> str:
    """What is wrong with the time zone of this process; "" where nothing is."""
    try:
        datetime.now(UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        zone = os.environ.get("TZ", "")
        return f"TZ is {zone!r}, which is a day or more away from UTC. UTC is used; set TZ to where you are."
    return ""
