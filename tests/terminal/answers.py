"""Misbehaving solutions in the app, and how long it takes to answer a key beside them."""

from __future__ import annotations

import re
import time
from pathlib import Path

from tests.terminal.terminal import Terminal

MISBEHAVING = Path(__file__).parents[1] / "misbehaving"

HEADLINES = {
    "floods_stdout": "TIMEOUT",
    "endless_loop": "TIMEOUT",
    "busy_in_xla": "TIMEOUT",
    "fork_bomb": "CRASHED",
    "asks_numpy_for_too_much_memory": "OUT OF MEMORY",
    "forges_protocol_everywhere": "CRASHED",
    "segfault": "CRASHED",
    "asks_xla_for_too_much_memory": "OUT OF MEMORY",
    "exception_with_markup_and_controls": "ERROR",
    "exception_with_a_huge_message": "ERROR",
    "returns_a_dict_with_strange_keys": "FAILED",
    "returns_a_million_numbers": "FAILED",
    "warns_a_hundred_thousand_times": "PASSED",
    "clears_the_screen": "PASSED",
    "prints_control_characters": "PASSED",
    "prints_a_ten_megabyte_line": "PASSED",
}
"""One of each kind, and the words that the screen must end up with."""


def save(path: Path, name: str) -> None:
    """Make the misbehaving solution `name` the learner's file, as most editors do: write beside, then move over."""
    aside = path.with_suffix(".part")
    aside.write_bytes((MISBEHAVING / f"{name}.py").read_bytes())
    aside.replace(path)


def answer_s(app: Terminal) -> float:
    """Seconds until the app has answered `?` with its help; it is closed again."""
    began = time.perf_counter()
    app.press("?")
    app.wait_for("Moving about", 30)
    seconds = time.perf_counter() - began
    app.press("\x1b")
    app.wait_until(lambda screen: "Moving about" not in screen, 30)
    return seconds


def wait_for_worker(app: Terminal) -> None:
    """Wait until the line at the top says that a worker is ready."""
    app.wait_until(lambda screen: re.search(r"\bready\b", screen) is not None)
