"""One call of the learner's function as a check sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from flax import nnx

from flaxdrills.worker import spy
from flaxdrills.worker.held import ATOL, RTOL
from flaxdrills.worker.quiet import muted

T = TypeVar("T")

RAISED = "raised"
"""The finding when the learner's function raises on being called again by a check."""


class Unmet(Exception):
    """A claim that does not hold. The message is written to the learner."""

    def __init__(self, message: str, finding: str | None = None) -> None:
        super().__init__(message)
        self.finding = message if finding is None else finding
        """The same for everyone who makes the same mistake, whatever names they chose."""


@dataclass(frozen=True, slots=True)
class Case:
    """One set of arguments for the task's function, and how near to the reference the result must be."""

    name: str
    arguments: Mapping[str, Any]
    rtol: float = RTOL
    atol: float = ATOL


@dataclass(frozen=True)
class Run:
    """One call of the learner's function, and what was seen during it."""

    case: Case
    arguments: Mapping[str, Any]
    """What the function was given."""
    output: Any
    recorder: spy.Recorder
    call: Callable[[Mapping[str, Any]], Any] = field(repr=False)
    """The learner's function on a set of arguments."""

    def modules(self, kind: type[Any] = nnx.Module) -> list[Any]:
        """The NNX modules of `kind` that were built, called, or returned, without repeats."""
        seen = list(self.recorder.modules)
        for module in _reachable(self.output):
            if not any(module is other for other in seen):
                seen.append(module)
        return [module for module in seen if isinstance(module, kind)]

    def variables(self, name: str) -> list[Any]:
        """What the attribute `name` holds now in each module that has one."""
        return [vars(module)[name] for module in self.modules() if name in vars(module)]

    def again(self, shift: spy.Shift) -> Run:
        """The same call once more, with some values moved as they are created. What it prints is dropped.

        Raises Unmet when the learner's function raises this time.
        """
        with muted(), spy.recording(shift) as recorder:
            output = _learners(self.call, self.arguments)
        return replace(self, output=output, recorder=recorder)


def learner_calls(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """`function`, which is the learner's, called by a check. What it prints is dropped.

    Raises Unmet when it raises.
    """
    with muted():
        return _learners(function, *args, **kwargs)


def _learners(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    try:
        return function(*args, **kwargs)
    except Exception as error:
        raise Unmet(f"Called once more by this check, it raised {type(error).__name__}: {error}", RAISED) from error


def _reachable(value: Any) -> list[nnx.Module]:
    if isinstance(value, nnx.Module):
        return [module for _, module in nnx.iter_modules(value)]
    if isinstance(value, Mapping):
        return [module for item in value.values() for module in _reachable(item)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [module for item in value for module in _reachable(item)]
    return []
