"""What one run of a solution may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run of a solution may use."""

    run_s: float = 10.0
    """Seconds of the learner's own time; getting ready is not counted."""
    prepare_s: float = 120.0
    """Seconds that a worker may take to get ready."""
    memory_mib: int = 4096
    """Resident memory of the whole process tree."""
    output_kib: int = 64
    """How much of what the solution prints is kept."""
