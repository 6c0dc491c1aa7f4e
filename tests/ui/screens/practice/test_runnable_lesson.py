"""Running the blocks of a lesson where they stand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from flaxdrills.editors.choose_editor import BUILT_IN
from flaxdrills.judging.events import Done, Event, Killed, Limit, Printed, Raised, StackFrame, Started
from flaxdrills.problems.proven_versions import Versions, note_proof, versions_here
from flaxdrills.system.settings import Settings
from flaxdrills.ui.look.symbols import CURSOR
from flaxdrills.ui.screens.practice.runnable_lesson import RunnableLesson
from flaxdrills.ui.widgets.lesson_block_result import BlockResult
from tests.ui.conftest import SIZES, Home, headlines, settled, shown, until

FIRST, SECOND, THIRD = "import jax.numpy as jnp\nprint(jnp.ones(3).sum())\n", "print(1 + 1)\n", "1 / 0\n"


def printing(text: str) -> Sequence[Event]:
    return (Started(), Printed(text, False), Done(0.1))


def lesson(home: Home) -> Path:
    return home.problems[0].folder / "lesson.md"


async def opened(pilot: Pilot[None]) -> None:
    await until(pilot, CURSOR)


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_x_runs_the_block_and_says_that_it_prints_the_same(home: Home, size: tuple[int, int]) -> None:
    home.workers.script[FIRST] = printing("3.0\n")
    async with home.play(0, size) as pilot:
        await opened(pilot)
        await pilot.press("x")
        text = await until(pilot, "✓ Same here.   cpu, jax 0.10.2")
        assert "Running" not in text and not list(headlines(text))
        assert home.workers.judged == []


@pytest.mark.parametrize("size", SIZES)
async def test_another_output_stands_beside_the_lessons(home: Home, size: tuple[int, int]) -> None:
    home.workers.script[FIRST] = printing("3.5\n\\x1b[2J[b]\n")
    async with home.play(0, size) as pilot:
        await opened(pilot)
        await pilot.press("x")
        text = await until(pilot, "✗ Different here.", "− 3.0", "+ 3.5", "+ \\x1b[2J[b]")
        assert text.index("│ 3.0") < text.index("✗ Different") < text.index("− 3.0")


async def test_a_pitfall_raises_its_real_error(home: Home) -> None:
    raised = Raised("ZeroDivisionError", "division by zero", (StackFrame(1, "<module>", "1 / 0"),))
    home.workers.script[THIRD] = (Started(), raised, Printed("ZeroDivisionError: division by zero\n", False), Done(0.1))
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket", "right_square_bracket", "x")
        text = await until(pilot, "✓ Same here.")
        assert "line 1: 1 / 0" not in text


async def test_a_run_that_was_ended_says_why_and_shows_what_it_printed(home: Home) -> None:
    home.workers.script[SECOND] = (Started(), Printed("so far\n", False), Killed(Limit.TIME, "Not done after 60 s."))
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket", "x")
        text = await until(pilot, "✗ Not done after 60 s.", "so far")
        assert not list(headlines(text))


async def test_results_of_several_blocks_stay_and_a_second_run_takes_the_place_of_the_first(home: Home) -> None:
    home.workers.script |= {FIRST: printing("3.0\n"), SECOND: printing("3\n")}
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await until(pilot, "Same here.")
        await pilot.press("right_square_bracket", "x")
        await until(pilot, "Same here.", "Different here.")
        home.workers.script[SECOND] = printing("2\n")
        await pilot.press("x")
        await settled(pilot, lambda: shown(pilot).count("Same here.") == 2)
        assert "+ 3" not in shown(pilot)
        assert len(pilot.app.screen.query(BlockResult)) == 2


async def test_escape_cancels_the_block_and_then_leads_back(home: Home) -> None:
    lesson(home).write_text(lesson(home).read_text().replace("print(1 + 1)", "while True: 1"))
    home.workers.script["while True: 1\n"] = (Started(),)
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket", "x")
        await until(pilot, "● Running it…   esc cancels")
        await pilot.press("escape")
        await until(pilot, "It was cancelled. x runs the block again.", "esc Back")
        assert home.workers.cancelled == ["while True: 1\n"]
        await pilot.press("escape")
        await until(pilot, "0 of 3 solved")


async def test_a_block_that_is_cancelled_before_it_is_laid_out_is_over(home: Home) -> None:
    async with home.play(0) as pilot:
        await opened(pilot)
        reading = pilot.app.screen.query_one(RunnableLesson)
        await reading.run_block()
        while not reading.check_action("cancel_block", ()):
            await asyncio.sleep(0)
        reading.action_cancel_block()
        await settled(pilot, lambda: not reading.check_action("cancel_block", ()), 5)
        await until(pilot, "It was cancelled. x runs the block again.")


async def test_a_newer_run_of_the_same_block_replaces_the_older(home: Home) -> None:
    lesson(home).write_text(lesson(home).read_text().replace("print(1 + 1)", "while True: 1"))
    home.workers.script["while True: 1\n"] = (Started(),)
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket", "x")
        await until(pilot, "Running it…")
        await pilot.press("x")
        await settled(pilot, lambda: home.workers.cancelled)
        await pilot.pause(0.05)
        assert "Running it…" in shown(pilot) and "cancelled" not in shown(pilot)


async def test_x_turns_to_the_lesson(home: Home) -> None:
    home.workers.script[FIRST] = printing("3.0\n")
    async with home.play(0) as pilot:
        await opened(pilot)
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")
        await pilot.press("3", "x")
        await until(pilot, "Sums are everywhere.", "Same here.")


async def test_a_block_that_is_run_out_of_sight_comes_into_sight_with_its_result(home: Home) -> None:
    lesson(home).write_text(lesson(home).read_text().replace("## A", "Text.\n\n" * 30 + "## A"))
    home.workers.script[FIRST] = printing("3.0\n")
    async with home.play(0) as pilot:
        await opened(pilot)
        for _ in range(2):
            await pilot.press("space")
            await pilot.pause()
        assert CURSOR not in shown(pilot)
        await pilot.press("x")
        text = await until(pilot, "Same here.", CURSOR)
        assert text.index(CURSOR) < text.index("Same here.")


async def test_a_lesson_without_code_says_so(home: Home) -> None:
    lesson(home).write_text("Nothing to run.\n")
    async with home.play(0) as pilot:
        await until(pilot, "Nothing to run.")
        await pilot.press("x")
        await until(pilot, "There is no code here")


async def test_a_lesson_that_changed_meanwhile_is_not_run(home: Home) -> None:
    async with home.play(0) as pilot:
        await opened(pilot)
        lesson(home).write_text("More.\n\n" + lesson(home).read_text())
        await pilot.press("x")
        await until(pilot, "The lesson was changed")


def editor_that(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an editor that needs no terminal and puts `text` into the file."""
    monkeypatch.delenv("TMUX", raising=False)
    script = folder / "code"
    script.write_text(f'#!/bin/sh\nfor last; do :; done\ncp {folder}/text "$last"\n')
    (folder / "text").write_text(text)
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))


