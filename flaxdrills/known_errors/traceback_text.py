"""Errors and their frames, read from what a program printed: tracebacks of Python and Jupyter, or bare lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flaxdrills.known_errors.base_classes import is_known


class Link(StrEnum):
    """What an error has to do with the one before it."""

    FIRST = ""
    BECAUSE = "because"
    """It was raised from the one before."""
    WHILE = "while"
    """It was raised while the one before was dealt with."""
    IN_GROUP = "in group"
    """It is part of a group of exceptions."""


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A frame as a traceback tells of it."""

    file: str
    line: int
    function: str
    text: str = ""
    """The line of code."""

    @property
    def is_own(self) -> bool:
        """Whether it is in a file of the user's, and not in a library or in Python itself."""
        if self.file == "<string>":
            return self.function == "<module>"
        return not _LIBRARY.search(self.file)


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error as a traceback, or a bare line, tells of it."""

    type: str
    """Its class's name, with the module where it was printed."""
    message: str
    frames: tuple[TextFrame, ...] = ()
    link: Link = Link.FIRST

    @property
    def where_raised(self) -> str:
        """ "path:function" of the innermost frame; "" where none is told."""
        return f"{self.frames[-1].file}:{self.frames[-1].function}" if self.frames else ""

    @property
    def own_frames(self) -> tuple[TextFrame, ...]:
        """The frames in the user's own files."""
        return tuple(frame for frame in self.frames if frame.is_own)


_LIBRARY: Final = re.compile(
    r"""(?xi) [\\/](site|dist)-packages[\\/] | [\\/]lib(64)?[\\/](python|pypy)\d | [\\/]python\d*[\\/]lib[\\/]
    | [\\/](mini|ana)conda\d?[\\/]lib[\\/] | ^<(frozen|attrs|__array) | ^dataclasses\.py$"""
)
_COLOURS: Final = re.compile(r"\x1b\[[\d;:]*m")
_MARGIN: Final = re.compile(r"\s*\| ?")
_GROUP_HEADER: Final = re.compile(r"\s*\+ Exception Group (Traceback \(most recent call last\):)$")
_GROUP_PART: Final = re.compile(r"\s*\+[-+]+ (\d+|\.\.\.) -+$|\s*\+-{10,}$")
_PART: Final = "\0"
"""Stands in place of the line between the parts of a group."""
_HEADER: Final = re.compile(r"Traceback \(most recent call last\):\s*$")
_NOTEBOOK_HEADER: Final = re.compile(r"(?P<type>[A-Za-z_][\w.]*)\s+Traceback \(most recent call last\):?\s*$")
_FRAME: Final = re.compile(r'\s+File "(?P<file>[^"]+)", line (?P<line>\d+)(?:, in (?P<function>.+))?$')
_NOTEBOOK_FRAME: Final = re.compile(
    r"""(?x) (?:Cell\ |Input\ )?In\s*\[(?P<cell>\d+)\]
      (?:,\ line\ (?P<cell_line>\d+))? (?:,?\ in\ (?P<cell_function>.+?))?$
    | File\ (?P<file>.+?):(?P<line>\d+)(?:,\ in\ (?P<function>.+?))?$
    | (?P<old_file>(?:[\w~/\\.:-]+\.py|<ipython-input[^>]*>))\ in\ (?P<old_function>.+?)$"""
)
_ARROW: Final = re.compile(r"-+>\s*(?P<line>\d+) ?(?P<text>.*)$")
_EXCEPTION: Final = re.compile(r"(?P<type>[A-Za-z_][\w.<>]*)(?::(?: (?P<message>.*))?)?$")
_BARE: Final = re.compile(r"(?:E\s+)?(?P<type>[A-Za-z_][\w.<>]*): ?(?P<message>.*)$|(?:E\s+)?(?P<alone>\w+)$")
_PYTEST: Final = re.compile(r"E {2,}")
_INSIDE_A_LINE: Final = re.compile(r"(?:^|[\s:>])(?P<type>(?:\w+\.)*[A-Z]\w*(?:Error|Exception)): (?P<message>.+)$")
_LINKS: Final = {
    "The above exception was the direct cause of the following exception:": Link.BECAUSE,
    "During handling of the above exception, another exception occurred:": Link.WHILE,
}
_RULE: Final = re.compile(r"-{10,}$")
_JAX_NOTICE: Final = re.compile(
    "For simplicity, JAX has removed its internal frames|The stack trace below excludes JAX-internal frames"
    "|The preceding is the original exception that occurred"
)
_JAX_MARKERS: Final = ("SimplifiedTraceback", "UnfilteredStackTrace")
"""Classes of JAX's that say how a traceback was shortened, and no error."""
_LOG_LINE: Final = re.compile(
    r"""(?x) [IWEF]\d{4}\ \d\d:\d\d | \[?\d{4}-\d\d-\d\d[\sT]\d\d: | \[?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\b[\]:\s]
    | (?:wandb|srun|slurmstepd|make|bash|zsh):\s | Exception\ ignored\ in
    | \S+@\S+[:~\s].*[$\#%]\s? | PS\ \w:\\ | \$\ """
)
_LONGEST_MESSAGE = 80
"""Lines of a message that are read: what stands after that many is something else."""


