"""The app answers keys, and keeps its screen, whatever a solution does."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.terminal.answers import HEADLINES, answer_s, save, wait_for_worker
from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import PROBLEM, PROGRAM, environment, solution_file

__all__ = ["environment", "solution_file"]

pytestmark = [pytest.mark.terminal, pytest.mark.worker]

_ANSWER_S = 8.0
"""Less than a run may take, and much for a busy machine. `python -m tests.bench.answers` measures."""


# In every row the headlines differ from one to the next, so that an old one is not taken for a new one.
@pytest.mark.parametrize("names", [tuple(HEADLINES)[start::4] for start in range(4)], ids=lambda names: names[0])
def test_the_app_answers_a_key_while_and_after_a_solution_misbehaves(
    names: tuple[str, ...], environment: dict[str, str], solution_file: Path
) -> None:
    with Terminal([PROGRAM, "open", PROBLEM], (120, 40), environment) as app:
        for name in names:
            wait_for_worker(app)
            save(solution_file, name)
            assert answer_s(app) < _ANSWER_S
            app.wait_for(HEADLINES[name], 90)
            assert answer_s(app) < _ANSWER_S
            _look_at_screen(app)
        app.press("q")
        assert app.wait_for_end() == 0


def _look_at_screen(app: Terminal) -> None:
    """Its own frame is where it was, and nothing on it is a control character or turns the direction of a line."""
    app.settle()
    assert "Report" in app.text
    assert "nnx_surgery_replace.py" in app.text
    assert not re.search(r"\x1b|\x9b|\x07", app.text)
    assert not any(unicodedata.category(character) == "Cf" for character in app.text)
    assert app.screen.title in ("", "flaxdrills") or "title" not in app.screen.title
