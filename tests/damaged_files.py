"""Files that learners, tools and disks damage: settings, the journal, the catalogue, archives, caches.

Each trial writes a good file, damages it at random, and does with it what the app does: no error gets out but those
with a name, and what was not damaged is still there. `python -m tests.damaged_files TRIALS [KIND ...]` makes many.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import random
import re
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from flaxdrills.cli.history import _as_json as attempt_as_json
from flaxdrills.cli.history import _list as list_attempts
from flaxdrills.cli.progress import _as_json as progress_as_json
from flaxdrills.cli.progress import _lines as progress_lines
from flaxdrills.editors.choose_editor import EditorError, choose_editor
from flaxdrills.journal.archive import ArchiveError
from flaxdrills.journal.import_archive import merge_archive
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.protocol import Preparation, encode
from flaxdrills.practice.cursor_positions import CursorPositions
from flaxdrills.practice.lesson_output_cache import LessonOutputCache
from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.problems.problem_files import CatalogueError, read_texts
from flaxdrills.problems.problem_toml import load_problem
from flaxdrills.problems.proven_versions import proven_with
from flaxdrills.progress.attempt_history import attempts_at, attempts_on
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.overview import overview_of
from flaxdrills.progress.progress_accumulator import Progress
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Platform, Settings, load_settings

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
IDS = ("sum-up", "sum-more", "sum-last")

DEEP = 2000 * "[" + 2000 * "]"
ODD_TOML = (
    "7" * 5000, "0x" + "f" * 5000, "1" + "0" * 400, "-1", "0", "nan", "-inf", "inf", "1e999", "1.5", "true", '""', "[]",
    "{}", DEEP, '"\\u0000"', '"\\u001b[2J"', '"../../x"', '"~nobody-here/x"', '"/"', '"~"', "04:00:00", "1979-05-27",
    "1979-05-27T07:32:00+23:59", '["a", 1]', '"' + "long" * 500 + '"', "a.a" + ".a" * 1500 + " = 1", "'''", "9" * 19,
)  # fmt: skip
ODD_JSON = (
    "7" * 5000, "1" + "0" * 400, "-" + "9" * 400, "1e999", "-1", "0", "NaN", "Infinity", "-Infinity", "true", "null",
    '""', "[]", "{}", DEEP, '"\\u0000"', '"\\ud800"', '"\\u001b[2J"', '"../../../x"', "1.5", '"' + "long" * 500 + '"',
    '"1970-01-01T00:00:00+00:00"', '"9999-12-31T23:59:59-23:59"', '"0001-01-01T00:00:00+23:59"', '"2026-13-01"', "1440",
    '"2026-06-15T12:00:00"', '["a"]', '{"a": 1}', "1439", "-1439", '"passed"', '"easy"', '"9999-12-31T00:00:00Z"',
)  # fmt: skip

SETTINGS = b"""device = "cpu"
editor = "code --wait"
split = false
day_end = "04:00"
free_day = false
reviews_a_day = 10
slow_line = true
theme = "textual-light"
ascii = true
cache_mib = 512
solutions = "~/drills"
"""
TRACKS = b"""[[track]]
id = "first"
title = "First"
summary = "Where to begin."
problems = ["sum-up", "sum-more"]

[[track]]
id = "second"
title = "Second"

[[track.chapter]]
title = "All"
problems = ["sum-last"]
"""
PROBLEM = b"""title = "Sum with a layer"
summary = "Let a Linear layer add numbers up."
difficulty = 1
function = "sum_up"
concepts = ["nnx.Linear"]
prerequisites = []
twin = "sum-more"

[limits]
run_s = 10.0
memory_mib = 4096
output_kib = 64

[needs]
devices = 2
platform = "cpu"

