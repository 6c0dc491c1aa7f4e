"""What problems say of each other: prerequisites and twins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.verify.finding import Finding


def find_broken_links(catalogue: Catalogue, problem: Problem) -> Iterator[Finding]:
    """Whether there is what `problem` names, in the right place, and says so too."""
    for reason in (*_unknown(catalogue, problem), *_too_late(catalogue, problem), *_twin(catalogue, problem)):
        yield Finding(problem.id, "problem.toml", reason)
    for chain in _cycles(catalogue, problem):
        yield Finding(problem.id, "problem.toml", f"the prerequisites go in a circle: {' -> '.join(chain)}")


def _unknown(catalogue: Catalogue, problem: Problem) -> Iterator[str]:
    known = {other.id for other in catalogue}
    for other in (*problem.prerequisites, *filter(None, (problem.twin,))):
        if other not in known:
            yield f"it names {other!r}, and there is no such problem"


def _too_late(catalogue: Catalogue, problem: Problem) -> Iterator[str]:
    for other in catalogue:
        if other.id in problem.prerequisites and other.track == problem.track and other.position > problem.position:
            yield f"it needs {other.id!r}, which comes later in the track"


def _twin(catalogue: Catalogue, problem: Problem) -> Iterator[str]:
    if problem.twin == problem.id:
        yield "it is its own twin"
        return
    for other in catalogue:
        if other.id == problem.twin and other.twin != problem.id:
            yield f'its twin {other.id!r} does not name it: there should be `twin = "{problem.id}"` in {other.id}'


def _cycles(catalogue: Catalogue, problem: Problem) -> Iterable[tuple[str, ...]]:
    """The ways from `problem` back to itself along prerequisites."""
    known = {other.id: other for other in catalogue}
    paths: list[tuple[str, ...]] = [(problem.id,)]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        here = known.get(path[-1])
        for other in here.prerequisites if here else ():
            if other == problem.id:
                yield (*path, other)
            elif other not in seen:
                seen.add(other)
                paths.append((*path, other))
