"""The installed app in a real terminal, from the first screen to the journal."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import paths_at
from tests.terminal.terminal import Terminal, all_gone

pytestmark = [pytest.mark.terminal, pytest.mark.worker]

PROGRAM = str(Path(sys.executable).parent / "flaxdrills")
PROBLEM = "nnx-surgery-replace"
CONTENT = Path(__file__).parents[2] / "content" / "nnx" / PROBLEM
SIZES = [(120, 40), (80, 24)]


@pytest.fixture
def environment(tmp_path: Path, compiled: Path) -> dict[str, str]:
    """A learner's environment with a home of its own."""
    paths_at(tmp_path / "home", compiled)
    names = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {"FLAXDRILLS_HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture
def solution_file(environment: dict[str, str]) -> Path:
    """Where the learner's file is."""
    printed = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
    return Path(printed.stdout.strip())


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def app(request: pytest.FixtureRequest, environment: dict[str, str], solution_file: Path) -> Iterator[Terminal]:
    """The app at the problem, with a worker ready."""
    with Terminal([PROGRAM, "open", PROBLEM], request.param, environment) as terminal:
        terminal.wait_until(lambda screen: re.search(r"ready", screen) is not None)
        yield terminal


def save(path: Path, text: str) -> None:
    """As most editors do: write beside, then move over."""
    aside = path.with_suffix(".part")
    aside.write_text(text)
    aside.replace(path)


def attempts(environment: dict[str, str]) -> list[dict[str, object]]:
    """The attempts in the journal."""
    folder = Path(environment["FLAXDRILLS_HOME"]) / "data" / "journal"
    entries = [json.loads(line) for file in folder.glob("*.jsonl") for line in file.read_text().splitlines()]
    return [entry for entry in entries if entry["kind"] == "attempt"]


def test_a_wrong_and_a_right_save_are_judged_and_recorded(
    app: Terminal, environment: dict[str, str], solution_file: Path
) -> None:
    wrong = sorted((CONTENT / "wrong").glob("*.py"))[0]
    save(solution_file, wrong.read_text())
    app.wait_until(lambda screen: "FAILED" in screen or "ERROR" in screen)
    save(solution_file, (CONTENT / "solution.py").read_text())
    app.wait_for("PASSED")
    assert [entry["verdict"] for entry in attempts(environment)][-1] == "passed"
    family = app.family()
    app.press("q")
    assert app.wait_for_end() == 0
    assert all_gone(family)
    assert len(attempts(environment)) == 2
    shown = subprocess.run([PROGRAM, "progress", "--json"], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(shown.stdout)["solved"] == 1


def test_a_dropped_line_in_the_middle_of_a_run_leaves_no_process(app: Terminal, solution_file: Path) -> None:
    save(solution_file, "import subprocess\nsubprocess.Popen(['sleep', '4245'])\nwhile True:\n    pass\n")
    app.wait_until(lambda _: any(process.name() == "sleep" for process in app.family()))
    family = app.hang_up()
    assert len(family) > 3
    assert all_gone(family)


def test_quitting_in_the_middle_of_a_run_leaves_no_process(app: Terminal, solution_file: Path) -> None:
    save(solution_file, "while True:\n    pass\n")
    app.wait_for("running your solution")
    family = app.family()
    app.press("q")
    app.wait_for_end()
    assert all_gone(family)


def test_what_was_typed_half_a_second_before_a_kill_is_there_again(
    environment: dict[str, str], solution_file: Path
) -> None:
    settings = Path(environment["FLAXDRILLS_HOME"]) / "config" / "settings.toml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text('editor = "builtin"\n')
    with Terminal([PROGRAM, "open", PROBLEM], (80, 24), environment) as app:
        app.wait_for("ready")
        app.press("e")
        app.wait_for("Save and run")
        app.press("# typed")
        app.wait_for("# typed")
        time.sleep(0.5)
        app.process.kill(signal.SIGKILL)
    assert "# typed" not in solution_file.read_text()
    with Terminal([PROGRAM, "open", PROBLEM], (80, 24), environment) as app:
        app.wait_for("ready")
        app.press("e")
        app.wait_for("# typed")


def test_an_editor_gives_the_screen_back_and_its_text_is_judged(
    environment: dict[str, str], solution_file: Path, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncp {CONTENT / "solution.py"} "$2"\n')
    editor.chmod(0o755)
    with Terminal([PROGRAM, "open", PROBLEM], (80, 24), environment | {"EDITOR": f"{editor} --wait"}) as app:
        app.wait_for("ready")
        app.press("e")
        app.wait_for("PASSED")
        app.press("q")
        assert app.wait_for_end() == 0


def test_it_opens_where_the_learner_left_off(environment: dict[str, str]) -> None:
    subprocess.run([PROGRAM, "check", "nnx-mutability"], env=environment, capture_output=True, check=False)
    with Terminal([PROGRAM, "open", "nnx-mutability"], (80, 24), environment) as app:
        app.wait_for("State that survives calls")
        app.press("q")
        app.wait_for_end()
    with Terminal([PROGRAM], (80, 24), environment) as app:
        app.wait_for("nnx_mutability.py")
        app.press("q")
        app.wait_for_end()


def test_a_screen_that_is_too_small_says_so_and_recovers(environment: dict[str, str]) -> None:
    with Terminal([PROGRAM], (50, 12), environment) as app:
        app.wait_for("60x15")
        app.resize(100, 30)
        pass_over_greeting(app)
        app.press("q")
        app.wait_for_end()


def test_a_step_in_the_list_and_in_a_lesson_writes_little_and_waiting_nothing(environment: dict[str, str]) -> None:
    with Terminal([PROGRAM], (120, 40), environment) as terminal:
        pass_over_greeting(terminal)
        terminal.settle(1.0)
        assert bytes_for(terminal, "\x1b[B") in range(1, 4096)
        terminal.press("\r")
        terminal.wait_for("ready")
        terminal.settle(1.0)
        assert bytes_for(terminal, "\x1b[B") in range(1, 4096)
        before = terminal.written
        terminal.settle(3.0)
        assert terminal.written == before


def test_what_something_else_wrote_over_the_screen_is_drawn_anew(environment: dict[str, str]) -> None:
    with Terminal([PROGRAM], (80, 24), environment) as terminal:
        pass_over_greeting(terminal)
        terminal.settle(1.0)
        before = terminal.text
        terminal.feed(b"\x1b[5;1HBroadcast message from root\x1b[2;2H")
        assert terminal.text != before
        terminal.press("\x0c")
        terminal.wait_until(lambda screen: screen == before)
        terminal.resize(70, 20)
        terminal.wait_until(lambda screen: screen.count("\n") == 19 and "Flax NNX" in screen)
        terminal.resize(80, 24)
        terminal.wait_until(lambda screen: screen == before)


def pass_over_greeting(terminal: Terminal) -> None:
    """From what the first start shows to the list of problems."""
    terminal.wait_for("All problems")
    terminal.press("\x1b")
    terminal.wait_for("nnx-linear-no-bias")


def bytes_for(terminal: Terminal, keys: str) -> int:
    """How much is written for `keys`."""
    before = terminal.written
    terminal.press(keys)
    while terminal.written == before:
        terminal.settle(0.1)
    terminal.settle(0.5)
    return terminal.written - before
