"""The concepts that go wrong, by the last runs of each of their problems."""

from __future__ import annotations

from dataclasses import dataclass

from flaxdrills.progress.overview import Overview, Standing

_MIN_RUNS = 4
"""What was tried less often than that says nothing of a concept."""


@dataclass(frozen=True, slots=True)
class WeakConcept:
    """A concept that goes wrong, by the last runs of each of its problems."""

    name: str
    failed: int
    runs: int
    standings: tuple[Standing, ...]
    """The problems that train it, those that fail most first."""


def weak_concepts(overview: Overview, count: int) -> tuple[WeakConcept, ...]:
    """Up to `count` concepts of which the largest share of runs failed lately."""
    training: dict[str, list[Standing]] = {}
    for standing in overview.standings:
        for name in dict.fromkeys(standing.problem.concepts):
            training.setdefault(name, []).append(standing)
    concepts = (_weak(name, standings) for name, standings in training.items())
    failing = (concept for concept in concepts if concept.failed and concept.runs >= _MIN_RUNS)
    # A few runs more than there were keep what was hardly tried from standing above what fails day after day.
    return tuple(sorted(failing, key=lambda concept: (-concept.failed / (concept.runs + 4), concept.name))[:count])


def _weak(name: str, standings: list[Standing]) -> WeakConcept:
    recent = [run for standing in standings for run in standing.progress.recent]
    worst_first = sorted(standings, key=lambda standing: -standing.progress.recent.count(False))
    return WeakConcept(name, recent.count(False), len(recent), tuple(worst_first))
