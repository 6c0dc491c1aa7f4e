"""Whatever is typed, clicked and pasted, in bursts, on any screen: nothing is raised, nothing hangs, no text is lost.

The suite types the same keys each time; `FLAXDRILLS_KEYS=10000` types more, and `FLAXDRILLS_SEED=n` others.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.command import CommandList, DiscoveryHit, Hits, Provider
from textual.content import Content
from textual.events import Click, MouseEvent
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.widgets import Label

from flaxdrills.system.settings import Settings
from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.command_palette import Palette
from flaxdrills.ui.editor.code_editor import CodeEditor
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.greeting_screen import Greeting
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.terminal.escape_key import with_escape_alone
from flaxdrills.ui.widgets.problem_list import ProblemList
from flaxdrills.ui.widgets.reading_pane import Page, ReadingPane
from flaxdrills.ui.widgets.short_list import ShortList
from tests.ui.conftest import PASSING, Home, settled, shown, until
from tests.ui.screens.test_model_screen import DESCRIBED
from tests.ui.tour import RUNS, practise

_KEYS = int(os.environ.get("FLAXDRILLS_KEYS", "500"))
_SESSION = 150
"""The most keys before another start."""

_BOUND = [*"elrmgvfxXtahsnwbypqE123/?[]dojk ", "\r", "\t", "\x1b", "\x1b[Z", *map(chr, (3, 4, 12, 16, 18, 19, 21, 26))]
_MOVES = [
    *(f"\x1b[{end}" for end in "ABCDHF"),
    *(f"\x1b[1;{modifier}{end}" for modifier in (2, 3, 5, 6) for end in "ABCDHF"),
    *("\x1b[2~", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1b[5;5~", "\x1b[6;5~"),
]
_FUNCTIONS = [f"\x1b[{number}~" for number in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)]
_OTHERS = [
    *map(chr, range(1, 32)),
    *map(chr, range(32, 127)),
    *(f"\x1b{character}" for character in "abfdjkqe?\x7f\r\t"),
    *("\x7f", "é", "日", "\x1b[I", "\x1b[O", "\x1b[200~a = [1,\n\t2]\n\x1b[201~", "\x1b[200~\x1b[201~"),
]

_PRELUDES = ["\x0c", "p", "a", "?", "\x10", "\r", "\re", "\rr", "\rl", "\r3", "v", "/s", "\rX", "\rs", "\r\x12", "\rw"]
"""What is typed first, so that each screen has its turn."""


@pytest.fixture
def chance() -> random.Random:
    """The same each time: a fault that only other keys find must not stop who works at something else."""
    seed = os.environ.get("FLAXDRILLS_SEED") or "1"
    print(f"FLAXDRILLS_SEED={seed} has the same happen again.")
    return random.Random(seed)


def typed(chance: random.Random, size: tuple[int, int]) -> str:
    """A key, a click or a paste, as a terminal sends it."""
    kind = chance.random()
    if kind < 0.05:
        button, x, y = chance.choice((0, 0, 2, 64, 65)), chance.randint(1, size[0]), chance.randint(1, size[1])
        return f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m"
    pool = _BOUND if kind < 0.5 else _MOVES if kind < 0.75 else _FUNCTIONS if kind < 0.78 else _OTHERS
    return str(chance.choice(pool))


def texts(folder: Path) -> set[str]:
    """What is in the files below `folder`."""
    return {path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file()}


@contextmanager
def unless_it_ends(app: App[None]) -> Iterator[None]:
    """A pilot that waits for an app which ends meanwhile waits in vain: Textual then drops what it was asked."""
    try:
        yield
    except WaitForScreenTimeout:
        if not app._exit:
            raise


async def leave(pilot: Pilot[None]) -> None:
    """The app answers: esc and ctrl-c, again and again, lead out of everything."""
    for _ in range(20):
        if pilot.app._exit:
            return
        with unless_it_ends(pilot.app):
            await pilot.press("escape", "ctrl+c", "ctrl+c")
            await pilot.pause(0.05)
    app = pilot.app
    pytest.fail(f"It does not end: {app.screen_stack}, {app.screen.focused}, {app._exception}\n{shown(pilot)}")


async def test_a_palette_that_is_not_there_yet_has_no_pages(home: Home) -> None:
    async with home.play() as pilot:
        with pilot.app.batch_update():
            palette = Palette()
            await pilot.app.push_screen(palette)
            palette.query_one(CommandList).add_option("one")
            for action in ("page_down", "page_up"):
                await pilot.app.run_action(f"command_list({action!r})", palette)
        await pilot.press("ctrl+p", "pagedown")
        await until(pilot, "Search for commands")


async def test_a_list_that_is_not_laid_out_yet_has_no_pages(home: Home) -> None:
    async with home.play() as pilot:
        with pilot.app.batch_update():
            rows = ShortList("Rows", "rows")
            await pilot.app.screen.mount(rows)
            rows.show([("one", Content("one")), ("two", Content("two"))], "")
            rows.action_page_down()
            rows.action_page_up()
            assert rows.highlighted == 0


async def test_a_second_answer_leaves_what_lies_below(home: Home) -> None:
    answers: list[bool | None] = []
    async with home.play(0) as pilot:
        below, question = pilot.app.screen, ConfirmDialog("Test", "Really?")
        pilot.app.push_screen(question, answers.append)
        await until(pilot, "Really?")
        question.action_answer(True)
        question.action_answer(False)
        await pilot.pause()
        assert pilot.app.screen is below
        assert answers == [True]


async def test_a_problem_that_was_left_while_it_opened_looks_for_nothing(home: Home) -> None:
    async with home.play(0) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PracticeScreen)
        await pilot.press("escape")
        await settled(pilot, lambda: not screen.is_attached)
        screen.action_to("reading")


async def test_the_themes_are_left_once_as_well(home: Home) -> None:
    async with home.play() as pilot:
        pilot.app.search_themes()
        await until(pilot, "Search for themes", "nord")
        assert isinstance(pilot.app.screen, Palette)


async def test_a_palette_that_is_left_while_it_opens_or_searches_shows_nothing(home: Home) -> None:
    palette = Palette()

    class Late(Provider):
        async def discover(self) -> Hits:
            while palette.query(CommandList):
                await asyncio.sleep(0)
            yield DiscoveryHit("What is found as soon as there is no list any more", lambda: None)

        async def search(self, query: str) -> Hits:
            async for hit in self.discover():
                yield hit

    async with home.play() as pilot:
        for rounds in (0, 20, 500):
            palette = Palette([Late])
            pilot.app.push_screen(palette)
            for _ in range(rounds):
                await asyncio.sleep(0)
            palette.dismiss()
            await settled(pilot, lambda left=palette: pilot.app._exception or not left.is_attached)  # type: ignore[misc]
            await pilot.pause()
        # The end of the app is another way to be left.
        palette = Palette([Late])
        pilot.app.push_screen(palette)


async def test_a_page_whose_screen_is_left_while_it_opens_is_not_searched(home: Home) -> None:
    async with home.play(0) as pilot:
        reading = pilot.app.screen.query_one(ReadingPane)
        reading.write(Page.SOLUTION, "## Heading")
        pilot.app.screen.remove()
        await reading.show(Page.SOLUTION, at_last=True)
        reading._pages[Page.SOLUTION]._settle()


async def test_what_was_removed_may_still_be_clicked_on(home: Home) -> None:
    async with home.play() as pilot:
        app = pilot.app
        label = Label("Gone")
        await app.screen.mount(label, before=0)
        await until(pilot, "Gone")
        x, y = label.region.x + 1, label.region.y + 1
        with app.batch_update():
            await label.remove()
            for event in XTermParser(False).feed(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"):
                assert isinstance(event, MouseEvent)
                await app.on_event(event)


@pytest.mark.parametrize("in_palette", [True, False])
async def test_a_click_on_an_option_that_is_gone_chooses_none(home: Home, in_palette: bool) -> None:
    async with home.play() as pilot:
        if in_palette:
            await pilot.press("ctrl+p")
            await until(pilot, "Why: explain")
        options = pilot.app.screen.query_one(CommandList if in_palette else ProblemList)
        click = Click(options, 0, 0, 0, 0, 1, False, False, False, style=Style(meta={"option": 1}))
        options.clear_options()
        options.post_message(click)
        await pilot.pause()


async def test_nothing_that_is_typed_brings_it_down(
    home: Home, chance: random.Random, interrupted: Callable[[], None]
) -> None:
    practise(home)
    first = [f"def sum_up(x):\n    return {number}\n" for number in range(3)]
    for place, text in enumerate(first):
        home.file(place).write_text(text)
    # What a run says depends on its text, so that most reports are seen.
    scripts = [*(run for _, run in RUNS.values()), PASSING, (*PASSING, DESCRIBED)]
    home.workers.script = {text: chance.choice(scripts) for text in first}
    first_problem = home.problems[0]
    greeting = Greeting(first_problem, home.session.catalogue.track_of(first_problem), folder="~", editor="")
    left = _KEYS
    while left > 0:
        interrupted()
        size = chance.choice(((80, 24), (60, 15), (120, 40)))
        start = chance.choice((None, None, *home.problems))
        app = FlaxdrillsApp(
            home.session, Settings(editor="builtin"), start, greeting=chance.choice((None, None, greeting))
        )
        parser, last = with_escape_alone(XTermParser)(False), deque[str](maxlen=60)
        async with app.run_test(size=size, notifications=True) as pilot:
            assert app._driver is not None
            if chance.random() < 0.1:
                app._navigation.open_why()
            burst, until_end = chance.choice(_PRELUDES), min(left, _SESSION)
            while until_end > 0 and not app._exit:
                last.append(burst)
                for event in (*parser.feed(burst), *parser.tick()):
                    app._driver.process_message(event)
                await asyncio.sleep(chance.choice((0, 0, 0.01, 0.05)))
                if chance.random() < 0.2:
                    with unless_it_ends(app):
                        await pilot.pause()
                assert not [notice.message for notice in app._notifications if "itself went wrong" in notice.message]
                number = chance.randint(1, 12)
                burst = "".join(typed(chance, size) for _ in range(number))
                left, until_end = left - number, until_end - number
            print(f"typed last, at {size[0]}x{size[1]}: {list(last)}")
            for _ in range(2):
                with unless_it_ends(app):
                    await pilot.pause()
                await settled(pilot, lambda app=app: app._exit or app._exception or app._type_ahead._turn is None)  # type: ignore[misc]
            written = [area.text for area in app.screen.query(CodeEditor)]
            await leave(pilot)
        found = texts(home.folder)
        for text in (*written, *home.workers.judged):
            assert text in found
