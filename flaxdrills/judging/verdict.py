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
    INTERRUPTED = "interrupted"
    NO_GPU = "no gpu"
    BROKEN = "broken"

    @property
    def headline(self) -> str:
        """The words that the screen shows for it, and for nothing else."""
        return _HEADLINES[self]

    @property
    def is_about_solution(self) -> bool:
        """Whether it says anything about the solution; what does not is not recorded."""
        return self not in (Verdict.INTERRUPTED, Verdict.NO_GPU, Verdict.BROKEN)


_HEADLINES = {
    Verdict.PASSED: "PASSED",
    Verdict.FAILED: "FAILED",
    Verdict.ERROR: "ERROR",
    Verdict.TIMEOUT: "TIMEOUT",
    Verdict.MEMORY: "OUT OF MEMORY",
    Verdict.CRASHED: "CRASHED",
    Verdict.INTERRUPTED: "INTERRUPTED",
    Verdict.NO_GPU: "NO GPU",
    Verdict.BROKEN: "BROKEN PROBLEM",
}
