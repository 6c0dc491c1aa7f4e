"""The app in a shell: suspended and continued, and left with ctrl-c."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import CONTENT, PROBLEM, PROGRAM, environment, save, solution_file

__all__ = ["environment", "solution_file"]

pytestmark = [pytest.mark.terminal, pytest.mark.worker]

PROMPT = "at the shell:"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash, whose job control this is about, is not installed")
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back_to_what_was_saved_meanwhile(
    environment: dict[str, str], solution_file: Path
) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, (100, 30), environment | {"PS1": f"{PROMPT} "}) as app:
        app.wait_for(PROMPT)
        app.press(f"{PROGRAM} open {PROBLEM}\r")
        app.wait_until(lambda screen: re.search(r"\bready\b", screen) is not None)
        app.press("\x1a")
        app.wait_for("Stopped")
        save(solution_file, (CONTENT / "solution.py").read_text())
        app.press("fg\r")
        app.wait_for("PASSED")
        assert "Stopped" not in app.text and PROMPT not in app.text
        app.press("\x03")
        app.wait_for("Leave flaxdrills?")
        app.press("\x03")
        app.wait_for(PROMPT)
        app.press("echo it was $?\r")
        app.wait_for("it was 0")


def test_in_another_locale_all_is_ascii_and_any_byte_may_be_typed(environment: dict[str, str]) -> None:
    other = environment | {"LANG": "de_DE.ISO-8859-1", "TERM": "screen"}
    with Terminal([PROGRAM, "open", PROBLEM], (80, 24), other) as app:
        app.wait_for("= Lesson")
        app.process.send(b"\xe4\xff?")
        app.wait_for("Your solution")
        assert app.text.isascii()
        app.press("q")
        app.wait_until(lambda screen: "Your solution" not in screen)
        app.press("q")
        assert app.wait_for_end() == 0
        # tmux, resized meanwhile, would leave it above the shell's next line.
        assert "Lesson" not in app.text


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_be_drawn_on_is_told_what_works_without(environment: dict[str, str], term: str) -> None:
    with Terminal([PROGRAM], (80, 24), environment | {"TERM": term}) as app:
        assert app.wait_for_end() == 2
        assert "The app needs a terminal." in app.text


def test_without_a_shell_to_go_back_to_it_stays(environment: dict[str, str]) -> None:
    with Terminal([PROGRAM, "open", PROBLEM], (100, 30), environment) as app:
        app.wait_for("Lesson")
        app.press("\x1a")
        app.wait_for("There is no shell here to go back to.")
        app.press("q")
        assert app.wait_for_end() == 0
