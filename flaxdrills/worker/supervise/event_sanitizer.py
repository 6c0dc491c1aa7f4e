"""What the learner's code could choose in an event, made short and safe to show."""

from __future__ import annotations

from dataclasses import replace

from flaxdrills.judging.events import Checked, Described, Drawn, Event, Killed, Raised, StackFrame, Traced
from flaxdrills.system.sanitize import visible
from flaxdrills.worker.explain.exception import shortened
from flaxdrills.worker.supervise.description_limits import fit_described, fit_drawn, fit_traced

_LINE = 300
"""The most characters that are shown of a line of code, or of a name in it."""

_MESSAGE = 32_000
"""The most characters of what is said of a check: it goes to the app in one line, and lines have a limit."""


def fit_to_show(event: Event) -> Event:
    """`event`, what the learner's code could choose in it made short and safe to show."""
    match event:
        case Raised(type=name, frames=frames):
            return replace(event, type=_line(name), frames=tuple(map(frame_to_show, frames)))
        case Checked(result=result):
            message, finding = (shortened(text, _MESSAGE) for text in (result.message, result.finding))
            return Checked(replace(result, message=visible(message), finding=finding))
        case Killed(frames=frames):
            return replace(event, frames=tuple(map(frame_to_show, frames)))
        case Described():
            return fit_described(event)
        case Traced():
            return fit_traced(event)
        case Drawn():
            return fit_drawn(event)
        case _:
            return event


def frame_to_show(frame: StackFrame) -> StackFrame:
    return StackFrame(frame.line, _line(frame.function), _line(frame.text))


def _line(text: str) -> str:
    return visible(text if len(text) <= _LINE else f"{text[:_LINE]}…")
