"""What a learner is told about an exception: the message as it is, and only the lines of their own file."""

from __future__ import annotations

import linecache
import traceback

from flaxdrills.judging.events import Raised, StackFrame
from flaxdrills.system.sanitize import visible, with_blanks_visible
from flaxdrills.worker.explain.cause_of_exception import cause_of, name_of
from flaxdrills.worker.explain.import_of_own_file import cause_of_own_import
from flaxdrills.worker.explain.refused_by_sandbox import cause_of_refusal

_MESSAGE_LIMIT = 8 * 1024
_ASCII_BLANKS = " \t\r\n\f\v"
_FRAMES = 12
"""How many frames are told of each end of a deep recursion."""


def raised(error: BaseException, filename: str, where: str) -> Raised:
    """`error` as the learner is told of it; frames are those in `filename`, outermost first."""
    frames = tuple(
        StackFrame(frame.lineno or 0, frame.name, visible((frame.line or "").strip()))
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == filename
    )
    if isinstance(error, SyntaxError) and error.filename == filename:
        line = linecache.getline(filename, error.lineno or 0) or error.text or ""
        frames = (StackFrame(error.lineno or 0, "", with_blanks_visible(line.strip(_ASCII_BLANKS))),)
    message = shortened(message_of(error))
    cause = cause_of(type(error), message, error.__traceback__)
    own_import = cause_of_own_import(error, filename, frames[-1].text if frames else "")
    text = cause_of_refusal(error) or own_import or ("" if cause is None else cause.text)
    return Raised(visible(name_of(type(error))), visible(message), both_ends(frames), where, text)


def both_ends(frames: tuple[StackFrame, ...]) -> tuple[StackFrame, ...]:
    """`frames` without the middle of a deep recursion."""
    return frames if len(frames) <= 2 * _FRAMES else frames[:_FRAMES] + frames[-_FRAMES:]


def shortened(text: str, limit: int = _MESSAGE_LIMIT) -> str:
    """`text`, its middle cut out where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    return f"{text[: limit // 2]}\n[{len(text) - limit} characters left out]\n{text[-limit // 2 :]}"


def message_of(error: BaseException) -> str:
    """What `error` says, whatever it is."""
    if isinstance(error, SyntaxError):
        return f"{error.msg} (line {error.lineno})" if error.lineno else str(error.msg)
    try:
        return str(error)
    except BaseException as fault:
        return f"(its message could not be made: {name_of(type(fault))})"
