"""What one run of a lesson's code block came to, beside what the lesson says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaxdrills.judging.events import (
    BeginsAgain,
    Broke,
    Died,
    Done,
    Event,
    FinalEvent,
    Interrupted,
    Killed,
    NoGpu,
    Preparing,
    Printed,
    Raised,
    Ready,
    Started,
)
from flaxdrills.problems.lesson import Block
from flaxdrills.problems.lesson_output import OutputLine, compared, matches
from flaxdrills.system.installed_versions import TAUGHT


@dataclass(frozen=True, slots=True)
class BlockRun:
    """The state of one run, from its first event to its last."""

    block: Block
    is_copy: bool = False
    """Whether a copy was run, which the learner may have changed."""
    stage: str = ""
    """What the worker is doing while it is not over."""
    output: str = ""
    """All that was printed, control characters shown as text; what was raised stands at its end."""
    output_truncated: bool = False
    error: Raised | None = None
    end: FinalEvent | None = None
    device: str = ""
    versions: tuple[tuple[str, str], ...] = ()

    def after(self, event: Event) -> BlockRun:
        """The run with one more event folded in."""
        match event:
            case Preparing(stage):
                return replace(self, stage=stage)
            case Ready(device, versions):
                return replace(self, stage="ready", device=device, versions=versions)
            case Started():
                return replace(self, stage="running it")
            case Raised():
                return replace(self, error=event)
            case Printed(text, truncated):
                return replace(self, output=text, output_truncated=truncated)
            case BeginsAgain():
                return BlockRun(self.block, self.is_copy)
            case Done() | Killed() | Died() | Interrupted() | NoGpu() | Broke():
                return replace(self, end=event)
            case _:
                return self

    @property
    def is_over(self) -> bool:
        """Whether there is no more to come."""
        return self.end is not None

    @property
    def agrees(self) -> bool | None:
        """Whether it printed what the lesson says; None where it did not run to its end."""
        if not isinstance(self.end, Done):
            return None
        return not self.output_truncated and matches(self.block.output or "", self.output)

    @property
    def fault(self) -> str:
        """Why it did not run to its end, in a sentence; "" if it did."""
        return "" if self.end is None or isinstance(self.end, Done) else self.end.message

    @property
    def lines(self) -> tuple[OutputLine, ...]:
        """What the lesson says and what was printed, line by line."""
        return compared(self.block.output or "", self.output)

    @property
    def versions_text(self) -> str:
        """With what it ran, such as "cpu, flax 0.12.8, jax 0.10.2"."""
        return ", ".join([self.device, *(f"{name} {version}" for name, version in self.versions if name in TAUGHT)])
