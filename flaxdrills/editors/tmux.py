"""tmux, where the app runs in it: an editor in a pane beside the app's."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flaxdrills.editors.known_editors import known_editor

_TIMEOUT_S = 5.0
_APP_COLUMNS, _APP_ROWS = 60, 15
_EDITOR_COLUMNS, _EDITOR_ROWS = 70, 10
_WIDE = 160
"""From here on two panes side by side have 80 columns each."""

_FILE = "@flaxdrills_file"
"""tmux itself remembers which pane has which file, so the app that is started next finds it, too."""

_ASIDE = "@flaxdrills_aside"
"""Whether a pane had to make room."""

_PASSED_ON = (
    "PATH VIRTUAL_ENV CONDA_PREFIX LANG LC_ALL LC_CTYPE VIMINIT XDG_CONFIG_HOME NVIM_APPNAME DISPLAY WAYLAND_DISPLAY"
)
"""What an editor finds its programs and its settings by. A new pane has the environment of tmux, not of the app."""


class TmuxError(Exception):
    """tmux did not do what it was asked for; the message says why."""


class NoRoomError(TmuxError):
    """The terminal is too small for two panes; nothing was done."""


class PaneSide(StrEnum):
    """Where the editor's pane is, seen from the app's."""

    RIGHT = "-h"
    BELOW = "-v"


@dataclass(frozen=True, slots=True)
class PanePlacement:
    """Room for an editor."""

    side: PaneSide
    size: int
    """Columns or rows of the editor's pane."""


