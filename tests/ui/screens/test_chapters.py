"""The list of problems whose tracks are divided into chapters."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.problem_list import ProblemList
from tests.ui.conftest import Home, home_at, settled, shown, until

CHAPTERS = """[[track]]
id = "first"
title = "First"
summary = "Where to begin."

[[track.chapter]]
title = "Easy sums"
summary = "One layer."
problems = ["sum-up"]

[[track.chapter]]
title = "Hard sums"
summary = "More layers."
problems = ["sum-more"]

[[track]]
id = "second"
title = "Second"
problems = ["sum-last"]
"""


@pytest.fixture
def divided(tmp_path: Path, tiny_content: Path) -> Home:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    (content / "tracks.toml").write_text(CHAPTERS)
    return home_at(tmp_path / "home", content)


async def test_the_first_chapter_is_open_and_the_others_say_how_far_one_is(divided: Home) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        text = await until(pilot, "Easy sums", "sum-up", "Hard sums", "0 of 1", "sum-last")
        assert "sum-more" not in text
        assert pilot.app.screen.query_one(ProblemList).chosen == "sum-up"


async def test_the_chapter_of_what_was_opened_last_is_open(divided: Home) -> None:
    divided.journal.append(EntryKind.OPENED, "sum-more")
    divided.session.progress.refresh()
    async with divided.play(size=(80, 24)) as pilot:
        assert "sum-up" not in await until(pilot, "sum-more")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))


@pytest.mark.parametrize("keys", [("enter", "enter"), ("right", "left")])
async def test_a_key_unfolds_the_chapter_under_the_cursor_and_folds_it_again(
    divided: Home, keys: tuple[str, str]
) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        await until(pilot, "sum-up")
        await pilot.press("down")
        await until(pilot, "More layers.", "0 of 1 solved", "enter Fold")
        await pilot.press(keys[0])
        await until(pilot, "sum-more")
        await pilot.press(keys[1])
        await settled(pilot, lambda: "sum-more" not in shown(pilot))
        await pilot.press("up")
        await until(pilot, "enter Open")


async def test_left_at_a_problem_folds_its_chapter_and_goes_to_its_name(divided: Home) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        await until(pilot, "sum-up")
        await pilot.press("left")
        await settled(pilot, lambda: "sum-up" not in shown(pilot))
        here = pilot.app.screen.query_one(ProblemList).chapter
        assert here is not None and here.chapter.title == "Easy sums"


async def test_a_click_on_a_chapter_unfolds_it(divided: Home) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        lines = (await until(pilot, "Hard sums")).splitlines()
        row = next(number for number, line in enumerate(lines) if "Hard sums" in line)
        await pilot.click(offset=(8, row))
        await until(pilot, "sum-more")


async def test_words_find_in_folded_chapters_and_by_the_names_of_chapters(divided: Home) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        await pilot.press("slash", *"sum_more")
        text = await until(pilot, "Hard sums", "sum-more")
        assert "Easy sums" not in text
        await pilot.press(*["backspace"] * 8, *"easy")
        text = await until(pilot, "Easy sums", "sum-up")
        assert "sum-more" not in text
        await pilot.press("escape")
        await until(pilot, "Hard sums", "sum-up")


@pytest.mark.parametrize("words", ["sums are everywhere", "which layer multiplies", "the sum has no axis"])
async def test_words_of_lessons_hints_and_diagnoses_are_found_below_the_rest(divided: Home, words: str) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        await pilot.press("slash", *words)
        await until(pilot, "In their texts", "sum-up", "sum-more", "sum-last")


async def test_on_a_wide_screen_the_list_has_a_preview_beside_it(divided: Home) -> None:
    divided.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="failed")
    divided.session.progress.refresh()
    async with divided.play(size=(110, 30)) as pilot:
        lines = (await until(pilot, "Let a Linear layer add numbers up.", "Latest runs ✗")).splitlines()
        assert [line for line in lines if "Easy sums" in line and "Sum with a layer" in line.split("│")[-1]] == []
        assert "│" in next(line for line in lines if "sum-up" in line)
        await pilot.press("up")
        await until(pilot, "One layer.", "0 of 1 solved")
        await pilot.resize_terminal(80, 24)
        await settled(pilot, lambda: "│" not in shown(pilot))


async def test_what_was_unfolded_is_so_when_one_comes_back(divided: Home) -> None:
    async with divided.play(size=(80, 24)) as pilot:
        await until(pilot, "sum-up")
        await pilot.press("down", "enter", "down", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await pilot.press("escape")
        await until(pilot, "sum-up", "sum-more")
