"""`flaxdrills watch`, with reports that are played back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from flaxdrills.cli import watch
from flaxdrills.cli.command_setup import CommandSetup, set_up
from flaxdrills.judging.events import Done, Printed, Started
from flaxdrills.problems.problem_files import read_file
from tests.ui.conftest import Home, checked, home_at

FAILING = (
    Started(),
    checked("small", "The value is wrong.\ngot  3"),
    checked("wide", "The shape is wrong.\ngot  ()"),
    checked("A layer was built"),
    Printed("first\nlast\n", True),
    Done(0.5),
)


@pytest.fixture
def home(tmp_path: Path, tiny_content: Path) -> Home:
    return home_at(tmp_path, tiny_content)


@pytest.fixture
def setup(home: Home, monkeypatch: pytest.MonkeyPatch) -> CommandSetup:
    monkeypatch.setenv("FLAXDRILLS_HOME", str(home.folder))
    return set_up()


async def watched(home: Home, setup: CommandSetup, capsys: pytest.CaptureFixture[str], *ends: str) -> str:
    """What is printed until all of `ends` were, in this order."""
    text = ""
    task = asyncio.create_task(watch.watch_file(home.session, home.problems[0], at_first=True))
    try:
        async with asyncio.timeout(30):
            for end in ends:
                while end not in text:
                    await asyncio.sleep(0.01)
                    text += capsys.readouterr().out
                    assert not task.done(), text
    finally:
        task.cancel()
    return text


async def test_it_says_all_that_the_screen_says(
    home: Home, setup: CommandSetup, capsys: pytest.CaptureFixture[str]
) -> None:
    stub = read_file(home.problems[0], "stub.py")
    home.workers.script[stub] = FAILING
    text = await watched(home, setup, capsys, "  last\n")
    assert text.startswith(f"Watching {home.file()}\n")
    for line in ("  ✗ small\n", "  ✗ wide: The shape is wrong.\n", "  ✓ A layer was built\n", "the middle cut out:\n"):
        assert line in text


async def test_a_pass_says_when_it_comes_back_and_what_is_next(
    home: Home, setup: CommandSetup, capsys: pytest.CaptureFixture[str]
) -> None:
    text = await watched(home, setup, capsys, "Next: flaxdrills watch sum-more\n")
    assert "Well done. 1 of 3 solved.\nGrade: good. It comes back in 2 days.\n" in text


async def test_what_is_saved_while_the_first_run_goes_on_is_run_too(
    home: Home, setup: CommandSetup, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stub, real = read_file(home.problems[0], "stub.py"), home.workers.run
    home.workers.script[stub] = FAILING

    async def saved_meanwhile(problem: Any, job: Any, *rest: Any, **options: Any) -> None:
        if job.source == stub:
            home.file().write_text("saved = 1\n")
        await real(problem, job, *rest, **options)

    monkeypatch.setattr(home.workers, "run", saved_meanwhile)
    text = await watched(home, setup, capsys, "FAILED", "Saved at", "PASSED")
    assert text.index("FAILED") < text.index("Saved at") < text.index("PASSED")
