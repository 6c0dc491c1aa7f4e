"""What a problem is: the values that its folder describes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.settings import Platform


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
    not_demanded: tuple[str, ...] = ()
    """What a solution need not be able to do, even if the reference is: work under "jit", under "grad", or both."""


@dataclass(frozen=True, slots=True)
class Track:
    """An ordered list of problems."""

    id: str
    title: str
    summary: str
    problems: tuple[Problem, ...]
