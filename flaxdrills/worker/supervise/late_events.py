"""What is still to be heard once the verdict stands: each thing once, and none that could change it."""

from __future__ import annotations

import contextlib
from typing import Any

from flaxdrills.judging.events import CostCompared, Described, LateEvent, Traced
from flaxdrills.judging.protocol import AfterVerdict, Job, message_of
from flaxdrills.worker.supervise.event_sanitizer import fit_to_show


class LateEvents:
    """Those that are awaited."""

    def __init__(self) -> None:
        self._awaited: set[type[LateEvent]] = set()

    def ask_for(self, job: Job, case: int, *, passed: bool) -> AfterVerdict | None:
        """What is wanted after the verdict on `job`, as an order; `case` is the one to describe."""
        measure_cost = passed and job.measure_cost
        if job.describe:
            self._awaited |= {Described, Traced}
        if measure_cost:
            self._awaited.add(CostCompared)
        return AfterVerdict(case, job.describe, measure_cost) if self._awaited else None

    def take(self, message: dict[str, Any]) -> LateEvent | None:
        """What `message` says, if it is awaited. It may be anything, since a solution was in the same process."""
        with contextlib.suppress(Exception):
            event = message_of(message["event"])
            if isinstance(event, LateEvent) and type(event) in self._awaited:
                self._awaited.remove(type(event))
                shown = fit_to_show(event)
                assert isinstance(shown, LateEvent)
                return shown
        return None

    @property
    def are_over(self) -> bool:
        """Whether nothing more is awaited; what describes a model comes first, if it comes."""
        return not self._awaited & {Traced, CostCompared}
