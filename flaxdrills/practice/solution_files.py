"""The learner's solution files, and what they held before."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from flaxdrills.practice.source_encoding import decoded
from flaxdrills.problems.problem import Problem
from flaxdrills.system.atomic_files import make_private, put_file, put_in_place, sync_folder, write_aside
from flaxdrills.system.clock import local_now
from flaxdrills.system.paths import solution_file_name
from flaxdrills.system.regular_file import open_regular

_LARGEST = 1024 * 1024


class SolutionFileError(Exception):
    """A file of the learner's cannot be read or written; the message says which, and what to do."""


class SolutionFiles:
    """A folder of solution files, a folder a track, and a folder of what they held before.

    Nothing that the learner wrote is ever deleted or overwritten.
    """

    def __init__(self, solutions: Path, history: Path, clock: Callable[[], datetime] = local_now) -> None:
        self._solutions = solutions
        self._history = history
        self._clock = clock

    def path(self, problem: Problem) -> Path:
        """Where the solution file is, or would be."""
        return self._solutions / problem.track / solution_file_name(problem.id)

    def has(self, problem: Problem) -> bool:
        """Whether there is a solution file, or anything else in its place."""
        return os.path.lexists(self.path(problem))

    def open(self, problem: Problem, stub: str) -> Path:
        """The solution file, made from the stub if there is none.

        Raises SolutionFileError.
        """
        path = self.path(problem)
        try:
            _make_folders(self._solutions, path.parent)
            if not os.path.lexists(path):
                put_file(path, stub.encode())
        except OSError as error:
            raise SolutionFileError(f"{path} could not be made: {why(error)}") from error
        return path

    def read(self, problem: Problem) -> str:
        """What the solution file holds; an empty file is an empty text.

        Raises SolutionFileError.
        """
        path = self.path(problem)
        return _read(path, missing=f"There is no {path} yet. `flaxdrills path {problem.id}` makes it.")

    def reset(self, problem: Problem, stub: str) -> Path | None:
        """A fresh solution file, and where the old one is now, if there was one.

        Raises SolutionFileError; then the old file is where it was, or the message says where it is.
        """
        path, kept = self.path(problem), None
        fresh = None
        try:
            _make_folders(self._solutions, path.parent, self._history, self._history / problem.id)
            # The stub is on the disk before the old file moves: a full disk leaves everything as it was.
            fresh = write_aside(path, stub.encode())
            if os.path.lexists(path):
                kept = self._move_to_history(path, problem)
                sync_folder(kept.parent)
            put_in_place(fresh, path)
        except OSError as error:
            moved = f" Your file is now {kept}." if kept else ""
            raise SolutionFileError(f"{path} could not be reset: {why(error)}{moved}") from error
        finally:
            if fresh is not None:
                fresh.unlink(missing_ok=True)
        return kept

    def keep(self, problem: Problem, text: str) -> Path:
        """Where a copy of `text`, a text that was judged, lies from now on.

        Raises SolutionFileError.
        """
        path = self._history / problem.id / f"{sha256_of(text)[:16]}.py"
        try:
            if not path.exists():
                _make_folders(self._history, path.parent)
                put_file(path, text.encode())
        except OSError as error:
            raise SolutionFileError(f"{path} could not be written: {why(error)}") from error
        return path

    def judged(self, problem: Problem, sha256: str) -> str:
        """The text of that sha256_of, as it was when it was judged.

        Raises SolutionFileError.
        """
        if re.fullmatch("[0-9a-f]{64}", sha256) is None:
            raise SolutionFileError("This text is not on this machine: the journal does not say which it is.")
        path = self._history / problem.id / f"{sha256[:16]}.py"
        text = _read(
            path,
            is_own=True,
            missing=f"This text is not on this machine: it was judged elsewhere, or {path} was removed.",
        )
        if sha256_of(text) != sha256:
            raise SolutionFileError(f"{path} was changed since it was judged.")
        return text

    def _move_to_history(self, path: Path, problem: Problem) -> Path:
        now = self._clock().astimezone(UTC)
        name = f"{now:%Y%m%dT%H%M%SZ}-{_short_digest(path)}"
        folder = self._history / problem.id
        if path.is_dir() and not path.is_symlink():
            kept = _reserve(folder, name, "", lambda target: target.mkdir(0o700))
            _move(path, kept, _copy_tree, shutil.rmtree)
        else:
            kept = _reserve(folder, name, ".py", lambda target: target.touch(mode=0o600, exist_ok=False))
            _move(path, kept, _copy_file, Path.unlink)
        return kept


