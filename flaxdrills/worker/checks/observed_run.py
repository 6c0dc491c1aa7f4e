"""One call of the learner's function as a check sees it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.worker.checks.held_values import ATOL, RTOL, is_gone
from flaxdrills.worker.outcome import Outcome, heard
from flaxdrills.worker.run.discard_output import output_discarded
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.linen_calls import elsewhere
from flaxdrills.worker.spy.recorder import leaves_of

T = TypeVar("T")

_ANEW = jax.make_user_context(0)
_NUMBERS = itertools.count(1)
"""jit keeps what it traces by the number in this context, too: under a new one nothing is kept."""

RAISED = "raised"
"""The finding when the learner's function raises on being called again by a check."""


class Unmet(Exception):
    """A claim that does not hold. The message is written to the learner."""

    def __init__(self, message: str, finding: str | None = None, line: int = 0) -> None:
        super().__init__(message)
        self.finding = message if finding is None else finding
        """The same for everyone who makes the same mistake, whatever names they chose."""
        self.line = line
        """The line of the learner's file that the message names; 0 for none."""


@dataclass(frozen=True, slots=True)
class Made:
    """An argument that is made anew for each call."""

    make: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One set of arguments for the task's function, and how near to the reference the result must be."""

    name: str
    arguments: Mapping[str, Any]
    rtol: float = RTOL
    atol: float = ATOL

    def made(self) -> dict[str, Any]:
        """The arguments for one call: arrays as new jax arrays, ints as ints, containers copied."""
        return {
            name: float(value) if isinstance(value, float) else fresh(value) for name, value in self.arguments.items()
        }


@dataclass(frozen=True)
class Run:
    """One call of the learner's function, and what was seen during it."""

    case: Case
    passed: Mapping[str, Any]
    """What the function was given."""
    output: Any
    recorder: install_hooks.Recorder
    call: Callable[[Mapping[str, Any]], Any] = field(repr=False)
    """The learner's function on a set of arguments."""
    reference: Callable[[Mapping[str, Any]], Any] = field(repr=False)
    """The problem's own solution on a set of arguments."""
    given: Mapping[str, list[tuple[str, Any]]] = field(default_factory=dict, repr=False)
    """What `changeable_parts` took of the arguments before the call."""

    @cached_property
    def arguments(self) -> Mapping[str, Any]:
        """The same for a check to compute with: an array that the function donated or deleted is made anew."""
        gone = [name for name, value in self.passed.items() if any(map(is_gone, leaves_of(value)))]
        made = self.case.made() if gone else {}
        return {**self.passed, **{name: made[name] for name in gone if name in made}}

    @cached_property
    def programs(self) -> dict[str | None, str | None]:
        """The compiled programs as text, once a check has asked for them, by the argument that they are of."""
        return {}

    def part(self, *path: int | str) -> Any:
        """What is at `path` in the output: indices, keys or attributes, one after the other.

        Raises Unmet where there is no such thing.
        """
        value = self.output
        for step in path:
            value = part_at(value, step, "What your function returned")
        return value

    def modules(self, kind: type[Any] = nnx.Module) -> list[Any]:
        """The NNX modules of `kind` that were built, called, or returned, without repeats."""
        seen = list(self.recorder.modules)
        known = {id(module) for module in seen}
        for module in _reachable(self.output):
            if id(module) not in known:
                known.add(id(module))
                seen.append(module)
        return [module for module in seen if isinstance(module, kind)]

    def objects(self, kind: type[Any]) -> list[Any]:
        """The nnx.Pytree objects of `kind` that are no modules (an nnx.Optimizer, say) and were built."""
        return [made for made in self.recorder.objects if isinstance(made, kind)]

    def variables(self, name: str) -> list[Any]:
        """What the attribute `name` holds now in each module that has one."""
        return [vars(module)[name] for module in self.modules() if name in vars(module)]

    def again(self, shift: install_hooks.Shift | None = None, **others: Any) -> Run:
        """The same call once more, with some values moved as they are created, or with `others` as arguments.

        What it prints is dropped. Raises Unmet when the learner's function raises this time.
        """
        self.recorder.repeats += 1
        arguments = self.case.made() | others
        with output_discarded(), install_hooks.recording(shift, self.recorder.of) as recorder:
            output = _learners(self.call, arguments)
        return replace(self, passed=arguments, output=output, recorder=recorder)

    def again_traced(self, shift: install_hooks.Shift) -> Run:
        """The same with nothing kept by jit: each call is seen, and what is traced now holds nowhere else.

        Raises Unmet.
        """
        number = next(_NUMBERS)
        with _ANEW(number), elsewhere(lambda: _ANEW(number)):
            return self.again(shift)

    def expected(self, shift: install_hooks.Shift | None = None, **others: Any) -> Run:
        """The same call of the reference. Raises what the reference raises, which is the problem's fault."""
        self.recorder.repeats += 1
        arguments = self.case.made() | others
        with output_discarded(), install_hooks.recording(shift) as recorder:
            output = self.reference(arguments)
        return replace(self, passed=arguments, output=output, recorder=recorder, call=self.reference)


