"""The first start."""

from __future__ import annotations

import pytest

from flaxdrills.cli import open as open_command
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.system.settings import Settings
from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.greeting_screen import Greeting
from tests.ui.conftest import SIZES, Home, settled, until


def greeting(home: Home) -> Greeting:
    track = home.session.catalogue.tracks[0]
    return Greeting(track.problems[0], track, "~/solutions", "vim")


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_it_says_all_in_one_screen_and_enter_begins(home: Home, size: tuple[int, int]) -> None:
    app = FlaxdrillsApp(home.session, Settings(), greeting=greeting(home))
    async with app.run_test(size=size) as pilot:
        await until(pilot, "You read a short lesson", "“Sum with a layer”", "~/solutions", "vim", "? Help")
        await pilot.press("enter")
        await until(pilot, "First 1/2")
        await pilot.press("escape")
        assert isinstance(app.screen, BrowseScreen)


async def test_e_begins_too(home: Home) -> None:
    app = FlaxdrillsApp(home.session, Settings(), greeting=greeting(home))
    async with app.run_test() as pilot:
        await until(pilot, "edit your solution there", "enter Begin")
        await pilot.press("e")
        await until(pilot, "First 1/2")


async def test_escape_shows_all_problems_and_records_nothing(home: Home) -> None:
    app = FlaxdrillsApp(home.session, Settings(), greeting=greeting(home))
    async with app.run_test() as pilot:
        await until(pilot, "esc All problems")
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, BrowseScreen))
        assert home.kinds() == []


async def test_a_terminal_that_was_too_small_at_first_is_forgotten(home: Home) -> None:
    app = FlaxdrillsApp(home.session, Settings(), greeting=greeting(home))
    async with app.run_test(size=(50, 12)) as pilot:
        await until(pilot, "Terminal too small: 50x12")
        await pilot.resize_terminal(80, 24)
        await until(pilot, "esc All problems")
        await pilot.press("escape")
        await until(pilot, "Sum with a layer", "0 of 3 solved")


@pytest.fixture
def setup(home: Home, monkeypatch: pytest.MonkeyPatch) -> CommandSetup:
    monkeypatch.setenv("FLAXDRILLS_HOME", str(home.folder))
    monkeypatch.setenv("HOME", str(home.folder))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    return set_up()


def test_only_who_has_done_nothing_is_greeted(home: Home, setup: CommandSetup) -> None:
    session = setup.session(setup.workers())
    said = open_command.greeting_for(setup, session)
    assert said is not None
    assert said.first == next(iter(session.catalogue)) and said.folder == "~/data/solutions"
    assert said.editor == "true; set EDITOR to have another"
    Journal(setup.paths.journal).append(EntryKind.OPENED, said.first.id)
    session.progress.refresh()
    assert open_command.greeting_for(setup, session) is None


@pytest.mark.parametrize(
    ("editor", "said"), [("no-such-editor", "was not found"), ("", "the one in the app; set EDITOR to have your own")]
)
def test_an_editor_that_is_not_there_is_said(
    setup: CommandSetup, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    monkeypatch.setenv("PATH", "/nowhere")
    assert said in open_command.editor_in_words(setup)


async def test_the_folder_is_not_broken_at_a_hyphen(home: Home) -> None:
    folder = "/tmp/" + "folder-with-hyphens/" * 4 + "solutions"
    problem = home.problems[0]
    told = Greeting(problem, home.session.catalogue.track_of(problem), folder, "vi")
    app = FlaxdrillsApp(home.session, Settings(), greeting=told)
    async with app.run_test(size=(80, 24)) as pilot:
        lines = (await until(pilot, "Your files")).splitlines()
        first = next(number for number, line in enumerate(lines) if "Your files" in line)
        assert lines[first].split()[-1] + lines[first + 1].strip() == folder
        assert len(lines[first]) > 75
