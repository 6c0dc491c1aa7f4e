"""Standard input, output and error, made fit to be used: closed ones, and ones whose encoding lacks a letter."""

from __future__ import annotations

import fcntl
import io
import os
import sys
from typing import TextIO

from flaxdrills.system.ascii import with_replacements


def ready_streams() -> None:
    """Have all three there, and none that fails at a letter that its encoding lacks.

    What is written to a standard output that is closed fails all the same: nobody is told that it was printed.
    """
    for number, useless, flags in (
        (0, os.O_WRONLY, os.O_RDONLY),
        (1, None, os.O_RDONLY),
        (2, os.O_RDONLY, os.O_WRONLY),
    ):
        _replace_unless_open(number, useless, flags)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout = with_replacements(sys.stdout or _writer(1))
    sys.stderr = with_replacements(sys.stderr or _writer(2))


def _replace_unless_open(number: int, useless: int | None, flags: int) -> None:
    """Put nothing, opened with `flags`, in the place of a descriptor that is closed, or opened as is `useless`."""
    try:
        if fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE != useless:
            return
    except OSError:
        # Else the next file that is opened would have its number, and be written what is meant for people.
        pass
    nothing = os.open(os.devnull, flags)
    if nothing != number:
        os.dup2(nothing, number)
        os.close(nothing)


def _writer(number: int) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(io.FileIO(number, "w", closefd=False)), encoding="utf-8")