def part_at(value: Any, step: int | str, whole: str) -> Any:
    """The item, entry or attribute of `value` at `step`. Raises Unmet where there is none."""
    is_item = isinstance(step, int) or isinstance(value, Mapping)
    outcome = heard(lambda: value[step] if is_item else getattr(value, str(step)))
    if outcome.error is not None:
        where = f"number {step + 1}" if isinstance(step, int) else f"`{step}`"
        raise Unmet(f"{whole} has no {where}: it is of type {type(value).__name__}.", f"no {step}")
    return outcome.value


def learner_calls(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """`function`, which is the learner's, called by a check. What it prints is dropped.

    Raises Unmet when it raises.
    """
    with output_discarded():
        return _learners(function, *args, **kwargs)


def tried(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
    """Call what is the learner's, whatever it raises. What it prints is dropped."""
    with output_discarded():
        return heard(function, *args, **kwargs)


def _learners(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    outcome = heard(function, *args, **kwargs)
    if isinstance(outcome.error, Unmet | SystemExit):
        raise outcome.error
    if outcome.error is not None:
        kind = type(outcome.error).__name__
        raise Unmet(f"Called once more by this check, it raised {kind}: {outcome.error}", RAISED) from outcome.error
    value: T = outcome.value
    return value


def changeable_parts(arguments: Mapping[str, Any]) -> dict[str, list[tuple[str, Any]]]:
    """What can be changed in place in each argument: its leaves by path, NumPy's copied."""
    return {
        name: [(path, leaf.copy() if isinstance(leaf, np.ndarray) else leaf) for path, leaf in contents(value)]
        for name, value in arguments.items()
        if not isinstance(value, jax.Array | float | str)
    }


def contents(value: Any) -> list[tuple[str, Any]]:
    """The leaves of an argument by path; those of an nnx.Pytree are what its variables hold."""
    found: list[tuple[str, Any]] = []
    for path, leaf in jax.tree_util.tree_flatten_with_path(value, is_leaf=lambda part: isinstance(part, nnx.Pytree))[0]:
        name = jax.tree_util.keystr(path, simple=True, separator="/")
        if isinstance(leaf, nnx.Pytree):
            found += [(f"{name}/{inner}", raw) for inner, raw in contents(nnx.to_pure_dict(nnx.state(leaf)))]
        else:
            found.append((name, leaf))
    return found


def fresh(value: Any) -> Any:
    """A copy of an argument, for a call that may donate it, or write to it."""
    match value:
        case Made():
            return value.make()
        case np.ndarray() | jax.Array():
            # A copy: a buffer that is donated, or written to, is not the case's own.
            return jnp.array(value)
        case dict():
            return {key: fresh(item) for key, item in value.items()}
        case tuple() if not hasattr(value, "_fields"):
            return tuple(fresh(item) for item in value)
        case list():
            return [fresh(item) for item in value]
    return value


def _reachable(value: Any) -> list[nnx.Module]:
    if isinstance(value, nnx.Module):
        return [module for _, module in nnx.iter_modules(value)]
    if isinstance(value, Mapping):
        return [module for item in value.values() for module in _reachable(item)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [module for item in value for module in _reachable(item)]
    return []
