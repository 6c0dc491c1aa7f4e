"""What verifying finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    problem: str
    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.problem}/{self.file}: {self.reason}"
