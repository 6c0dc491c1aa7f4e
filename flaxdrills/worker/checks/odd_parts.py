"""What a program holds or returns that is of another kind than what the reference has in the same place, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flaxdrills.system.english import with_article
from flaxdrills.worker.checks.held_values import is_array, kind_name, raw_of
from flaxdrills.worker.checks.observed_run import Run
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import leaves_of

_TOLD = 3
"""So many are told."""

Held = tuple[str, str]
"""A place, and the kind of what is there."""


def odd_parts(runs: list[Run], expected: list[Run]) -> list[str]:
    """Each such place in these runs, as a learner is told of it: those first where the reference has another kind."""
    wanted: dict[str, set[str]] = {}
    for run in expected:
        for place, kind in _kinds(run):
            wanted.setdefault(place, set()).add(kind)
    found = dict.fromkeys(held for run in runs for held in _kinds(run) if held[1] not in wanted.get(held[0], ()))
    strange = [held for held in found if held[0] in wanted] or [held for held in found if held[1] not in _USUAL]
    return [_told(place, kind, wanted.get(place, set())) for place, kind in strange[:_TOLD]]


def _told(place: str, kind: str, wanted: set[str]) -> str:
    should = f", and should hold {' or '.join(sorted(map(with_article, wanted)))}" if wanted else ""
    return f"{place} holds {with_article(kind)}{should}"


_USUAL = ("array", "bool", "int", "float", "None", "function")


def _kinds(run: Run) -> Iterator[Held]:
    """Every place of a run: the attributes of its modules, what Linen made, read and returned, and what came out."""
    for module in run.modules():
        for name, value in vars(module).items():
            if not str(name).startswith("_"):
                yield f"`{name}`", _kind(value)
    seen = run.recorder
    for path, value in (*seen.param_values, *seen.reads):
        yield f"`{path}`", _kind(value)
    for init in seen.inits:
        for path, value in init.leaves.items():
            yield f"`{path}`", _kind(value)
    for leaf in leaves_of(run.output):
        yield "what your function returned", _kind(leaf)


def _kind(value: Any) -> str:
    """What a learner would call the kind of it, whatever its class says."""
    outcome = heard(lambda: "array" if is_array(raw_of(value)) else kind_name(raw_of(value)))
    return str(outcome.value) if outcome.error is None else "object that cannot be looked at"