def errors_in(text: str) -> tuple[ErrorText, ...]:
    """The last error that `text` tells of, and before it those that it came from; parts of a group after the group.

    Empty where there is none.
    """
    lines = _lines_of(text)
    found = _without_markers(list(_tracebacks(lines)))
    if not found:
        return _bare_error(lines)
    begin = max(number for number, error in enumerate(found) if error.link is Link.FIRST)
    return tuple(found[begin:])


def without_colours(text: str) -> str:
    """`text` as a program printed it, without colours and with one kind of line ends."""
    return _COLOURS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _lines_of(text: str) -> list[str]:
    """The lines of `text`, without colours and the margins of groups of exceptions."""
    lines = []
    for line in without_colours(text).split("\n"):
        if header := _GROUP_HEADER.match(line):
            lines.append(header[1])
        elif _GROUP_PART.match(line):
            lines.append(_PART)
        else:
            lines.append(line[margin.end() :] if (margin := _MARGIN.match(line)) else line)
    return lines


def _tracebacks(lines: list[str]) -> Iterator[ErrorText]:
    """All errors that `lines` have a traceback of, or that are a part of a group, in order."""
    at, link, in_group = 0, Link.FIRST, False
    while at < len(lines):
        line = lines[at]
        if line == _PART:
            at, link, in_group = at + 1, Link.IN_GROUP, True
            continue
        link = _LINKS.get(line.strip(), link)
        if notebook := _NOTEBOOK_HEADER.match(line):
            error, at = _notebook_error(lines, at + 1, notebook["type"])
        elif header := _HEADER.search(line):
            error, at = _python_error(_Unprefixed(lines, line[: header.start()]), at + 1)
        elif in_group and link is Link.IN_GROUP and (bare := _EXCEPTION.match(line)) and lines[at - 1] == _PART:
            error, at = _with_message(lines, at, bare["type"], bare["message"] or "", ())
        else:
            at += 1
            continue
        if error is not None:
            yield ErrorText(error.type, error.message, error.frames, link)
            link = Link.FIRST


class _Unprefixed:
    """Lines, without what a launcher of several processes put before each of them."""

    def __init__(self, lines: list[str], prefix: str) -> None:
        self._lines = lines
        self._prefix = prefix if prefix.strip() else ""

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, at: int) -> str:
        return self._lines[at].removeprefix(self._prefix)


def _python_error(lines: _Unprefixed, at: int) -> tuple[ErrorText | None, int]:
    """The error whose frames begin at line `at`, and the line after it."""
    frames: list[TextFrame] = []
    ignored = at > 1 and lines[at - 2].startswith("Exception ignored in")
    while at < len(lines):
        line = lines[at]
        if frame := _FRAME.match(line):
            frames.append(TextFrame(frame["file"], int(frame["line"]), frame["function"] or ""))
        elif line[:1].isspace() or not line:
            _add_code(frames, line.strip())
        elif exception := _EXCEPTION.match(line):
            error, at = _with_message(lines, at, exception["type"], exception["message"] or "", frames)
            return (None if ignored else error), at
        elif not _LOG_LINE.match(line):
            break
        at += 1
    return None, at


