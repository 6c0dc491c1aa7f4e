"""Explanations of errors as plain lines, for a terminal and for the app."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from flaxdrills.known_errors.explanation import Explanation, main_one
from flaxdrills.known_errors.traceback_text import Link
from flaxdrills.system.sanitize import visible
from flaxdrills.system.text_wrap import COLUMNS

_FRAMES = 12
"""How many frames are told of each end of a deep recursion."""
_MESSAGE_LINES = 24
_PROBLEMS = 3
_BEFORE = {
    Link.BECAUSE: "It was raised because of this one:",
    Link.WHILE: "It was raised while this one was dealt with:",
}
_UNKNOWN = "No cause is known for this error. Look at the line above, and at what the message says of it."
_SEE_OTHERS = "No cause is known for this one itself; one is known below."


def lines_of(explanations: Sequence[Explanation], titles: Mapping[str, str], columns: int = COLUMNS) -> Iterator[str]:
    """The error that ended the program first, then those that it came from, and the parts of a group.

    `titles` are those of the problems, by their ids.
    """
    errors = tuple(explanations)
    main = main_one(errors)
    at = errors.index(main)
    others_known = any(one.cause is not None for one in errors if one is not main)
    yield from _one(main, titles, columns, _SEE_OTHERS if others_known else _UNKNOWN)
    for number in range(at, 0, -1):
        if before := _BEFORE.get(errors[number].error.link):
            yield from ("", before, "")
            yield from _one(errors[number - 1], titles, columns)
    for part in errors[at + 1 :]:
        yield from ("", "In it:" if part.error.link is Link.IN_GROUP else _BEFORE[part.error.link], "")
        yield from _one(part, titles, columns)


def _one(explanation: Explanation, titles: Mapping[str, str], columns: int, unknown: str = "") -> Iterator[str]:
    error = explanation.error
    message = visible(error.message).split("\n")
    yield f"{visible(error.type)}: {message[0]}" if error.message else visible(error.type)
    yield from (f"  {line}" for line in message[1:_MESSAGE_LINES])
    if len(message) > _MESSAGE_LINES:
        yield f"  [{len(message) - _MESSAGE_LINES} lines more]"
    yield from _frames(explanation)
    if explanation.cause is None:
        yield from ("", *_wrapped(unknown, columns)) if unknown else ()
        return
    yield from ("", *_wrapped(explanation.cause.text, columns))
    if explanation.cause.problems:
        yield ""
        for problem in explanation.cause.problems[:_PROBLEMS]:
            yield f"  To practise it: {problem}" + (f" ({titles[problem]})" if problem in titles else "")


def _frames(explanation: Explanation) -> Iterator[str]:
    frames = explanation.error.own_frames
    if not frames and explanation.error.frames:
        last = explanation.error.frames[-1]
        yield f"  (no frame is in a file of yours; the last one is {visible(last.file)}, line {last.line})"
    shown = frames if len(frames) <= 2 * _FRAMES else (*frames[:_FRAMES], *frames[-_FRAMES:])
    for number, frame in enumerate(shown):
        if len(shown) < len(frames) and number == _FRAMES:
            yield f"  [{len(frames) - len(shown)} frames left out]"
        where = f", in {visible(frame.function)}" if frame.function else ""
        yield f"  {visible(frame.file)}, line {frame.line}{where}"
        if frame.text:
            yield f"      {visible(frame.text)}"


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(
        text, columns, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
