"""Which editor, and how it is told the line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flaxdrills.editors.choose_editor import Editor, EditorError, NoEditorError, choose_editor


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
    assert choose_editor(setting, environ, EVERY) == Editor(argv)


@pytest.mark.parametrize("installed", [("nano", "vim", "vi"), ("vim", "vi"), ("vi",)])
def test_without_any_the_first_that_is_installed_is_used(installed: tuple[str, ...]) -> None:
    assert choose_editor("", {}, only(*installed)) == Editor(installed[:1])


def test_no_editor_at_all_says_how_to_set_one() -> None:
    with pytest.raises(NoEditorError, match=r"No editor was found\. Set EDITOR, for example `export EDITOR=nano`"):
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
    assert choose_editor("~/ed -x", {}, shutil.which) == Editor((str(program), "-x"))


def test_our_own_is_no_program() -> None:
    with pytest.raises(NoEditorError, match="is in the app"):
        choose_editor("builtin", {"VISUAL": "vim"}, EVERY)


FILE = Path("/w/a {file}.py")


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vi", "+7 FILE"),
        ("/opt/bin/vim -x", "+7 FILE"),
        ("vim.basic", "+7 FILE"),
        ("nvim.appimage", "+7 FILE"),
        ("nano", "+7 FILE"),
        ("emacs-29.3 -nw", "+7 FILE"),
        ("emacsclient -t", "+7 FILE"),
        ("micro", "+7 FILE"),
        ("kak", "+7 FILE"),
        ("joe", "+7 FILE"),
        ("mg", "+7 FILE"),
        ("ne", "+7 FILE"),
        ("gvim -f", "+7 FILE"),
        ("gedit --wait", "+7 FILE"),
        ("jed", "FILE -g 7"),
        ("code --wait", "--goto FILE:7"),
        ("codium", "--goto FILE:7"),
        ("cursor -w", "--goto FILE:7"),
        ("windsurf", "--goto FILE:7"),
        ("hx", "FILE:7"),
        ("helix", "FILE:7"),
        ("subl", "FILE:7"),
        ("zed --wait", "FILE:7"),
        ("kate --block", "--line 7 FILE"),
        ("idea --wait", "--line 7 FILE"),
        ("pycharm", "--line 7 FILE"),
        ("env -u A FOO=1 nvim -p", "+7 FILE"),
        ("env -i code", "--goto FILE:7"),
        ("flatpak run --branch=stable com.visualstudio.code --wait", "--goto FILE:7"),
        ("snap run hx", "FILE:7"),
        ("ed", "FILE"),
        ("env", "FILE"),
        ("flatpak list", "FILE"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, arguments: str) -> None:
    argv = tuple(editor.split())
    told = [part.replace("FILE", str(FILE)) for part in arguments.split()]
    assert Editor(argv).command(FILE, 7) == [*argv, *told]
    assert Editor(argv).command(FILE) == [*argv, str(FILE)]


@pytest.mark.parametrize(
    ("editor", "needs_terminal", "returns_at_once"),
    [
        ("vim", True, False),
        ("unheard-of", True, False),
        ("emacsclient -t", True, False),
        ("emacsclient -n", False, True),
        ("code", False, True),
        ("code --wait", False, False),
        ("env A=1 code -w", False, False),
        ("flatpak run com.visualstudio.code", False, True),
        ("gvim", False, True),
        ("gvim -f", False, False),
        ("kate -b", False, False),
        ("idea", False, True),
        ("kwrite", False, False),
    ],
)
def test_what_needs_the_terminal_and_what_waits_is_known(
    editor: str, needs_terminal: bool, returns_at_once: bool
) -> None:
    chosen = Editor(tuple(editor.split()))
    assert (chosen.needs_terminal, chosen.returns_at_once) == (needs_terminal, returns_at_once)


def test_a_path_with_blanks_that_is_not_quoted_is_said() -> None:
    which = only("/opt/my tools/ed", "/opt/my")
    only_ed = only("/opt/my tools/ed")
    with pytest.raises(EditorError, match=r"""has a blank in it, so quote it twice: `editor = "'/opt/my tools/ed'"`"""):
        choose_editor("/opt/my tools/ed -x", {}, only_ed)
    with pytest.raises(EditorError, match=r"""so quote it twice: `export EDITOR="'/opt/my tools/ed'"`"""):
        choose_editor("", {"EDITOR": "/opt/my tools/ed"}, only_ed)
    assert choose_editor("'/opt/my tools/ed' -x", {}, which) == Editor(("/opt/my tools/ed", "-x"))
    # What is found as it stands is taken as it stands.
    assert choose_editor("/opt/my tools/ed", {}, which) == Editor(("/opt/my", "tools/ed"))
