"""The learner's editor, as the arguments that start it."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_FALLBACKS = ("nano", "vim", "vi")

_PLUS_LINE = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne"})
_GOTO = frozenset({"code", "codium", "cursor", "windsurf"})
_COLON_LINE = frozenset({"hx", "helix", "subl", "zed"})


class EditorError(Exception):
    """There is no editor to start; the message says how to name one."""


def choose_editor(
    settings_editor: str, environ: Mapping[str, str], which: Callable[[str], str | None] = shutil.which
) -> tuple[str, ...]:
    """The program and arguments of the editor: the setting, $VISUAL, $EDITOR, or one that is installed.

    Raises EditorError. An editor that was named and is not there is said, never silently replaced.
    """
    named = (
        ("the setting `editor`", settings_editor),
        ("$VISUAL", environ.get("VISUAL", "")),
        ("$EDITOR", environ.get("EDITOR", "")),
    )
    for source, text in named:
        if text.strip():
            return _split(source, text, which)
    for program in _FALLBACKS:
        if which(program):
            return (program,)
    raise EditorError("No editor was found. Set EDITOR, for example `export EDITOR=nano`, or `editor` in the settings.")


def command(argv: Sequence[str], path: Path, line: int | None = None) -> list[str]:
    """The arguments that open `path`, at `line` (from 1) where the editor is one that we know how to tell."""
    program = Path(argv[0]).name
    if line is not None:
        if program in _PLUS_LINE:
            return [*argv, f"+{line}", str(path)]
        if program in _GOTO:
            return [*argv, "--goto", f"{path}:{line}"]
        if program in _COLON_LINE:
            return [*argv, f"{path}:{line}"]
    return [*argv, str(path)]


def _split(source: str, text: str, which: Callable[[str], str | None]) -> tuple[str, ...]:
    try:
        program, *arguments = shlex.split(text)
    except ValueError as error:
        raise EditorError(f"{source} names an editor that cannot be read, {text!r}: {error}.") from error
    # A shell would have done this in the environment; nobody does it in the settings.
    program = os.path.expanduser(program)
    if not which(program):
        raise EditorError(
            f"{source} names the editor {program!r}, which was not found. Install it, or name another one."
        )
    return program, *arguments
