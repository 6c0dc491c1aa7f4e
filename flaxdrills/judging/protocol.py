"""What the app and a worker say to each other: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, get_args

from flaxdrills.judging.events import Event
from flaxdrills.judging.typed_json import from_json
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import OURS_S
from flaxdrills.system.settings import Platform

VERSION = 1
"""Grows when a line changes its meaning."""

LINE_LIMIT = 4 * 1024 * 1024
"""The longest line that the app reads, in bytes. A worker, which is told only what is ours, reads any job."""


class ProtocolError(ValueError):
    """A line that is not part of the protocol."""


class Task(StrEnum):
    """What a worker is prepared for."""

    JUDGE = "judge"
    """Run a solution and check it."""
    SERIES = "series"
    """The same for one solution after the other, all in one process: for those that come with the problem."""
    LESSON = "lesson"
    """Run the code blocks of a lesson, as it comes with the problem."""
    BLOCK = "block"
    """Run one of them, after those before it."""
    COPY = "copy"
    """The same for a copy of one, which the learner may have changed."""

    @property
    def is_ours(self) -> bool:
        """Whether all that is run comes with the problem: what it compiles may be kept for later workers."""
        return self not in (Task.JUDGE, Task.COPY)


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a worker gets ready for, before there is a solution."""

    task: Task
    folder: str
    """The problem's folder."""
    function: str
    devices: int
    platform: Platform
    prepare_s: float
    run_s: float
    memory_mib: int
    output_kib: int
    not_demanded: tuple[str, ...] = ()
    """What a solution need not be able to do, even if the reference is."""
    tree_mode: bool = False
    """Whether NNX is in tree mode."""
    hidden: tuple[str, ...] = ()
    """Folders that a solution may not read, where the kernel keeps it from that."""

    @classmethod
    def of(
        cls, problem: Problem, platform: Platform, task: Task = Task.JUDGE, hidden: tuple[str, ...] = ()
    ) -> Preparation:
        """The preparation that `problem` needs on `platform`."""
        return cls(
            task=task,
            folder=str(problem.folder),
            function=problem.function,
            devices=problem.environment.devices,
            platform=problem.environment.platform or platform,
            prepare_s=problem.limits.prepare_s,
            run_s=max(problem.limits.run_s, OURS_S) if task.is_ours else problem.limits.run_s,
            memory_mib=problem.limits.memory_mib,
            output_kib=problem.limits.output_kib,
            not_demanded=problem.not_demanded,
            tree_mode=problem.environment.tree_mode,
            hidden=hidden,
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One source text for a prepared worker."""

    source: str
    filename: str
    """What tracebacks call it."""
    measure_cost: bool = False
    """Whether its cost is measured after a pass."""
    names: tuple[str, ...] = ()
    """Names such as "flax.nnx.Linear" that a lesson uses: those that do not exist are told at its end."""
    describe: bool = False
    """Whether what it built is described after the verdict."""
    before: tuple[str, ...] = ()
    """The blocks before one of a lesson: they are run first, in the same namespace, and what they print is dropped."""


@dataclass(frozen=True, slots=True)
class AfterVerdict:
    """What is wanted of a solution that was run, now that its verdict is known."""

    case: int
    """The number of the case to look at."""
    describe: bool
    measure_cost: bool


Order = Job | Preparation | AfterVerdict
"""What a worker is told to do."""


_KINDS: dict[str, type[Event | Order]] = {kind.__name__.lower(): kind for kind in (*get_args(Event), *get_args(Order))}


def encode(message: Event | Order) -> bytes:
    """`message` as one line, newline included."""
    return json.dumps(json_of(message), allow_nan=True).encode() + b"\n"


def decode(line: bytes) -> Event | Order:
    """The message that `line` holds.

    Raises ProtocolError when it is not one of this version's.
    """
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"Not a line of the protocol: {line[:80]!r}") from error
    return message_of(fields)


def json_of(message: Event | Order) -> dict[str, Any]:
    """`message` as an object of JSON."""
    return {"v": VERSION, "kind": type(message).__name__.lower(), **asdict(message)}


def message_of(fields: Mapping[str, Any]) -> Event | Order:
    """The message that `fields`, an object of JSON, holds.

    Raises ProtocolError when it is not one of this version's.
    """
    try:
        version, kind = fields["v"], fields["kind"]
        if version != VERSION:
            raise ProtocolError(f"The line is of version {version}, and this app speaks version {VERSION}.")
        values = {name: value for name, value in fields.items() if name not in ("v", "kind")}
        return from_json(_KINDS[kind], values)
    except ProtocolError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ProtocolError(f"Not a message of the protocol: {str(fields)[:80]}") from error
