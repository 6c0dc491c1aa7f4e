"""Editing: in the app's place, in a window of its own, and in tmux beside the app."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App

from flaxdrills.system.settings import Settings
from tests.conftest import Looks
from tests.ui.conftest import Home, settled, shown, until
from tests.ui.screens.practice.test_solution_run import CODE, RAISING

pytestmark = pytest.mark.process


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "TMUX", "TMUX_PANE"):
        monkeypatch.delenv(name, raising=False)


@contextlib.contextmanager
def _no_terminal(app: App[None]) -> Iterator[None]:
    yield


def make_editor(folder: Path, body: str, name: str = "fake-editor") -> str:
    """A program that takes the place of an editor."""
    script = folder / name
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o755)
    return str(script)


async def test_e_edits_at_the_line_that_went_wrong_and_runs_once(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Looks
) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    body = f'echo "$@" >> {tmp_path}/calls; printf "fixed = 1\\n" > "$2"'
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, body, "vim"))
    home.file().write_text(CODE)
    home.workers.script[CODE] = RAISING
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "ERROR")
        await pilot.press("e")
        await until(pilot, "PASSED", "fixed = 1")
        await looks.more(8)
        assert (tmp_path / "calls").read_text().split() == ["+2", str(home.file())]
        assert home.workers.judged == [CODE, "fixed = 1\n"]


async def test_saves_after_the_editor_still_run(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Looks
) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "true", "vim"))
    home.file().write_text("before = 1\n")
    async with home.play(0) as pilot:
        await pilot.press("e")
        await until(pilot, "PASSED")
        await looks.more()
        home.file().write_text(CODE)
        await settled(pilot, lambda: home.workers.judged[-1] == CODE)


async def test_to_look_at_the_stub_is_no_try_and_to_save_it_is_one(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Looks
) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    body = f'test -e {tmp_path}/first && touch "$2"; touch {tmp_path}/first'
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, body, "vim"))
    stub = home.file().read_text()
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await settled(pilot, (tmp_path / "first").exists)
        await looks.more(8)
        assert not home.workers.judged and "Nothing was run yet." in shown(pilot)
        await pilot.press("e")
        await settled(pilot, lambda: home.workers.judged == [stub])


async def test_a_file_that_was_only_looked_at_is_not_judged_again(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Looks
) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    body = f'test -e {tmp_path}/first && touch "$2"; touch {tmp_path}/first'
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, body, "vim"))
    home.file().write_text(CODE)
    home.workers.script[CODE] = RAISING
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "ERROR")
        await pilot.press("e")
        await settled(pilot, (tmp_path / "first").exists)
        await looks.more(8)
        assert home.workers.judged == [CODE]
        assert "ERROR" in shown(pilot)
        # Whoever saves wants it run, also if nothing changed.
        await pilot.press("e")
        await settled(pilot, lambda: home.workers.judged == [CODE, CODE])


async def test_a_new_file_is_opened_where_the_work_begins(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, f'echo "$@" > {tmp_path}/calls', "nano"))
    gap = home.file().read_text().splitlines().index("    raise NotImplementedError") + 1
    async with home.play(0) as pilot:
        await pilot.press("e")
        await settled(pilot, lambda: (tmp_path / "calls").exists() and (tmp_path / "calls").read_text())
        assert (tmp_path / "calls").read_text().split() == [f"+{gap}", str(home.file())]


async def test_an_unknown_editor_that_returns_at_once_is_not_taken_for_an_edit(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: Looks
) -> None:
    monkeypatch.setattr("flaxdrills.editors.choose_editor.AT_ONCE_S", 60.0)
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "true"))
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "fake-editor returned at once.")
        await looks.more(4)
        assert not home.workers.judged
        home.file().write_text(CODE)
        await settled(pilot, lambda: home.workers.judged == [CODE])


async def test_an_editor_with_a_window_leaves_the_terminal_alone_and_its_saves_run(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = f'echo "$@" > {tmp_path}/calls; while test ! -e {tmp_path}/go; do sleep 0.05; done'
    body = f'{waits}; printf "x = 1" > "${{3%:*}}"'
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, body, "code") + " --wait")
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await settled(pilot, (tmp_path / "calls").exists)
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")
        (tmp_path / "go").touch()
        await until(pilot, "open in code. A save runs it.", "PASSED")
        assert home.workers.judged == ["x = 1"]


async def test_a_window_that_cannot_be_opened_says_why(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "echo some; echo cannot open display >&2; exit 1", "kate"))
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "kate ended (exit status 1): cannot", "display")
        assert not home.workers.judged


async def test_an_editor_that_fails_is_said(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "exit 3"))
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "ended: exit status 3")


async def test_no_editor_is_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "names the editor 'no-such-editor'", "Install it, or name a different")
        assert not home.workers.judged


async def test_a_terminal_that_cannot_be_left_is_said(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "true"))
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "An editor cannot use this terminal.")


def enter_tmux(folder: Path, monkeypatch: pytest.MonkeyPatch, refusal: str = "") -> Path:
    """Make it look as if there was a tmux around; returns where it notes what it was asked for."""
    calls = folder / "tmux-calls"
    fails = f'case "$*" in *split-window*) echo {refusal} >&2; exit 1;; esac' if refusal else ""
    make_editor(folder, f'echo "$@" >> {calls}\n{fails}\ncase "$*" in *split-window*) echo %7;; esac', "tmux")
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    monkeypatch.setenv("TMUX_PANE", "%3")
    return calls


@pytest.mark.parametrize(("split", "key"), [(True, "e"), (False, "E")])
async def test_in_tmux_the_editor_opens_beside_and_a_save_there_runs_it(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, split: bool, key: str
) -> None:
    calls = enter_tmux(tmp_path, monkeypatch)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "true", "vim"))
    async with home.play(0, (200, 50), Settings(split=split)) as pilot:
        await pilot.press(key)
        await settled(pilot, lambda: calls.exists() and "set-option" in calls.read_text())
        [asked] = [line for line in calls.read_text().splitlines() if "split-window" in line]
        assert "split-window -h -t %3 " in asked or "split-window -h -l 100 -t %3 " in asked
        assert asked.endswith(str(home.file()))
        assert not home.workers.judged
        home.file().write_text(CODE)
        await settled(pilot, lambda: home.workers.judged == [CODE])


@pytest.mark.parametrize(("split", "key"), [(True, "E"), (False, "e")])
async def test_in_tmux_the_other_key_takes_the_whole_terminal(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, split: bool, key: str
) -> None:
    calls = enter_tmux(tmp_path, monkeypatch)
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, "true", "vim"))
    home.file().write_text("before = 1\n")
    async with home.play(0, (200, 50), Settings(split=split)) as pilot:
        await pilot.press(key)
        await until(pilot, "PASSED")
        assert not calls.exists()


@pytest.mark.parametrize(("split", "key"), [(True, "e"), (False, "E")])
async def test_where_two_panes_have_no_room_it_is_said_only_to_who_asks_for_them(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, split: bool, key: str
) -> None:
    enter_tmux(tmp_path, monkeypatch)
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, 'printf "x = 1" > "$2"', "vim"))
    async with home.play(0, settings=Settings(split=split)) as pilot:
        await pilot.press(key)
        text = await until(pilot, "PASSED")
        told = [notice.message for notice in pilot.app._notifications]
        assert ["no room" in message for message in told] == ([] if split else [True]), text


async def test_a_split_that_is_refused_is_said_and_the_editor_opens_as_usual(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_tmux(tmp_path, monkeypatch, "no space for new pane")
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, 'printf "x = 1" > "$2"', "vim"))
    async with home.play(0, (200, 50), Settings(split=True)) as pilot:
        await pilot.press("e")
        await until(pilot, "tmux refused: no space for new pane.", "PASSED")


async def test_without_tmux_there_is_one_way(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "suspend", _no_terminal)
    monkeypatch.setenv("EDITOR", make_editor(tmp_path, f"touch {tmp_path}/called", "vim"))
    home.file().write_text("before = 1\n")
    async with home.play(0, (120, 40), Settings(split=True)) as pilot:
        await until(pilot, "Sums are everywhere.")
        await pilot.press("E", "question_mark")
        await until(pilot, "Edit your file")
        assert "the other way" not in shown(pilot)
        assert not (tmp_path / "called").exists()
        await pilot.press("escape", "e")
        await until(pilot, "PASSED")
