"""Every directory that the app uses."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

import flaxdrills


class NoFolderError(Exception):
    """The user's directories cannot be told; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where things lie on this machine. Nothing is made until something is written there."""

    config: Path
    data: Path
    cache: Path
    own_solutions: Path | None = None
    """The folder that the learner chose for solution files, if they did."""

    @classmethod
    def of_user(cls, environ: Mapping[str, str] = os.environ) -> Paths:
        """The user's directories, or those below FLAXDRILLS_HOME where it is set. Raises NoFolderError."""
        if home := environ.get("FLAXDRILLS_HOME"):
            try:
                # Not Path.expanduser, which raises for a user that is not known.
                root = Path(os.path.expanduser(home)).absolute()
            except FileNotFoundError as error:
                raise NoFolderError(
                    f"FLAXDRILLS_HOME is {home!r}, which lies in the folder that you are in, and that folder was "
                    "removed. Change to a different folder, or set FLAXDRILLS_HOME to a path that begins with /."
                ) from error
            return cls(config=root / "config", data=root / "data", cache=root / "cache")
        return cls(
            config=platformdirs.user_config_path("flaxdrills", appauthor=False),
            data=platformdirs.user_data_path("flaxdrills", appauthor=False),
            cache=platformdirs.user_cache_path("flaxdrills", appauthor=False),
        )

    @property
    def settings_file(self) -> Path:
        """The settings, written by the user."""
        return self.config / "settings.toml"

    @property
    def solutions(self) -> Path:
        """The learner's files."""
        return self.own_solutions or self.data / "solutions"

    @property
    def history(self) -> Path:
        """What the solution files held before."""
        return self.data / "history"

    @property
    def block_copies(self) -> Path:
        """The learner's copies of code from lessons."""
        return self.data / "scratch"

    @property
    def journal(self) -> Path:
        """The record of what was practised."""
        return self.data / "journal"

    @property
    def progress_cache(self) -> Path:
        """What the journal added up to when it was last read."""
        return self.cache / "journal.snapshot"

    @property
    def cursor_positions(self) -> Path:
        """Where the learner was when the app was left."""
        return self.cache / "places.json"

    @property
    def compile_cache(self) -> Path:
        """What XLA compiled; who can write there can run code here."""
        return self.cache / "xla"

    @property
    def wrong_solutions(self) -> Path:
        """What the shipped wrong solutions come to on this machine."""
        return self.cache / "mistakes"

    @property
    def block_agreement(self) -> Path:
        """What the code of lessons was found to print on this machine."""
        return self.cache / "found"

    @property
    def proofs(self) -> Path:
        """Which problems `flaxdrills verify` has proven here."""
        return self.cache / "proofs"


def solution_file_name(problem_id: str) -> str:
    """What the learner's file for a problem is called: a name that Python can import."""
    return f"{problem_id.replace('-', '_')}.py"


def problem_id_of(solution_file: str) -> str:
    """The id of the problem that a file of that name is for."""
    return solution_file.removesuffix(".py").replace("_", "-")


def content_folder() -> Path:
    """The problems: inside the package where it was installed, beside it in a checkout."""
    package = Path(flaxdrills.__file__).resolve().parent
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"
