"""What the environment says of the terminal."""

from __future__ import annotations

import subprocess
import sys

import pytest

from flaxdrills.system.terminal_capabilities import TerminalCapabilities, terminal_capabilities


@pytest.mark.parametrize(
    ("environment", "is_ascii"),
    [
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "de_DE.utf8"}, False),
        ({"LANG": "C", "LC_CTYPE": "UTF-8"}, False),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "C.UTF-8", "LC_CTYPE": "POSIX"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, True),
        ({"LANG": "", "LC_ALL": ""}, True),
        ({}, True),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, True),
    ],
)
def test_ascii_where_the_locale_or_the_font_has_no_more(environment: dict[str, str], is_ascii: bool) -> None:
    assert terminal_capabilities(environment).is_ascii == is_ascii


@pytest.mark.parametrize("wanted", [True, False])
def test_a_setting_overrules(wanted: bool) -> None:
    assert terminal_capabilities({"LANG": "C"}, wanted).is_ascii is wanted
    assert terminal_capabilities({"LANG": "C.UTF-8"}, wanted).is_ascii is wanted


@pytest.mark.parametrize(
    ("term", "colorterm", "few"),
    [
        ("xterm-256color", "", False),
        ("tmux-256color", "", False),
        ("xterm-kitty", "", False),
        ("xterm", "truecolor", False),
        ("linux", "", True),
        ("screen", "", True),
        ("xterm", "", True),
        ("", "", True),
    ],
)
def test_few_colours_where_none_are_promised(term: str, colorterm: str, few: bool) -> None:
    assert terminal_capabilities({"TERM": term, "COLORTERM": colorterm}).has_few_colours is few


def test_the_default_is_a_terminal_that_shows_all() -> None:
    assert terminal_capabilities({"LANG": "C.UTF-8", "TERM": "xterm-256color"}) == TerminalCapabilities()


@pytest.mark.process
def test_what_python_changed_in_the_environment_is_not_believed() -> None:
    told = (
        "import os; from flaxdrills.system.terminal_capabilities import *; "
        "print(os.environ['LC_CTYPE'], terminal_capabilities(environment_as_started()).is_ascii)"
    )
    found = subprocess.run([sys.executable, "-c", told], env={"LANG": "C"}, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["C.UTF-8", "True"]
