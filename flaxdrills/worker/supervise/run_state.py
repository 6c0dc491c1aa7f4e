"""What a run has come to so far, going by what its runner says and by what the comparison finds."""

from __future__ import annotations

from typing import Any

from flaxdrills.judging.events import Broke, Checked, CheckKind, Event, Ran, Ready
from flaxdrills.judging.protocol import Order, message_of
from flaxdrills.worker.supervise.event_sanitizer import fit_to_show

_JOINED = {"tracing": "tracing in", "compiling": "compiling for"}
"""How a phase is said together with what it is a phase of."""


class RunState:
    """What was expected, what came, and which checks hold. Cases are compared here, out of the solution's reach.

    Until the worker is ready only what comes with the problem has run. From then on anything may be said by the
    learner's code, which finds in memory what speaks for the judge: nothing is expected any more, and what was
    compiled is kept only where all that runs is ours.
    """

    def __init__(self, *, is_ours: bool) -> None:
        """`is_ours`: whether all that is run comes with the problem (Task.is_ours)."""
        self._is_ours = is_ours
        self._is_ready = False
        self.checks: tuple[str, ...] = ()
        """The names of all checks, once the worker is ready."""
        self.first_failing: int | None = None
        """The number of the first case that does not hold."""
        self.note = ""
        """What there is to say of the results, if all is right."""
        self.is_jit_off = False
        """Whether the solution was last seen to have turned jit off."""
        self._expected: dict[int, Any] = {}
        self._loaded = False
        self._made = 0
        """How many checks were made, or blocks were run."""
        self._held = 0
        """How many of the checks hold."""

    @property
    def is_pass(self) -> bool:
        """Whether there are checks and all hold."""
        return self._held == len(self.checks) > 0

    def take(self, message: dict[str, Any]) -> Event | None:
        """What `message` of the runner means, if that is something to tell.

        Raises whatever a message that makes no sense gives rise to.
        """
        if "expected" in message:
            self._expect(message)
            return None
        if "compiled" in message:
            self._keep_compiled(message)
            return None
        if "jit" in message:
            self.is_jit_off = message["jit"] is False
        if "returned" in message:
            return self._compared(message)
        if "loaded" in message:
            self._loaded = True
            return None
        event = message_of(message["event"])
        assert not isinstance(event, Order)
        if isinstance(event, Ready):
            self.checks, self._is_ready = event.checks, True
        if isinstance(event, Checked) and event.result.kind is not CheckKind.MECHANISM:
            # Nobody else may say how a case went.
            return None
        return self._counted(event)

    def begin_again(self) -> None:
        """Be as before the job, for the next one of a series."""
        self._loaded = False
        self._made = self._held = 0
        self.note = ""
        self.is_jit_off = False

    def busy_with(self, phase: str, *, counts: str) -> tuple[str, str]:
        """In which phase it is, and that in words; `phase` is where the program stands, `counts` what is counted."""
        what = ""
        if counts == "block":
            what = f"block {self._made + 1}"
        elif counts == "check" and not self._loaded:
            phase = "loading the file"
        elif counts == "check" and self._made < len(self.checks):
            kind = "case" if self._made < len(self._expected) else "check"
            what = f"the {kind} {self.checks[self._made]!r}"
        return phase, f"{_JOINED.get(phase, phase)} {what}" if what else phase

    def _expect(self, message: dict[str, Any]) -> None:
        from flaxdrills.worker.compare.closeness import Tolerance
        from flaxdrills.worker.compare.compare_result import Expected
        from flaxdrills.worker.compare.plain_values import unpacked

        if self._is_ready:
            raise ValueError("What is expected was said before a solution was there.")
        inputs = {name: unpacked(value) for name, value in message["inputs"].items()}
        self._expected[message["expected"]] = Expected(
            message["name"],
            unpacked(message["value"]),
            Tolerance(message["rtol"], message["atol"]),
            inputs,
        )

    def _keep_compiled(self, message: dict[str, Any]) -> None:
        from flaxdrills.worker.jax_internals.shared_compilations import keep_sent

        # Whoever can write to the cache can run code in every later worker.
        if self._is_ready and not self._is_ours:
            raise ValueError("What was compiled after a solution was there is not shared.")
        keep_sent(message["compiled"], message["value"])

    def _compared(self, message: dict[str, Any]) -> Event:
        from flaxdrills.worker.compare.compare_result import compare
        from flaxdrills.worker.compare.plain_values import unpacked
        from flaxdrills.worker.explain.weak_types import weak_type_note

        expected, got = self._expected[message["returned"]], unpacked(message["value"])
        self.note = self.note or weak_type_note(expected.value, got)
        try:
            result = compare(expected, got)
        except Exception as error:
            return Broke(f"The comparison failed itself: {type(error).__name__}: {error}")
        if not result.passed and self.first_failing is None:
            self.first_failing = message["returned"]
        return self._counted(Checked(result))

    def _counted(self, event: Event) -> Event:
        self._made += isinstance(event, Checked | Ran)
        self._held += isinstance(event, Checked) and event.result.passed
        return fit_to_show(event)
