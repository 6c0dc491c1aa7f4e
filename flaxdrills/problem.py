"""What a problem is: the values that its folder describes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Platform(StrEnum):
    """Where a worker computes."""

    CPU = "cpu"
    GPU = "gpu"


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


@dataclass(frozen=True, slots=True)
class Environment:
    """What a worker must have before it starts."""

    devices: int = 1
    """How many devices jax must show; more than one on a CPU are simulated."""
    platform: Platform | None = None
    """The platform that the problem insists on; None leaves it to the learner's setting."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One exercise."""

    id: str
    track: str
    position: int
    """Place in its track, from 1."""
    title: str
    summary: str
    difficulty: int
    """From 1 (a first step) to 5."""
    function: str
    """Name of the function that the solution file must define."""
    folder: Path
    concepts: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    twin: str | None = None
    """The same idea in the other API."""
    limits: Limits = field(default_factory=Limits)
    environment: Environment = field(default_factory=Environment)


@dataclass(frozen=True, slots=True)
class Track:
    """An ordered list of problems."""

    id: str
    title: str
    summary: str
    problems: tuple[Problem, ...]