[not_demanded]
jit = "because"
"""
PROVEN = b'blocks = "0123456789abcdef"\n\n[[with]]\nflax = "0.12"\njax = "0.10"\n'


def damaged(chance: random.Random, data: bytes, odd: Sequence[str], separator: bytes) -> bytes:
    """`data` with one to three damages; a value stands between `separator` and the end of its line, or a comma."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(8):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5))) + data[at + 1 :]
            case 2:
                data = data[:at] + data[chance.randrange(len(data) + 1) :]
            case 3:
                data = data[:at] + chance.choice(odd).encode() + data[at:]
            case _:
                values = list(re.finditer(re.escape(separator) + rb"[^,\n}]*", data))
                if values:
                    value = chance.choice(values)
                    data = data[: value.start()] + separator + chance.choice(odd).encode() + data[value.end() :]
    return data


def _damaged_toml(chance: random.Random, data: bytes) -> bytes:
    return damaged(chance, data, ODD_TOML, b" = ")


def settings(chance: random.Random, folder: Path) -> None:
    path = folder / "settings.toml"
    path.write_bytes(_damaged_toml(chance, SETTINGS))
    loaded = load_settings(path)
    for fault in loaded.faults:
        assert fault.startswith(str(path)) and len(fault) < 600, fault
    with contextlib.suppress(EditorError):
        choose_editor(loaded.settings.editor, {}).command(path, 3)
    live = LiveProgress(Journal(folder / "journal", lambda: NOW), folder / "cache", loaded.settings.day_end)
    live.refresh()
    overview_of(Catalogue(()), live.progress(), NOW, loaded.settings)


def tracks(chance: random.Random, folder: Path) -> None:
    (folder / "tracks.toml").write_bytes(_damaged_toml(chance, TRACKS))
    for track, problem_id in (("first", "sum-up"), ("first", "sum-more"), ("second", "sum-last")):
        (place := folder / track / problem_id).mkdir(parents=True, exist_ok=True)
        (place / "problem.toml").write_bytes(PROBLEM)
    try:
        catalogue = load_catalogue(folder)
    except CatalogueError as error:
        assert str(folder) in str(error)
        return
    overview = overview_of(catalogue, Progress(), NOW, Settings())
    json.dumps(progress_as_json(overview))
    "\n".join(progress_lines(overview)).encode()
    for problem in catalogue:
        assert problem.folder.parent.parent == folder
        assert catalogue.problem(problem.id) is problem
        assert catalogue.track_of(problem).id == problem.track


def problem(chance: random.Random, folder: Path) -> None:
    (place := folder / "sum-up").mkdir(exist_ok=True)
    (place / "problem.toml").write_bytes(_damaged_toml(chance, PROBLEM))
    (place / "proven.toml").write_bytes(_damaged_toml(chance, PROVEN))
    proven_with(place, "# A lesson\n")
    try:
        found = load_problem(place, "first", 1)
    except CatalogueError as error:
        assert str(error).startswith(str(place)) and len(str(error)) < 600
        return
    line = encode(Preparation.of(found, Platform.CPU))
    json.loads(line, parse_constant=_no_number)
    with contextlib.suppress(CatalogueError):
        read_texts(found)


def _no_number(word: str) -> None:
    raise AssertionError(f"{word} is not JSON")


def _good_lines(chance: random.Random, number: int) -> list[bytes]:
    """So many events as the app records them, one after the other."""
    lines = []
    at = NOW - timedelta(days=90)
    for _ in range(number):
        at += timedelta(minutes=chance.choice((1, 5, 60, 24 * 60, 5 * 24 * 60)))
        kind = chance.choice(("attempt", "attempt", "attempt", "hint", "opened", "reset", "revealed", "graded"))
        of_kind: Mapping[str, Mapping[str, object]] = {
            "attempt": {
                "verdict": chance.choice(("passed", "failed", "error")), "sha256": "ab" * 32, "seconds": 0.25,
                "wrong": None, "versions": {"jax": "1"}, "unfinished": chance.random() < 0.2,
            },
            "hint": {"index": 0},
            "graded": {"of": "00" * 16, "grade": "easy"},
        }  # fmt: skip
        entry_id = f"{chance.getrandbits(128):032x}"
        own = {
            "v": 1,
            "id": entry_id,
            "at": at.isoformat(),
            "offset_min": 120,
            "kind": kind,
            "problem": chance.choice(IDS),
        }
        lines.append(json.dumps({**own, **of_kind.get(kind, {})}).encode() + b"\n")
    return lines


