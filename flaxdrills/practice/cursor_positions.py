"""Where the learner was in each problem: kept for the next start, and for coming back to a problem."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from flaxdrills.system.atomic_files import make_private, replace_file
from flaxdrills.system.data_files import read_json

_MOST = 200
"""So many problems are remembered; the one that was left longest ago is forgotten first."""
_MOST_LINES = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """How far a problem was read, and where the keys were."""

    page: str
    """Which of the texts was open."""
    line: int
    """The first line of it that was in sight, from 0."""
    lines: int
    """How many lines it had, which differs from one width of the terminal to another."""
    pane: str
    """Which part of the screen had the keys."""

    def line_of(self, lines: int) -> int:
        """The line where the text has `lines` of them."""
        return self.line if lines == self.lines or not self.lines else round(self.line * lines / self.lines)


class CursorPositions:
    """Where the learner was, in a file that may be lost: nobody needs it to practise."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        """Where they are kept, if anywhere."""
        self._positions: dict[str, ReadingPosition] = {}
        self._listed: tuple[str, str] | None = None
        if path is not None:
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
                self._read(read_json(path))
        self._saved = self._table

    def position(self, problem_id: str) -> ReadingPosition | None:
        """Where the learner was in that problem."""
        return self._positions.get(problem_id)

    def leave_problem(self, problem_id: str, position: ReadingPosition) -> None:
        """The learner is in that problem, at `position`."""
        self._positions.pop(problem_id, None)
        self._positions[problem_id] = position
        for forgotten in list(self._positions)[:-_MOST]:
            del self._positions[forgotten]
        self._listed = None

    def listed(self, last_opened: str) -> str | None:
        """The problem under the cursor where the learner was in the list, and has opened none after `last_opened`."""
        return self._listed[1] if self._listed is not None and self._listed[0] == last_opened else None

    def leave_list(self, last_opened: str, chosen: str) -> None:
        """The learner is in the list of problems, with the cursor at the one of id `chosen`."""
        self._listed = last_opened, chosen

    def save(self) -> None:
        """Have them on disk, unless they are. Where that is impossible the next start is at another place."""
        if self._path is None or self._saved == self._table:
            return
        self._saved = self._table
        with contextlib.suppress(OSError):
            make_private(self._path.parent)
            replace_file(self._path, json.dumps(self._saved).encode(), sync=False)

    @property
    def _table(self) -> dict[str, Any]:
        return {"spots": {key: asdict(position) for key, position in self._positions.items()}, "listed": self._listed}

    def _read(self, table: dict[str, Any]) -> None:
        self._positions = {
            str(key): ReadingPosition(str(row["page"]), _line(row["line"]), _line(row["lines"]), str(row["pane"]))
            for key, row in table["spots"].items()
        }
        if table["listed"] is not None:
            last_opened, chosen = map(str, table["listed"])
            self._listed = last_opened, chosen


def _line(value: object) -> int:
    """`value` as the number of a line. Raises ValueError where no text has so many."""
    if not isinstance(value, int) or not 0 <= value < _MOST_LINES:
        raise ValueError
    return value
