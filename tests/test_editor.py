"""Which editor, and how it is told the line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flaxdrills.editor import EditorError, choose_editor, command


def only(*programs: str) -> Callable[[str], str | None]:
    return lambda program: f"/usr/bin/{program}" if program in programs else None


EVERY = only("code", "vim", "nvim", "nano", "vi")


@pytest.mark.parametrize(
    ("setting", "environ", "argv"),
    [
        ("code --wait", {"VISUAL": "nvim", "EDITOR": "vim"}, ("code", "--wait")),
        ("", {"VISUAL": "nvim -p", "EDITOR": "vim"}, ("nvim", "-p")),
        ("", {"VISUAL": "", "EDITOR": "vim"}, ("vim",)),
        (" ", {"VISUAL": " \t"}, ("nano",)),
        ("", {"EDITOR": "vim -c 'set nu'"}, ("vim", "-c", "set nu")),
    ],
)
def test_the_setting_comes_before_visual_before_editor(
    setting: str, environ: dict[str, str], argv: tuple[str, ...]
) -> None:
    assert choose_editor(setting, environ, EVERY) == argv


@pytest.mark.parametrize("installed", [("nano", "vim", "vi"), ("vim", "vi"), ("vi",)])
def test_without_any_the_first_that_is_installed_is_used(installed: tuple[str, ...]) -> None:
    assert choose_editor("", {}, only(*installed)) == installed[:1]


def test_no_editor_at_all_says_how_to_set_one() -> None:
    with pytest.raises(EditorError, match=r"No editor was found\. Set EDITOR, for example `export EDITOR=nano`"):
        choose_editor("", {}, only())


@pytest.mark.parametrize(
    ("setting", "environ", "source"),
    [
        ("gone --wait", {"VISUAL": "vim"}, "the setting `editor`"),
        ("", {"VISUAL": "gone", "EDITOR": "vim"}, r"\$VISUAL"),
        ("", {"EDITOR": "gone"}, r"\$EDITOR"),
    ],
)
def test_an_editor_that_is_not_there_is_named_with_where_it_came_from(
    setting: str, environ: dict[str, str], source: str
) -> None:
    with pytest.raises(EditorError, match=f"^{source} names the editor 'gone'"):
        choose_editor(setting, environ, EVERY)


@pytest.mark.parametrize("text", ["vim 'x", "''"])
def test_an_editor_that_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(EditorError, match=r"^\$EDITOR names"):
        choose_editor("", {"EDITOR": text}, EVERY)


def test_home_is_found_in_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    program = tmp_path / "ed"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert choose_editor("~/ed -x", {}, shutil.which) == (str(program), "-x")


FILE = Path("/w/a file.py")


@pytest.mark.parametrize(
    "editor",
    ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "/opt/bin/vim"],
)
def test_terminal_editors_get_the_line_before_the_file(editor: str) -> None:
    assert command((editor, "-x"), FILE, 7) == [editor, "-x", "+7", "/w/a file.py"]


@pytest.mark.parametrize("editor", ["code", "codium", "cursor", "windsurf"])
def test_code_and_its_kin_get_goto(editor: str) -> None:
    assert command((editor, "--wait"), FILE, 7) == [editor, "--wait", "--goto", "/w/a file.py:7"]


@pytest.mark.parametrize("editor", ["hx", "helix", "subl", "zed"])
def test_others_get_the_line_after_the_file(editor: str) -> None:
    assert command((editor,), FILE, 7) == [editor, "/w/a file.py:7"]


def test_an_unknown_editor_gets_just_the_file() -> None:
    assert command(("ed",), FILE, 7) == ["ed", "/w/a file.py"]


@pytest.mark.parametrize("editor", ["vim", "code", "hx", "ed"])
def test_without_a_line_every_editor_gets_just_the_file(editor: str) -> None:
    assert command((editor,), FILE) == [editor, "/w/a file.py"]
