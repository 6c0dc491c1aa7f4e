"""A solution file while it is written in the app's own editor: saved whole, and what is not saved yet is kept."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from flaxdrills.practice.solution_files import SolutionFileError, read_text, why
from flaxdrills.practice.source_encoding import encoded
from flaxdrills.system.atomic_files import replace_file


class Draft:
    """One file, what it is known to hold, and the draft beside it."""

    def __init__(self, path: Path, keep: Callable[[str], Path]) -> None:
        """`keep` puts a text into the history and says where it is then; it raises SolutionFileError."""
        self._path = path
        self._keep = keep
        self.known = ""
        """What the file held when it was last read or saved here."""

    def read(self) -> str:
        """What the file holds, which is known from then on. Raises SolutionFileError."""
        self.known = read_text(self._path)
        return self.known

    def save(self, text: str) -> Path | None:
        """Have the file hold `text`, whole or not at all.

        What another program wrote there meanwhile goes to the history; then returns where it is.
        Raises SolutionFileError; then the file is as it was.
        """
        kept = None
        if os.path.lexists(self._path):
            on_disk = read_text(self._path)
            if on_disk not in (self.known, text):
                kept = self._keep(on_disk)
        try:
            path = self._path.resolve()
            mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
            replace_file(path, encoded(text), sync=True, mode=mode)
        except UnicodeEncodeError as error:
            letter = text[error.start]
            raise SolutionFileError(
                f"{self._path} says in its first lines that it is written in {error.encoding}, which has no "
                f"{letter!r}. Change that line, or that letter."
            ) from error
        except OSError as error:
            raise SolutionFileError(f"{self._path} could not be saved: {why(error)}") from error
        self.known = text
        self.drop_draft()
        return kept

    def keep_draft(self, text: str) -> None:
        """Have `text` survive the end of the app without a save. Raises SolutionFileError."""
        try:
            # Without waiting for the disk: the app may end at any moment, and keys are pressed meanwhile.
            replace_file(self._draft, text.encode(), sync=False)
        except OSError as error:
            raise SolutionFileError(f"What you typed could not be kept beside {self._path}: {why(error)}") from error

    def draft(self) -> str | None:
        """What was typed and not saved when the app ended, if anything was."""
        try:
            # Whatever it says of its encoding: that may be half typed.
            return read_text(self._draft, is_own=True)
        except SolutionFileError:
            return None

    def drop_draft(self) -> None:
        """Forget the draft."""
        with contextlib.suppress(OSError):
            self._draft.unlink(missing_ok=True)

    @property
    def _draft(self) -> Path:
        return self._path.with_name(f".{self._path.name}.unsaved")
