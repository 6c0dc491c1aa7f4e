"""The verdict: what a run came to, in one word."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a run came to, in one word."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    BROKEN = "broken"

    @property
    def headline(self) -> str:
        """The words that the screen shows for it, and for nothing else."""
        return _HEADLINES[self]


_HEADLINES = {
    Verdict.PASSED: "PASSED",
    Verdict.FAILED: "FAILED",
    Verdict.ERROR: "ERROR",
    Verdict.TIMEOUT: "TIMEOUT",
    Verdict.MEMORY: "OUT OF MEMORY",
    Verdict.CRASHED: "CRASHED",
    Verdict.BROKEN: "BROKEN PROBLEM",
}
