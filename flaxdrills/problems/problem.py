"""What a problem is: the values that its folder describes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
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
    tree_mode: bool = False
    """Whether NNX is in tree mode."""


class Form(StrEnum):
    """What a problem gives, and asks for."""

    WRITE = "write"
    """A signature: write the function."""
    FIX = "fix"
    """A program that runs and is wrong, or raises: find out why."""
    EXTEND = "extend"
    """A program that works and lacks something."""
    REFACTOR = "refactor"
    """A program that gives the right values in the wrong way."""
    PORT = "port"
    """A program for another library or API."""

    @property
    def begins_whole(self) -> bool:
        """Whether the stub is a program that runs, and leaves nothing out."""
        return self in (Form.FIX, Form.EXTEND, Form.REFACTOR)


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
    introduces: tuple[str, ...] = ()
    """The names of flax, jax and optax that its lesson is the first of its track to use, such as "nnx.Linear"."""
    form: Form = Form.WRITE
    stub_says: str = ""
    """Where the stub is a whole program: what its report says, as the task does."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A few problems of a track that belong together."""

    title: str
    summary: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """An ordered list of problems."""

    id: str
    title: str
    summary: str
    problems: tuple[Problem, ...]
    chapters: tuple[Chapter, ...] = ()
    """The same problems, where they are divided; none where they are not."""

    def chapter_of(self, problem: Problem) -> Chapter | None:
        """The chapter that `problem` is in."""
        return next((chapter for chapter in self.chapters if problem in chapter.problems), None)