def journal(chance: random.Random, folder: Path) -> None:
    lines = _good_lines(chance, 12)
    good = [json.loads(line)["id"] for line in lines]
    for hit in sorted(chance.sample(range(len(lines)), chance.randrange(1, 5))):
        # What is cut or grows a newline is damaged for the next line too, as on a disk.
        lines[hit] = damaged(chance, lines[hit][:-1], ODD_JSON, b": ").replace(b"\n", b" ") + b"\n"
        good[hit] = None
    data = b"".join(lines)
    record = Journal(folder / "journal", lambda: NOW, "here")
    record.folder.mkdir(exist_ok=True)
    record.file.write_bytes(data)
    read = record.read()
    kept = {entry.id for entry in read.entries}
    # A damage may give a line the id of another: then they are one event.
    assert {one for one in good if one} <= kept
    problems = tuple(Problem(name, "first", n, name, "", 1, "f", folder) for n, name in enumerate(IDS, 1))
    catalogue = Catalogue((Track("first", "First", "", problems),))
    seen = []
    for _ in range(2):
        # The second one begins with what the first has kept.
        live = LiveProgress(record, folder / "cache" / "snapshot", Settings().day_end)
        live.refresh()
        overview = overview_of(catalogue, live.progress(), NOW, Settings(), live.faults)
        seen.append(json.dumps(progress_as_json(overview)))
        text = "\n".join(progress_lines(overview))
        assert "\x1b" not in text
        for name in IDS:
            live.events(name)
    assert seen[0] == seen[1]
    files = SolutionFiles(folder / "solutions", folder / "history")
    for one in problems:
        past = attempts_at(record, one.id)
        json.dumps([attempt_as_json(attempt) for attempt in past], allow_nan=False)
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
            list_attempts(past, False)
        assert "\x1b" not in out.getvalue()
        for attempt in past:
            with contextlib.suppress(SolutionFileError):
                files.judged(one, attempt.attempt.sha256)
    attempts_on(record, NOW.date())
    list(record.last())
    record.append(EntryKind.OPENED, IDS[0])
    assert record.file.read_bytes().startswith(data)
    assert len(record.read().entries) == len(read.entries) + 1


def _archive(chance: random.Random) -> bytes:
    """A tar, not compressed, as an export has it."""
    target = io.BytesIO()
    members = {
        "journal/there.jsonl": b"".join(_good_lines(chance, 5)),
        "solutions/first/sum_up.py": b"there\n",
        "history/sum-up/ab.py": b"old\n",
        "scratch/sum-up-block-1.py": b"print(1)\n",
        "flaxdrills.json": b'{"v": 1}',
    }
    with tarfile.open(fileobj=target, mode="w", format=chance.choice((tarfile.PAX_FORMAT, tarfile.GNU_FORMAT))) as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o600
            if chance.random() < 0.3:
                info.pax_headers = {"comment": "ü" * 20}
            tar.addfile(info, io.BytesIO(data))
    return target.getvalue()


def archive(chance: random.Random, folder: Path) -> None:
    home = folder / "home"
    paths = Paths(config=home, data=home, cache=home)
    record = Journal(paths.journal, lambda: NOW, "here")
    before = record.append(EntryKind.OPENED, IDS[0])
    (mine := paths.solutions / "first" / "sum_up.py").parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("mine\n")
    data = _archive(chance)
    match chance.randrange(5):
        case 0:
            data = _bytes_damaged(chance, gzip.compress(data, 1))
        case 1:
            data = gzip.compress(_headers_damaged(chance, data), 1)
        case 2:
            data = _headers_damaged(chance, data)
        case 3:
            data = gzip.compress(_bytes_damaged(chance, data), 1)
        case _:
            # Where the app leaves what it could not record, that is no archive.
            data = b"".join(_good_lines(chance, 3))
            data = b"{" + damaged(chance, data, ODD_JSON, b": ")[1:]
    others = {path for path in folder.iterdir() if path != home}
    with contextlib.suppress(ArchiveError):
        merge_archive(io.BytesIO(data), "mine.tar.gz", paths, lambda problem_id: "stub\n")
    assert {path for path in folder.iterdir() if path != home} == others
    assert {path.name for path in home.iterdir()} <= {"journal", "solutions", "history", "scratch"}
    assert mine.read_text() == "mine\n"
    assert before.id in {entry.id for entry in record.read().entries}