@pytest.mark.process
async def test_a_copy_is_edited_and_every_save_of_it_runs(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    editor_that(home.folder, "print('mine')\n", monkeypatch)
    error = Raised("TypeError", "no", (StackFrame(4, "<module>", "print('mine'"),), cause="Close the bracket.")
    home.workers.script |= {
        "print('mine')\n": printing("mine\n"),
        "print('mine'": (Started(), error, Printed("TypeError: no\n", False), Done(0.1)),
        SECOND: printing("2\n"),
    }
    path = home.folder / "scratch" / "sum-up-block-2.py"
    async with home.play(0, (120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket", "X")
        await until(pilot, "● Your copy prints:   cpu, jax 0.10.2", "│ mine")
        assert "a save runs it" in str(pilot.app.screen.query_one(BlockResult)._cause.content)
        await pilot.pause(0.2)
        path.write_text("print('mine'")
        await until(pilot, "TypeError: no", "line 4: print('mine'", "Close the bracket.")
        await pilot.press("x")
        text = await until(pilot, "✓ Same here.")
        assert "Your copy" not in text and "Close the bracket." not in text
        path.write_text("print('mine')\n")
        await pilot.pause(0.3)
        assert "Your copy" not in shown(pilot)
    assert home.kinds() == ["opened"]


async def test_an_editor_that_is_not_there_is_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    async with home.play(0) as pilot:
        await opened(pilot)
        await pilot.press("X")
        await until(pilot, "no-such-editor")


async def test_without_an_editor_the_copy_is_named_and_watched(home: Home) -> None:
    home.workers.script["print('mine')\n"] = printing("mine\n")
    path = home.folder / "scratch" / "sum-up-block-1.py"
    async with home.play(0, (120, 40), Settings(editor=BUILT_IN)) as pilot:
        await opened(pilot)
        await pilot.press("X")
        await until(pilot, "The copy is", "Your copy prints nothing.")
        await pilot.pause(0.2)
        path.write_text("print('mine')\n")
        await until(pilot, "Your copy prints:", "│ mine")


async def foot(pilot: Pilot[None], *texts: str) -> str:
    """All that stands on the screen at the end of the lesson, as one line, as soon as it holds `texts`."""
    await pilot.press("end")
    await settled(pilot, lambda: all(text in " ".join(shown(pilot).split()) for text in texts))
    return " ".join(shown(pilot).split())


async def test_the_page_says_with_what_it_was_proven_and_what_is_different(home: Home) -> None:
    here = versions_here()
    assert here is not None
    home.workers.script |= {FIRST: printing("3.0\n"), SECOND: printing("4\n")}
    async with home.play(0, (80, 60)) as pilot:
        await opened(pilot)
        text = await foot(pilot, "what they print now has not been proven.")
        assert f"Here: {here}." in text and "x runs the chosen one." in text
    note_proof(lesson(home).parent, lesson(home).read_text(), Versions("0.0.1", "0.0.2"), "f1")
    async with home.play(0, (80, 60)) as pilot:
        await opened(pilot)
        text = await foot(pilot, "proven with flax 0.0.1, jax 0.0.2, on a CPU.")
        assert f"Here it is {here}." in text
        await pilot.press("home", "x")
        await until(pilot, "Same here.")
        await pilot.press("right_square_bracket", "x")
        await until(pilot, "Different here.")
        await foot(pilot, "Block 2 prints something else here.")
    note_proof(lesson(home).parent, lesson(home).read_text(), here, "f1")
    home.workers.script |= {SECOND: printing("2\n"), THIRD: printing("ZeroDivisionError: x\n")}
    async with home.play(0, (80, 60)) as pilot:
        await opened(pilot)
        text = await foot(pilot, "Block 2 prints something else here.")
        assert f"with flax 0.0.1, jax 0.0.2 to {here}, on a CPU. Here: {here}." in text
        await pilot.press("home", "right_square_bracket", "x")
        await until(pilot, "Same here.")
        await pilot.press("right_square_bracket", "x")
        await settled(pilot, lambda: shown(pilot).count("Same here.") == 2)
        await foot(pilot, "All of them were run here, and print the same.")


async def test_x_shows_what_it_runs_wherever_the_keys_are(home: Home) -> None:
    home.workers.script[FIRST] = printing("3.0\n")
    async with home.play(0) as pilot:
        await opened(pilot)
        await pilot.press("2", "x")
        await until(pilot, "✓ Same here.", "jnp.ones(3).sum()")
