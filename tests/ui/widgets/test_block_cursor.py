"""The cursor on the blocks of code of what is read."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from flaxdrills.ui.look.symbols import CURSOR
from flaxdrills.ui.widgets.lesson_markdown import CodeFence
from flaxdrills.ui.widgets.reading_pane import ReadingPane, TextPage
from tests.ui.conftest import SIZES, Home, shown, until

FIRST, SECOND, THIRD = "import jax.numpy as jnp\nprint(jnp.ones(3).sum())", "print(1 + 1)", "1 / 0"
STARTS = ("import jax.numpy", "print(1", "1 / 0")


def chosen(pilot: Pilot[None]) -> str | None:
    """The source of the block under the cursor."""
    return pilot.app.screen.query_one(ReadingPane).block


def marked(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen at which the cursor stands."""
    return [line.partition(CURSOR)[2].strip() for line in shown(pilot).splitlines() if CURSOR in line]


def lengthen(home: Home) -> None:
    """Have a lesson of many lines between its blocks."""
    lesson = home.problems[0].folder / "lesson.md"
    lesson.write_text(
        lesson.read_text().replace("## A", "Text.\n\n" * 12 + "## A").replace("## P", "Text.\n\n" * 12 + "## P")
    )


@pytest.mark.parametrize("size", SIZES)
async def test_brackets_go_from_block_to_block_and_stop_at_the_ends(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        await until(pilot, CURSOR)
        assert chosen(pilot) == FIRST
        for key, source in (
            ("left_square_bracket", FIRST),
            ("right_square_bracket", SECOND),
            ("right_square_bracket", THIRD),
            ("right_square_bracket", THIRD),
            ("left_square_bracket", SECOND),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert chosen(pilot) == source
            assert marked(pilot)[0].startswith(source.splitlines()[0])
            assert len(marked(pilot)) == 1


async def test_a_click_chooses_a_block_of_code_and_not_what_it_prints(home: Home) -> None:
    async with home.play(0, (120, 60)) as pilot:
        await until(pilot, CURSOR)
        fences = list(pilot.app.screen.query(CodeFence))
        assert [fence.is_code for fence in fences] == [True, False] * 3
        await pilot.click(fences[2])
        assert chosen(pilot) == SECOND
        await pilot.click(fences[5])
        assert chosen(pilot) == SECOND


async def test_the_cursor_stays_in_sight_when_the_text_scrolls(home: Home) -> None:
    lengthen(home)
    async with home.play(0) as pilot:
        await until(pilot, CURSOR)
        paper = pilot.app.screen.query_one("#page-lesson", TextPage)
        seen = []
        while paper.scroll_y < paper.max_scroll_y:
            await pilot.press("down")
            await pilot.pause()
            begins = [line for line in shown(pilot).splitlines() if any(start in line for start in STARTS)]
            assert len(marked(pilot)) == bool(begins), shown(pilot)
            seen.append(chosen(pilot))
        assert list(dict.fromkeys(seen)) == [FIRST, SECOND, THIRD]


async def test_from_between_two_blocks_the_nearest_on_that_side_is_gone_to(home: Home) -> None:
    lengthen(home)
    async with home.play(0) as pilot:
        await until(pilot, CURSOR)
        paper = pilot.app.screen.query_one("#page-lesson", TextPage)
        for key, source in (("right_square_bracket", THIRD), ("left_square_bracket", SECOND)):
            paper.scroll_to(y=42, animate=False)
            await pilot.pause()
            assert not marked(pilot)
            await pilot.press(key)
            await pilot.pause()
            assert chosen(pilot) == source
            assert len(marked(pilot)) == 1


async def test_a_page_without_code_has_no_block(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, CURSOR)
        await pilot.press("t", "right_square_bracket")
        await until(pilot, "Write sum_up(x)")
        assert chosen(pilot) is None
        await pilot.press("l")
        await until(pilot, CURSOR)
        assert chosen(pilot) == FIRST