def _bytes_damaged(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.3 else changed)


def _headers_damaged(chance: random.Random, data: bytes) -> bytes:
    """With damages in the headers of the members, whose checksums are right again."""
    changed = bytearray(data)
    starts = [at for at in range(0, len(data) - 512, 512) if data[at + 257 : at + 262] == b"ustar"]
    for start in chance.sample(starts, min(len(starts), chance.choice((1, 1, 2)))):
        for _ in range(chance.choice((1, 2, 4))):
            # The fields: name, mode, size, time, type, link, magic, prefix.
            first, length = chance.choice(((0, 100), (100, 8), (124, 12), (136, 12), (156, 1), (157, 100), (345, 155)))
            odd = chance.choice(
                (b"\xff" * 12, b"\x80" + b"\xff" * 11, b"7" * 12, b"../../../x", b"/x", b"\0", b"L", b"x")
            )
            at = start + first + chance.choice((0, chance.randrange(length)))
            odd = odd[: start + first + length - at]
            changed[at : at + len(odd)] = odd
        changed[start + 148 : start + 156] = b" " * 8
        changed[start + 148 : start + 155] = b"%06o\0" % sum(changed[start : start + 512])
    return bytes(changed)


def caches(chance: random.Random, folder: Path) -> None:
    """What the app keeps for itself and can make again."""
    one = Problem(IDS[0], "first", 1, "Sum", "", 1, "sum_up", folder)
    spots = {"spots": {IDS[0]: {"page": "task", "line": 3, "lines": 9, "pane": "texts"}}, "listed": [IDS[0], IDS[1]]}
    path = folder / "places.json"
    path.write_bytes(damaged(chance, json.dumps(spots).encode(), ODD_JSON, b": "))
    positions = CursorPositions(path)
    if position := positions.position(IDS[0]):
        position.line_of(20)
    positions.leave_list(IDS[0], IDS[1])
    positions.save()
    for name in (f"{IDS[0]}.json", "mistakes.json"):
        text = json.dumps({"key": "k", "blocks": [1, 2], "mistakes": {"a": {"verdict": "failed"}}, "flax": "1"})
        (folder / name).write_bytes(damaged(chance, text.encode(), ODD_JSON, b": "))
    LessonOutputCache(folder).load(one)
    KnownMistakesCache(folder).load(one, "cpu")


KINDS: Mapping[str, Callable[[random.Random, Path], None]] = {
    trial.__name__: trial for trial in (settings, tracks, problem, journal, archive, caches)
}


def attempt(kind: str, number: int) -> None:
    """One trial, always the same. Raises whatever gets out, with a note that says how to see it again."""
    with tempfile.TemporaryDirectory(prefix="damaged-") as folder:
        try:
            KINDS[kind](random.Random(f"{kind} {number}"), Path(folder))
        except Exception as error:
            error.add_note(f"See it again: from tests.damaged_files import attempt; attempt({kind!r}, {number})")
            raise


def main(trials: int, kinds: Sequence[str]) -> int:
    """Make so many trials of each of `kinds`; say what got out, each error once."""
    # Nobody waits for the disk: nothing of it is to outlive the trial.
    os.fsync = lambda fd: None
    found: Counter[str] = Counter()
    for kind in kinds:
        began = time.perf_counter()
        for number in range(trials):
            try:
                attempt(kind, number)
            except Exception as error:
                frame = error.__traceback__
                while frame is not None and frame.tb_next is not None:
                    frame = frame.tb_next
                where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else ""
                name = f"{kind}: {type(error).__name__} at {where}"
                if name not in found:
                    print(name, f"attempt({kind!r}, {number})", str(error)[:200], flush=True)
                found[name] += 1
        print(f"{kind}: {trials} trials in {time.perf_counter() - began:.1f} s", flush=True)
    for name, count in found.most_common():
        print(count, name)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), list(islice(sys.argv, 2, None)) or list(KINDS)))
