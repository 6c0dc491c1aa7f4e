"""An error of somebody's own program, with what usually leads to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flaxdrills.known_errors.base_classes import ancestors_of
from flaxdrills.known_errors.causes import Cause, cause_for
from flaxdrills.known_errors.traceback_text import ErrorText, errors_in

_LONGEST_MESSAGE = 8192
"""Characters of a message that are looked at."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error, and the row of the tables that fits it."""

    error: ErrorText
    cause: Cause | None

    def as_json(self) -> dict[str, Any]:
        """It as an object for other programs."""
        return {
            "type": self.error.type,
            "message": self.error.message,
            "link": str(self.error.link),
            "frames": [
                {"file": frame.file, "line": frame.line, "function": frame.function, "text": frame.text}
                for frame in self.error.own_frames
            ],
            **cause_as_json(self.cause),
        }


def cause_as_json(cause: Cause | None) -> dict[str, Any]:
    """What is known of an error, as an object for other programs."""
    if cause is None:
        return {"cause": None, "text": "", "problems": []}
    return {"cause": cause.id, "text": cause.text, "problems": list(cause.problems)}


def explanations_of(text: str) -> tuple[Explanation, ...]:
    """The errors that `text` ends with, in the order in which they were raised; empty where there is none."""
    return tuple(
        Explanation(error, cause_for(ancestors_of(error.type), error.message[:_LONGEST_MESSAGE], error.where_raised))
        for error in errors_in(text)
    )


def main_one(explanations: tuple[Explanation, ...]) -> Explanation:
    """Of a chain the error that ended the program; of a group the group itself."""
    outside = [one for one in explanations if one.error.link != "in group"]
    return outside[-1] if outside else explanations[-1]


def answer_of(line: str) -> dict[str, Any]:
    """The answer to one error that is given as a JSON object: `type`, `message`, and its `bases` if they are known.

    What is no such object gets an answer with what is wrong with it, under "error".
    """
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return {"error": f"no JSON: {fault}" if isinstance(fault, ValueError) else "no JSON: too deep"}
    if not isinstance(asked, Mapping):
        return {"error": "no JSON object"}
    kind, message, bases = asked.get("type"), asked.get("message", ""), asked.get("bases", [])
    if not isinstance(kind, str) or not kind:
        return {"error": '"type" must be the name of the exception\'s class'}
    if not isinstance(message, str):
        return {"error": '"message" must be a string'}
    if not isinstance(bases, list) or not all(isinstance(base, str) for base in bases):
        return {"error": '"bases" must be a list of names, such as "builtins.ValueError"'}
    cause = cause_for(bases or ancestors_of(kind), message[:_LONGEST_MESSAGE])
    return cause_as_json(cause)