def pane_placement(columns: int, rows: int) -> PanePlacement | None:
    """Where an editor goes in an app's pane of that size, so that both can be used; None where there is no room."""
    if columns >= _WIDE:
        return PanePlacement(PaneSide.RIGHT, columns // 2)
    if rows > _APP_ROWS + _EDITOR_ROWS:
        return PanePlacement(PaneSide.BELOW, min(rows // 2, rows - _APP_ROWS - 1))
    if columns > _APP_COLUMNS + _EDITOR_COLUMNS:
        return PanePlacement(PaneSide.RIGHT, columns // 2)
    return None


@dataclass(frozen=True, slots=True)
class Tmux:
    """The tmux that the app runs in."""

    pane: str
    """The app's own."""
    environ: Mapping[str, str]

    def open_beside(self, argv: Sequence[str], file: Path, line: int | None, placement: PanePlacement | None) -> str:
        """Give the keys to an editor of `file`: to the one that is there, else to a new one; returns its pane.

        The editor of another problem may hold what is not saved, so it goes on, in a window of its own until its
        file is asked for again. Raises TmuxError.
        """
        panes = self._panes()
        others = [pane for pane in panes if pane.file not in ("", str(file)) and pane.is_beside]
        pane = next((pane for pane in panes if pane.file == str(file)), None)
        if pane is not None:
            if pane.is_aside:
                self._bring_back(pane, others[0] if others else None, placement)
            made = pane.id
        elif others:
            # Before it: the room of a pane that goes falls to the one before that, which is not to be the app.
            made = self._split(others[0].id, argv, file, (PaneSide.BELOW, "-b"))
            self._move_away(others[0])
        else:
            return self._split(self.pane, argv, file, _split_options(placement))
        for another in others[1:]:
            self._move_away(another)
        if pane is not None:
            self._select(pane, line)
        return made

    def copy(self, text: str) -> None:
        """Have `text` in a buffer and on the terminal's clipboard, where tmux takes it for neither from the app itself.

        Raises TmuxError.
        """
        if self._run(["show-options", "-sv", "set-clipboard"]) != "on":
            self._run(["load-buffer", "-w", "-"], text=text)

    def escape_ms(self) -> int:
        """How long tmux waits after esc for what would make another key of it. Raises TmuxError."""
        told = self._run(["show-options", "-sv", "escape-time"])
        return int(told) if told.isdecimal() else 0

    def _split(self, target: str, argv: Sequence[str], file: Path, how: Sequence[str]) -> str:
        passed_on = [f"{name}={self.environ[name]}" for name in _PASSED_ON.split() if name in self.environ]
        pane = self._run(
            ["split-window", *how, "-t", target, "-P", "-F", "#{pane_id}", "-c", str(file.parent).replace("#", "##")],
            ["env", *passed_on, *argv],
        )
        # Before tmux 3.0 panes have no options of their own; then each e makes a pane.
        with contextlib.suppress(TmuxError):
            self._run(["set-option", "-p", "-t", pane, _FILE, str(file)])
        return pane

    def _move_away(self, pane: _Pane) -> None:
        self._run(["break-pane", "-d", "-s", pane.id, "-n", pane.name])
        self._run(["set-option", "-p", "-t", pane.id, _ASIDE, "1"])

    def _bring_back(self, pane: _Pane, other: _Pane | None, placement: PanePlacement | None) -> None:
        """Give `pane`, which was set aside, the room of `other`, or room of its own where there is no other."""
        if other is not None:
            self._run(["rename-window", "-t", pane.id, other.name])
            self._run(["swap-pane", "-d", "-s", pane.id, "-t", other.id])
            self._run(["set-option", "-p", "-t", other.id, _ASIDE, "1"])
        else:
            self._run(["join-pane", "-d", *_split_options(placement), "-s", pane.id, "-t", self.pane])
        self._run(["set-option", "-p", "-u", "-t", pane.id, _ASIDE])

    def _select(self, pane: _Pane, line: int | None) -> None:
        self._run(["select-window", "-t", pane.id])
        self._run(["select-pane", "-t", pane.id])
        known = known_editor([pane.program])
        if known is not None and known.keys_to_line and line is not None:
            self._run(["send-keys", "-t", pane.id], [key.format(line=line) for key in known.keys_to_line])

    def _panes(self) -> list[_Pane]:
        """Every pane of the app's session."""
        shape = f"#{{pane_id}}|#{{window_id}}|#{{pane_dead}}|#{{pane_current_command}}|#{{{_ASIDE}}}|#{{{_FILE}}}"
        here = self._run(["display-message", "-p", "-t", self.pane, "#{window_id}"])
        rows = (row.split("|", 5) for row in self._run(["list-panes", "-s", "-t", self.pane, "-F", shape]).split("\n"))
        return [
            _Pane(row[0], row[3], row[5], row[1] == here, bool(row[4]))
            for row in rows
            if len(row) == 6 and row[2] != "1"
        ]

    def _run(self, command: Sequence[str], arguments: Sequence[str] = (), text: str | None = None) -> str:
        """What tmux prints for `command`, to which `text` is told. Raises TmuxError."""
        # A word that ends in a semicolon would end the command there.
        words = [f"{word[:-1]}\\;" if word.endswith(";") else word for word in arguments]
        # Without -u it prints what is not ASCII as underscores, where the locale says so.
        argv = ["tmux", "-u", *command, *(["--", *words] if words else [])]
        try:
            done = subprocess.run(
                argv,
                env=dict(self.environ),
                input=text,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_TIMEOUT_S,
            )
        except subprocess.TimeoutExpired as error:
            raise TmuxError(f"tmux did not answer within {_TIMEOUT_S:.0f} s.") from error
        except (OSError, ValueError) as error:
            raise TmuxError(f"tmux could not be started: {error}.") from error
        if done.returncode:
            why = " ".join(done.stderr.split()) or f"exit status {done.returncode}"
            raise TmuxError(f"tmux refused: {why}.")
        return done.stdout.rstrip("\n")


@dataclass(frozen=True, slots=True)
class _Pane:
    id: str
    program: str
    file: str
    """The solution file that was opened in it; "" in any other pane."""
    is_beside: bool
    """Whether it is in the app's window."""
    is_aside: bool
    """Whether it had to make room for the editor of another problem."""

    @property
    def name(self) -> str:
        """What a window is called that holds only this."""
        return Path(self.file).name


def _split_options(placement: PanePlacement | None) -> tuple[str, ...]:
    """Where to split the app's pane. Raises TmuxError."""
    if placement is None:
        raise NoRoomError("The terminal has no room for an editor beside the app.")
    return placement.side, "-l", str(placement.size)


def surrounding_tmux(
    environ: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which
) -> Tmux | None:
    """The tmux that this process runs in; None where it does not, or where there is no `tmux` to speak to it."""
    pane = environ.get("TMUX_PANE", "")
    return Tmux(pane, environ) if environ.get("TMUX") and pane and which("tmux") else None
