"""How many of the errors in a file of JSON lines get a cause: `python -m tests.known_errors.answered FILE [--open]`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flaxdrills.known_errors.causes import Cause, cause_for

COLLECTED = Path(__file__).parents[2] / "../shared/decoder/errors.jsonl"
"""Errors that learners can meet; beside the checkout where there is any."""


def answers(path: Path) -> Iterator[tuple[Mapping[str, Any], Cause | None]]:
    """Each error in `path` (`set`, `type`, `bases`, `message`), and the row that fits it."""
    for line in path.read_text("utf-8").splitlines():
        error = json.loads(line)
        yield error, cause_for(error["bases"], error["message"])


def share_answered(path: Path) -> dict[str, tuple[int, int]]:
    """For each set of errors, how many get a cause, and how many there are."""
    total: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for error, cause in answers(path):
        total[error["set"]] += 1
        answered[error["set"]] += cause is not None
    return {name: (answered[name], total[name]) for name in total}


def main() -> None:
    """Print the figures, and with --open what is not answered."""
    path = Path(sys.argv[1])
    for name, (answered, total) in share_answered(path).items():
        print(f"{name:8} {answered:4} of {total:4}  {answered / total:.0%}")
    if "--open" in sys.argv:
        for error, cause in answers(path):
            if cause is None:
                print(f"{error['set']}: {error['type']}: {error['message'][:300]}")


if __name__ == "__main__":
    main()