def _add_code(frames: list[TextFrame], line: str) -> None:
    if frames and not frames[-1].text and line and not line.startswith(("^", "~", "[Previous line")):
        last = frames[-1]
        frames[-1] = TextFrame(last.file, last.line, last.function, line)


def _notebook_error(lines: list[str], at: int, kind: str) -> tuple[ErrorText | None, int]:
    """The error of that class whose frames begin at line `at`, as IPython shows them, and the line after it."""
    frames: list[TextFrame] = []
    short = kind.rpartition(".")[2]
    while at < len(lines):
        line = lines[at]
        exception = _EXCEPTION.match(line)
        if exception and exception["type"].rpartition(".")[2] == short:
            return _with_message(lines, at, exception["type"], exception["message"] or "", frames)
        if frame := _NOTEBOOK_FRAME.match(line):
            file = f"Cell In[{frame['cell']}]" if frame["cell"] else frame["file"] or frame["old_file"]
            function = frame["cell_function"] or frame["function"] or frame["old_function"] or ""
            function = function.partition("(")[0] if not function.startswith("<cell") else "<module>"
            frames.append(TextFrame(file, int(frame["cell_line"] or frame["line"] or 0), function))
        elif (arrow := _ARROW.match(line)) and frames:
            last = frames[-1]
            frames[-1] = TextFrame(last.file, int(arrow["line"]), last.function, arrow["text"].strip())
        elif _HEADER.search(line):
            break
        at += 1
    return None, at


def _with_message(
    lines: list[str] | _Unprefixed, at: int, kind: str, message: str, frames: Sequence[TextFrame]
) -> tuple[ErrorText, int]:
    """The error whose message begins on line `at`, and the line after the message's last."""
    first = at
    parts = [message]
    at += 1
    while at < len(lines) and at - first < _LONGEST_MESSAGE and not _ends_message(lines[at]):
        if not (_RULE.match(lines[at]) or _JAX_NOTICE.match(lines[at])):
            parts.append(lines[at])
        at += 1
    return ErrorText(kind, "\n".join(parts).strip(), tuple(frames)), at


def _ends_message(line: str) -> bool:
    return (
        line == _PART
        or line.strip() in _LINKS
        or _HEADER.search(line) is not None
        or _NOTEBOOK_HEADER.match(line) is not None
        or _LOG_LINE.match(line) is not None
    )


def _without_markers(errors: list[ErrorText]) -> list[ErrorText]:
    """`errors` without those by which JAX says that it shortened a traceback."""
    kept: list[ErrorText] = []
    link: Link | None = None
    for error in errors:
        if error.type.rpartition(".")[2] in _JAX_MARKERS:
            link = error.link if link is None else link
            continue
        if link is not None:
            error = ErrorText(error.type, error.message, error.frames, link if kept else Link.FIRST)
            link = None
        kept.append(error)
    if kept and kept[0].link is not Link.FIRST:
        first = kept[0]
        kept[0] = ErrorText(first.type, first.message, first.frames)
    return kept


def _told_by_pytest(lines: list[str], at: int) -> list[str]:
    return [line[1:].strip() for line in itertools.takewhile(_PYTEST.match, lines[at:])]


def _bare_error(lines: list[str]) -> tuple[ErrorText, ...]:
    """The last line that names an error and what it says, with the lines of its message; empty if there is none."""
    for pattern in (_BARE, _INSIDE_A_LINE):
        for at in range(len(lines) - 1, -1, -1):
            found = pattern.match(lines[at].strip()) if pattern is _BARE else pattern.search(lines[at])
            if found is None:
                continue
            groups = found.groupdict()
            kind = groups["type"] or groups.get("alone") or ""
            if is_known(kind) or (groups["type"] and kind.endswith(("Error", "Exception"))):
                # pytest puts an E before each line of a message.
                told = _told_by_pytest(lines, at) if _PYTEST.match(lines[at]) else lines[at:]
                error, _ = _with_message(told, 0, kind, groups["message"] or "", ())
                return (error,)
    return ()