def sha256_of(text: str) -> str:
    """The SHA-256 of `text`, as the journal records it."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_text(path: Path, *, is_own: bool = False) -> str:
    """What the file at `path` holds; an empty file is an empty text.

    Files that `is_own`, which the app made, are UTF-8 whatever they say. Raises SolutionFileError.
    """
    return _read(path, missing=f"There is no file {path}. Is the name right?", is_own=is_own)


def _read(path: Path, missing: str, *, is_own: bool = False) -> str:
    try:
        with open_regular(path) as file:
            data = file.read(_LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SolutionFileError(missing) from error
    except IsADirectoryError as error:
        raise SolutionFileError(f"{path} is a folder; a Python file is expected.") from error
    except OSError as error:
        raise SolutionFileError(f"{path} cannot be read: {why(error)}{_advice(path)}") from error
    if len(data) > _LARGEST:
        raise SolutionFileError(f"{path} is larger than 1 MiB, too large for a solution. Is it the right file?")
    try:
        return data.decode("utf-8") if is_own else decoded(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SolutionFileError(
            f"{path} is not {error.encoding.upper()} text: line {line} has the byte 0x{data[error.start]:02x} "
            f"(byte {error.start + 1} of the file). Save it as UTF-8."
        ) from error
    except SyntaxError as error:
        raise SolutionFileError(
            f"{path} names an encoding in its first lines that Python does not know ({error}). "
            "Save it as UTF-8, and remove that line."
        ) from error


def _advice(path: Path) -> str:
    """What helps where something else is in the place of the file."""
    if path.is_symlink():
        return "" if path.exists() else " Remove the link, or put back what it leads to."
    return "" if path.is_file() else " Save the text to a file and name that."


def _make_folders(*folders: Path) -> None:
    for folder in folders:
        make_private(folder)


def _reserve(folder: Path, name: str, suffix: str, make: Callable[[Path], None]) -> Path:
    """A name in `folder` that is nobody else's, held by something empty.

    A rename replaces what it finds without a word, so a name that merely looked free is not enough.
    """
    number = 1
    while True:
        target = folder / (f"{name}{suffix}" if number == 1 else f"{name}-{number}{suffix}")
        try:
            make(target)
        except FileExistsError:
            number += 1
        else:
            return target


def _move(path: Path, target: Path, copy: Callable[[Path, Path], None], remove: Callable[[Path], None]) -> None:
    """Moves `path` over the empty `target`; if that fails, `path` is as it was and `target` is gone."""
    try:
        if path.is_symlink() and path.is_file():
            # The link would mean something else in another folder, and what it leads to may change.
            copy(path, target)
        else:
            try:
                os.rename(path, target)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                copy(path, target)
            else:
                return
    except OSError:
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
        raise
    remove(path)


def _copy_file(source: Path | str, target: Path | str) -> None:
    with open(source, "rb") as old, open(target, "wb") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())


def _copy_tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True, copy_function=_copy_file, dirs_exist_ok=True)


def _short_digest(path: Path) -> str:
    """What tells one old file from another in their names."""
    if path.is_dir():
        return "folder"
    if not path.is_file():
        return "other"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]


def why(error: OSError) -> str:
    """What went wrong with a file, and what to do about it."""
    reason = error.strerror or str(error)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"{reason}. Free some space and try again."
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return f"{reason}. Look at the permissions of the file and its folder."
        case _:
            return f"{reason}."
