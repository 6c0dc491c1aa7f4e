"""An error of one's own program, pasted into the app."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.screens.why_screen import WhyScreen
from tests.ui.conftest import SIZES, Home, settled, shown, until

TEXT = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in step
    loss = model(x)
\x1b[31mAttributeError\x1b[0m: No RngStream named 'dropout' found in Rngs.\x07
"""


async def open_why(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+p", *"explain", "down", "enter")
    await settled(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
    await until(pilot, "Paste a traceback")


async def paste(pilot: Pilot[None], text: str) -> None:
    assert isinstance(pilot.app.focused, TextArea)
    pilot.app.focused.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_pasted_is_explained(home: Home, size: tuple[int, int]) -> None:
    async with home.play(size=size) as pilot:
        await open_why(pilot)
        await paste(pilot, TEXT)
        await until(pilot, "The Rngs have no such stream")
        assert "train.py, line 12, in step" in shown(pilot)
        # What a terminal would obey is text; colours are gone.
        assert "found in Rngs.\\x07" in shown(pilot) and "[31m" not in shown(pilot)


async def test_it_is_used_with_the_keyboard_alone(home: Home) -> None:
    async with home.play() as pilot:
        await open_why(pilot)
        await pilot.press(*"TypeError: len() of unsized object")
        await until(pilot, "without axes was asked for")
        await pilot.press("tab")
        assert not isinstance(pilot.app.focused, TextArea)
        await pilot.press("ctrl+r")
        await until(pilot, "Paste a traceback")
        assert isinstance(pilot.app.focused, TextArea)
        await pilot.press(*"hello")
        await until(pilot, "There is no error in this text yet")
        await pilot.press("escape")
        await settled(pilot, lambda: not isinstance(pilot.app.screen, WhyScreen))


async def test_the_problem_that_teaches_it_is_a_key_away(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    async with home.play() as pilot:
        await open_why(pilot)
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, WhyScreen)
        screen = pilot.app.screen
        monkeypatch.setattr(screen, "_problems", {"nnx-rngs-streams": home.problems[0]})
        await paste(pilot, TEXT)
        await until(pilot, "To practise it")
        await pilot.press("ctrl+o")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
