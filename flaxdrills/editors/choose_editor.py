"""The learner's editor: which it is, and the arguments that start it."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.editors.known_editors import known_editor, program_of

BUILT_IN = "builtin"
"""What the setting names the editor of our own, which is in the app."""

AT_ONCE_S = 1.0
"""Nobody has read a file that soon."""

_FALLBACKS = ("nano", "vim", "vi")


class EditorError(Exception):
    """There is no editor to start; the message says how to name one."""


class NoEditorError(EditorError):
    """None was named and none is installed, or our own was asked for."""


@dataclass(frozen=True, slots=True)
class Editor:
    """A program to edit with."""

    argv: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the learner knows it by."""
        return program_of(self.argv)

    @property
    def is_known(self) -> bool:
        """Whether what is said of it here is more than a guess."""
        return known_editor(self.argv) is not None

    @property
    def needs_terminal(self) -> bool:
        """Whether it may have to have the terminal for itself."""
        known = known_editor(self.argv)
        return known is None or not (known.in_window or known.returns_at_once(self.argv[1:]))

    @property
    def returns_at_once(self) -> bool:
        """Whether it is known to end before the learner is done."""
        known = known_editor(self.argv)
        return known is not None and known.returns_at_once(self.argv[1:])

    def has_done(self, *, is_saved: bool, seconds: float) -> bool:
        """Whether an end after so many seconds was the learner's; some editors return while the file is still open."""
        return is_saved or (not self.returns_at_once and (self.is_known or seconds > AT_ONCE_S))

    def command(self, path: Path, line: int | None = None) -> list[str]:
        """The arguments that open `path`, at `line` (from 1) where we know how to tell the editor."""
        known = known_editor(self.argv)
        if known is None or line is None:
            return [*self.argv, str(path)]
        return [*self.argv, *(part.format(path=path, line=line) for part in known.at_line)]


def choose_editor(
    settings_editor: str, environ: Mapping[str, str], which: Callable[[str], str | None] = shutil.which
) -> Editor:
    """The editor in the setting, in $VISUAL, in $EDITOR, or one that is installed.

    Raises EditorError. An editor that was named and is not there is said, never silently replaced.
    """
    if settings_editor.strip() == BUILT_IN:
        raise NoEditorError("flaxdrills' own editor is in the app: `flaxdrills open ID`, then e.")
    named = (
        ("the setting `editor`", settings_editor),
        ("$VISUAL", environ.get("VISUAL", "")),
        ("$EDITOR", environ.get("EDITOR", "")),
    )
    for source, text in named:
        if text.strip():
            return Editor(_split(source, text, which))
    for program in _FALLBACKS:
        if which(program):
            return Editor((program,))
    raise NoEditorError(
        "No editor was found. Set EDITOR, for example `export EDITOR=nano`, or `editor` in the settings. "
        "The app has an editor of its own: `flaxdrills open ID`, then e."
    )


def _split(source: str, text: str, which: Callable[[str], str | None]) -> tuple[str, ...]:
    try:
        program, *arguments = shlex.split(text)
    except ValueError as error:
        raise EditorError(f"{source} names an editor that cannot be read, {text!r}: {error}.") from error
    # A shell would have done this in the environment; nobody does it in the settings.
    program = os.path.expanduser(program)
    if which(program):
        return program, *arguments
    if with_blanks := _unquoted(text, which):
        # A shell takes the outer quotes away, and so does TOML.
        setting = f"export {source[1:]}=" if source.startswith("$") else "editor = "
        raise EditorError(
            f"{source} names the editor {program!r}, which was not found. The path {with_blanks} has a blank in it, "
            f'so quote it twice: `{setting}"{shlex.quote(with_blanks)}"`.'
        )
    raise EditorError(
        f"{source} names the editor {program!r}, which was not found. Install it, or name a different one."
    )


def _unquoted(text: str, which: Callable[[str], str | None]) -> str:
    """The program that `text` begins with if the blanks in it are a part of its path; "" where there is none."""
    words = text.strip().split(" ")
    beginnings = (os.path.expanduser(" ".join(words[:end])) for end in range(len(words), 1, -1))
    return next((program for program in beginnings if which(program)), "")
