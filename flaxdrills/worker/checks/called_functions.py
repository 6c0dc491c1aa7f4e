"""Claims about the functions that were called: seen, or not seen, by whatever name they were imported."""

from __future__ import annotations

from dataclasses import dataclass

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.observed_run import Run
from flaxdrills.worker.spy import jax_calls


@dataclass(frozen=True, slots=True)
class Watched:
    """Functions whose calls are noted."""

    names: tuple[str, ...]

    @property
    def told(self) -> str:
        """How a learner is told of them."""
        return " or ".join(name.replace("flax.linen", "nn").replace("flax.nnx", "nnx") for name in self.names)


def watch(*names: str) -> Watched:
    """Have calls of these functions noted, such as "nnx.scan" and "jax.lax.scan"; any one of them will do.

    To be called at the top of checks.py, so that it comes before the solution is loaded.
    """
    return Watched(tuple(jax_calls.watch(name) for name in names))


def calls(run: Run, api: Watched, times: int | None = None) -> None:
    """One of the functions was called, in the call or as the file was loaded; with `times`, so often.

    Calls by a library, on the learner's behalf perhaps, count for the former. Raises Unmet.
    """
    seen = jax_calls.calls(run.recorder, api.names)
    sure = sum(call.sure for call in seen)
    if not seen:
        fail(f"{api.told} was not called.", f"{api.told} not called")
    if times is not None and sure and sure != times:
        fail(f"{api.told} was called {sure} times, and should be {times}.", f"{api.told} called {sure} times")


def calls_not(run: Run, api: Watched) -> None:
    """None of the functions was called by the learner's code. Raises Unmet."""
    for call in jax_calls.calls(run.recorder, api.names):
        if call.sure:
            fail(f"{api.told} was called, and the task asks for a different way.", f"{call.name} called")
