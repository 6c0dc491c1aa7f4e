"""What is known of editors: how each is told the line, and which need no terminal or do not wait for you."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

_PLUS = ("+{line}", "{path}")
_GOTO = ("--goto", "{path}:{line}")
_COLON = ("{path}:{line}",)
_OPTION = ("--line", "{line}", "{path}")
_WAIT = frozenset({"--wait", "-w"})
_VIM_KEYS = ("C-\\", "C-n", ":{line}", "Enter")
"""From whatever mode it is in, and without a time in which the escape could be taken for Alt."""
_NO_FORK = frozenset({"--nofork", "-f"})


@dataclass(frozen=True, slots=True)
class KnownEditor:
    """One program."""

    at_line: tuple[str, ...] = ("{path}",)
    """The arguments that open a file at a line."""
    keys_to_line: tuple[str, ...] = ()
    """The keys, by the names that tmux has for them, that go to a line once it is open; none where nobody knows."""
    in_window: bool = False
    """Whether it opens a window of its own, and leaves the terminal alone."""
    waits_with: frozenset[str] = frozenset()
    """The arguments without which it returns at once; none where it waits anyhow."""
    detaches_with: frozenset[str] = frozenset()
    """The arguments with which it returns at once."""

    def returns_at_once(self, arguments: Sequence[str]) -> bool:
        """Whether, with these arguments, it ends before you are done."""
        given = frozenset(arguments)
        return bool(given & self.detaches_with) or (bool(self.waits_with) and not given & self.waits_with)


_WINDOW = KnownEditor(in_window=True)
_KINDS: tuple[tuple[KnownEditor, str], ...] = (
    (KnownEditor(_PLUS, _VIM_KEYS), "vi vim nvim"),
    (KnownEditor(_PLUS, ("C-_", "{line}", "Enter")), "nano"),
    (KnownEditor(_PLUS), "view vis pico emacs jmacs jstar micro kak joe jupp mg ne mcedit dte amp"),
    (KnownEditor(_PLUS, detaches_with=frozenset({"-n", "--no-wait"})), "emacsclient"),
    (KnownEditor(_COLON), "hx helix"),
    (KnownEditor(("{path}", "-g", "{line}")), "jed"),
    (KnownEditor(_PLUS, in_window=True, waits_with=_NO_FORK), "gvim gview mvim"),
    (
        KnownEditor(_GOTO, in_window=True, waits_with=_WAIT),
        "code code-insiders code-oss codium vscodium cursor windsurf positron",
    ),
    (KnownEditor(_COLON, in_window=True, waits_with=_WAIT), "subl sublime_text zed zeditor zedit lapce"),
    (KnownEditor(_PLUS, in_window=True, waits_with=_WAIT), "gedit xed bbedit"),
    (KnownEditor(_PLUS, in_window=True), "gnome-text-editor pluma geany"),
    (KnownEditor(_OPTION, in_window=True, waits_with=frozenset({"--block", "-b"})), "kate"),
    (KnownEditor(_OPTION, in_window=True), "kwrite mousepad mate"),
    (
        KnownEditor(_OPTION, in_window=True, waits_with=frozenset({"--wait"})),
        "idea pycharm charm dataspell clion fleet",
    ),
    (_WINDOW, "xdg-open gio open"),
)
_EDITORS = {name: kind for kind, names in _KINDS for name in names.split()}

_PACKAGED = {
    "com.helix_editor.Helix": "hx",
    "com.jetbrains.PyCharm-Community": "pycharm",
    "com.jetbrains.PyCharm-Professional": "pycharm",
    "com.sublimetext.three": "subl",
    "com.visualstudio.code": "code",
    "com.vscodium.codium": "codium",
    "dev.zed.Zed": "zed",
    "io.neovim.nvim": "nvim",
    "org.gnome.TextEditor": "gnome-text-editor",
    "org.gnome.gedit": "gedit",
    "org.gnu.emacs": "emacs",
    "org.kde.kate": "kate",
    "org.vim.Vim": "gvim",
}
"""What Flatpak calls them."""

_OF_ENV_WITH_VALUE = frozenset({"-u", "--unset", "-C", "--chdir"})


def program_of(argv: Sequence[str]) -> str:
    """The name of the editor in `argv`, also where `env`, `flatpak run` or `snap run` starts it."""
    name, rest = PurePath(argv[0]).name, list(argv[1:])
    if name == "env":
        while rest and (rest[0].startswith("-") or "=" in rest[0]):
            rest = rest[2:] if rest[0] in _OF_ENV_WITH_VALUE else rest[1:]
        return program_of(rest) if rest else name
    if name in ("flatpak", "snap") and rest[:1] == ["run"]:
        package = next((word for word in rest[1:] if not word.startswith("-")), name)
        return _PACKAGED.get(package, package)
    return name


def known_editor(argv: Sequence[str]) -> KnownEditor | None:
    """What is known of the editor in `argv`; None where that is nothing."""
    name = program_of(argv)
    # Such as vim.basic, emacs-29.3 or nvim.appimage.
    plain = re.sub(r"[-.]?[0-9][0-9.]*$", "", name)
    return next((_EDITORS[each] for each in (name, plain, name.split(".")[0]) if each in _EDITORS), None)
