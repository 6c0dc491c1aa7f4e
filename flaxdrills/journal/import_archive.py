"""Adding what an archive holds to what is here. Nothing that is here changes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from flaxdrills.journal.archive import ArchiveError, Member, read_archive
from flaxdrills.journal.journal import Journal, JournalError
from flaxdrills.system.atomic_files import make_private, put_file, put_in_place, replace_file
from flaxdrills.system.data_files import DataError, parse_json
from flaxdrills.system.paths import Paths, problem_id_of
from flaxdrills.system.regular_file import open_regular

_BATCH = 1024 * 1024
Stub = Callable[[str], str | None]
"""The stub of the problem of that id, if there is one."""


@dataclass(slots=True)
class MergeResult:
    """What an import came to."""

    events: int = 0
    """New ones."""
    known: int = 0
    """Events that were here already."""
    damaged: int = 0
    """Lines that are no events, and were left out."""
    solutions: int = 0
    """Solution files that were not here."""
    history: int = 0
    """Files of the history that were not here."""
    block_copies: int = 0
    """Changed code from lessons that was not here."""
    differing: list[tuple[Path, Path]] = field(default_factory=list)
    """Solution files that hold something else here, and where the text of the archive is now."""


def merge_archive(file: IO[bytes], name: str, paths: Paths, stub: Stub) -> MergeResult:
    """Add what the archive in `file` holds to the learner's files.

    Raises ArchiveError; what was merged by then stays, and is passed over the next time.
    """
    merged = MergeResult()
    try:
        make_private(paths.data)
        with tempfile.TemporaryDirectory(prefix=".import-", dir=paths.data) as staging:
            journal = Journal(paths.journal)
            members = _rescued(file, journal, Path(staging)) or read_archive(file, name, Path(staging))
            _merge_journals(members, journal, merged)
            for member in members:
                if member.name.parts[0] == "history":
                    merged.history += _merge_beside(member, paths.history)
                elif member.name.parts[0] == "scratch":
                    merged.block_copies += _merge_beside(member, paths.block_copies)
                elif member.name.parts[0] == "solutions":
                    _merge_solution(member, paths, stub, merged)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise ArchiveError(f"{name} could not be merged: {where}{error.strerror}. {_so_far(merged)}") from error
    except JournalError as error:
        raise ArchiveError(f"{name} could not be merged. {error} {_so_far(merged)}") from error
    return merged


def _rescued(file: IO[bytes], journal: Journal, staging: Path) -> list[Member]:
    """What could not be recorded when the app was left, if `file` is that and no archive: events of this machine."""
    is_text = file.read(1) == b"{"
    file.seek(0)
    if not is_text:
        return []
    with (staging / "rescued").open("wb") as out:
        shutil.copyfileobj(file, out)
    return [Member(PurePosixPath("journal", journal.file.name), staging / "rescued")]


def _so_far(merged: MergeResult) -> str:
    files = merged.solutions + merged.history + merged.block_copies + len(merged.differing)
    if not (merged.events or files):
        return "Nothing was changed."
    return (
        f"{merged.events} events and {files} files were merged by then; they stay, and importing again adds the rest."
    )


def _merge_journals(members: Iterable[Member], journal: Journal, merged: MergeResult) -> None:
    journals = [member for member in members if member.name.parts[0] == "journal"]
    if not journals:
        return
    known = _known_ids(journal)
    for member in journals:
        fresh = member.staged.with_suffix(".fresh")
        new = _write_fresh(member.staged, fresh, known, merged)
        if not new:
            continue
        make_private(journal.folder)
        if not _put_staged(member.staged, journal.folder / member.name.name):
            # That machine's file is here, and only that machine writes to it.
            for batch in _batches(fresh):
                journal.adopt(batch)
        merged.events += new


def _write_fresh(staged: Path, fresh: Path, known: set[bytes], merged: MergeResult) -> int:
    """Write the events of a file that are not `known` to another, and know them; returns how many there are."""
    new = 0
    with staged.open("rb") as lines, fresh.open("wb") as out:
        for line in lines:
            entry_id = _id_on(line)
            if entry_id is None:
                merged.damaged += bool(line.strip())
            elif entry_id in known:
                merged.known += 1
            else:
                known.add(entry_id)
                out.write(line.rstrip(b"\n") + b"\n")
                new += 1
    return new


def _known_ids(journal: Journal) -> set[bytes]:
    known: set[bytes] = set()
    for path in journal.files() if journal.folder.is_dir() else ():
        with contextlib.suppress(OSError), open_regular(path) as lines:
            # What cannot be read is there twice then, and counts once.
            known.update(entry_id for line in lines if (entry_id := _id_on(line)) is not None)
    return known


def _id_on(line: bytes) -> bytes | None:
    """What tells the event on a line from every other, in few bytes. A newer version may write what this one
    cannot read; its events are passed on as they are."""
    try:
        table = parse_json(line)
    except DataError:
        return None
    match table:
        case {"v": int(), "id": str(entry_id), "kind": str()} if entry_id:
            return hashlib.blake2b(entry_id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        case _:
            return None


def _batches(path: Path) -> Iterator[bytes]:
    """The file in parts of whole lines."""
    with path.open("rb") as file:
        while lines := file.readlines(_BATCH):
            yield b"".join(lines)


def _put_staged(staged: Path, target: Path) -> bool:
    """Give a staged file the name `target`, unless something has it; says whether it did."""
    with staged.open("rb") as file:
        os.fsync(file.fileno())
    return put_in_place(staged, target)


def _merge_beside(member: Member, folder: Path) -> bool:
    """Put a file into `folder`, beside what has its name there, unless it is there; says whether it did."""
    target = folder.joinpath(*member.name.parts[1:])
    data = member.staged.read_bytes()
    number = 1
    while os.path.lexists(target):
        if _holds(target, data):
            return False
        number += 1
        target = target.with_name(f"{Path(member.name.name).stem}-{number}{member.name.suffix}")
    make_private(target.parent)
    return _put_staged(member.staged, target)


def _merge_solution(member: Member, paths: Paths, stub: Stub, merged: MergeResult) -> None:
    target = paths.solutions.joinpath(*member.name.parts[1:])
    data = member.staged.read_bytes()
    if not os.path.lexists(target):
        make_private(target.parent)
        merged.solutions += _put_staged(member.staged, target)
        return
    problem_id = problem_id_of(member.name.name)
    untouched = (stub(problem_id) or "").encode()
    if data == untouched or _holds(target, data):
        return
    if untouched and _holds(target, untouched):
        # The learner has written nothing there yet.
        replace_file(target, data, sync=True)
        merged.solutions += 1
        return
    folder = paths.history / problem_id
    digest = hashlib.sha256(data).hexdigest()[:16]
    # A text that was judged is kept under its fingerprint.
    copy = next(
        (
            path
            for path in (folder / f"{digest}.py", *sorted(folder.glob(f"*-import-{digest}.py")))
            if _holds(path, data)
        ),
        None,
    )
    if copy is None:
        copy = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-import-{digest}.py"
        make_private(folder)
        put_file(copy, data)
    merged.differing.append((target, copy))


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file at `path` has exactly that content."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
