"""What holds on every screen: it can be read, in ASCII and without colour as well, and in any size."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import ModalScreen

from flaxdrills.system.settings import Settings
from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.look.contrast import MARK, TEXT, contrast
from tests.ui.conftest import Home, shown, until
from tests.ui.tour import practise, tour


@pytest.fixture
def practised(home: Home) -> Home:
    practise(home)
    return home


def pieces(pilot: Pilot[None]) -> Iterator[tuple[Segment, Style]]:
    """What is drawn on the screen; only the dialogue, where there is one: what lies below is dimmed on purpose."""
    screen = pilot.app.screen
    parts = [widget.region for widget in screen.query("*")]
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            if not isinstance(screen, ModalScreen) or any(part.contains(x, y) for part in parts):
                yield segment, segment.style or Style()
            x += segment.cell_length


def unreadable(pilot: Pilot[None]) -> dict[str, float]:
    """What has too little contrast."""
    found = {}
    for segment, style in pieces(pilot):
        if segment.text.strip():
            assert style.color is not None and style.bgcolor is not None, segment
            ink, paper = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            least = TEXT if any(map(str.isalnum, segment.text)) else MARK
            if contrast(ink, paper) < least:
                found[segment.text.strip()] = contrast(ink, paper)
    return found


async def test_everything_can_be_read_in_dark_and_in_light(practised: Home) -> None:
    async with practised.play(size=(120, 40), settings=Settings(theme="textual-light")) as pilot:
        async for name in tour(pilot, practised):
            assert unreadable(pilot) == {}, (name, pilot.app.theme)
            # The palette keeps the colours that it was opened with.
            if name != "palette":
                pilot.app.theme = "textual-light" if pilot.app.theme == "textual-dark" else "textual-dark"
                await pilot.pause()
                await pilot.pause()
                assert unreadable(pilot) == {}, (name, pilot.app.theme)


async def test_that_the_terminal_is_too_small_can_be_read_from_the_start(home: Home) -> None:
    async with home.play(size=(40, 10)) as pilot:
        await until(pilot, "Terminal too small")
        assert unreadable(pilot) == {}


async def test_what_the_terminal_lacks_is_not_written_and_the_focus_is_seen(
    practised: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with practised.play(terminal=TerminalCapabilities(is_ascii=True)) as pilot:
        async for name in tour(pilot, practised):
            drawn = list(pieces(pilot))
            for segment, style in drawn:
                assert segment.text.isascii(), (name, segment)
                assert all(color is None or color.is_default for color in (style.color, style.bgcolor)), (name, segment)
            assert any(style.reverse or "==" in segment.text for segment, style in drawn), name
            pilot.app.notify("“Naïve” – 日本…", markup=False)
            await pilot.pause()
            assert shown(pilot).isascii(), name


async def test_the_row_under_the_cursor_is_inverse_in_sixteen_colours(practised: Home) -> None:
    async with practised.play(terminal=TerminalCapabilities(has_few_colours=True)) as pilot:
        await pilot.pause()
        assert pilot.app.theme == "ansi-dark"
        assert set(pilot.app.available_themes) == {"ansi-dark", "ansi-light"}
        inverse = [segment.text for segment, style in pieces(pilot) if style.reverse]
        assert any("sum-up" in text for text in inverse)
        assert not any("sum-more" in text for text in inverse)


async def test_a_resize_at_any_moment_is_fine(practised: Home) -> None:
    chance = random.Random(6)
    async with practised.play(size=(60, 15)) as pilot:
        async for name in tour(pilot, practised):
            for size in [(chance.randrange(20, 140), chance.randrange(5, 45)), (60, 15)]:
                await pilot.resize_terminal(*size)
                await pilot.pause()
            assert "Terminal too small" not in shown(pilot), name
