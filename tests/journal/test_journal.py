"""The append-only record."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind, Journal, JournalError, Record, machine_name

TOKYO = timezone(timedelta(hours=9))
START = datetime(2026, 3, 10, 1, 0, tzinfo=TOKYO)


HOUR = timedelta(hours=1)
HOURS = {"b": 2, "a": 3, "c": 1}


def ticking(start: datetime = START) -> Callable[[], datetime]:
    times = iter(start + timedelta(seconds=second) for second in range(1000))
    return lambda: next(times)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal", ticking(), "gpu-01")


def file_of(tmp_path: Path, machine: str = "gpu-01") -> Path:
    return tmp_path / "journal" / f"{machine}.jsonl"


def problems(record: Record) -> list[str | None]:
    return [entry.problem for entry in record.entries]


def a_line(**changes: object) -> str:
    table = {
        "v": 1,
        "id": "a" * 32,
        "at": "2026-03-09T16:00:00+00:00",
        "offset_min": 540,
        "kind": "opened",
        "problem": "p",
    }
    return json.dumps(table | changes) + "\n"


def test_what_is_appended_is_what_is_read(journal: Journal) -> None:
    said = [
        journal.append(EntryKind.OPENED, "nnx-a"),
        journal.append(
            EntryKind.ATTEMPT,
            "nnx-a",
            verdict="failed",
            seconds=0.5,
            wrong=None,
            versions={"jax": "0.10.2"},
            text="\u2028 é \ud800 \n",
        ),
        journal.append(EntryKind.RESET, None),
    ]
    assert journal.read() == Record(tuple(said))
    assert said[1].at == datetime(2026, 3, 9, 16, 0, 1, tzinfo=UTC)
    assert said[1].at.utcoffset() == timedelta(0)
    assert said[1].offset_min == 540
    assert said[1].fields["versions"] == {"jax": "0.10.2"}


def test_a_line_has_its_version_and_its_fields_side_by_side(journal: Journal, tmp_path: Path) -> None:
    entry = journal.append(EntryKind.HINT, "nnx-a", index=2)
    assert json.loads(file_of(tmp_path).read_bytes()) == {
        "v": 1,
        "id": entry.id,
        "at": "2026-03-09T16:00:00+00:00",
        "offset_min": 540,
        "kind": "hint",
        "problem": "nnx-a",
        "index": 2,
    }


def test_only_the_user_can_read_it_whatever_the_umask(journal: Journal, tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        journal.append(EntryKind.OPENED, "nnx-a")
    finally:
        os.umask(umask)
    assert stat.S_IMODE(file_of(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(file_of(tmp_path).parent.stat().st_mode) == 0o700


def test_an_entry_and_the_name_of_a_new_file_are_synced(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.readlink(f"/proc/self/fd/{fd}")))
    file = str(file_of(tmp_path))
    journal.append(EntryKind.OPENED, "nnx-a")
    assert sorted(synced) == sorted([file, os.path.dirname(file)])
    synced.clear()
    journal.append(EntryKind.OPENED, "nnx-a")
    assert synced == [file]


def test_a_missing_folder_is_an_empty_journal(tmp_path: Path) -> None:
    assert Journal(tmp_path / "none").read() == Record()
    assert not (tmp_path / "none").exists()


def test_a_torn_last_line_is_skipped_said_and_kept(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    journal.append(EntryKind.OPENED, "nnx-b")
    file = file_of(tmp_path)
    torn = file.read_bytes()[:-20]
    file.write_bytes(torn)
    record = journal.read()
    assert problems(record) == ["nnx-a"]
    assert record.faults == (f"{file}, line 2, is skipped and kept: it was cut off while it was written.",)
    assert file.read_bytes() == torn


def test_after_a_torn_line_the_next_starts_on_its_own(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    file = file_of(tmp_path)
    torn = file.read_bytes() + b'{"v":1,"id":"0'
    file.write_bytes(torn)
    journal.append(EntryKind.OPENED, "nnx-b")
    assert file.read_bytes().startswith(torn + b"\n{")
    record = journal.read()
    assert problems(record) == ["nnx-a", "nnx-b"]
    assert record.faults == (f"{file}, line 2, is skipped and kept: it is not JSON.",)


def test_a_line_that_lacks_only_its_end_is_read(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    file = file_of(tmp_path)
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    assert journal.read().faults == ()
    journal.append(EntryKind.OPENED, "nnx-b")
    assert problems(journal.read()) == ["nnx-a", "nnx-b"]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (b"\x00" * 40, "it is not JSON"),
        (b'{"v":1,', "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"[]", "it is not an entry"),
        (b"{}", "it is not an entry"),
        (a_line(id="").strip().encode(), "it is not an entry"),
        (a_line(kind=3).strip().encode(), "it is not an entry"),
        (a_line(offset_min=10**9).strip().encode(), "it is not an entry"),
        (a_line(at="yesterday").strip().encode(), "'yesterday' is not a time"),
        (
            a_line(at="2026-03-09T16:00:00").strip().encode(),
            "'2026-03-09T16:00:00' is not a time with an offset",
        ),
        (
            a_line(at="0001-01-01T00:00:00+14:00").strip().encode(),
            "'0001-01-01T00:00:00+14:00' is not a time with an offset",
        ),
    ],
)
def test_a_damaged_line_is_named_and_the_others_are_read(
    journal: Journal, tmp_path: Path, damage: bytes, why: str
) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    file = file_of(tmp_path)
    with file.open("ab") as out:
        out.write(damage + b"\n")
    journal.append(EntryKind.OPENED, "nnx-b")
    before = file.read_bytes()
    record = journal.read()
    assert problems(record) == ["nnx-a", "nnx-b"]
    assert record.faults == (f"{file}, line 2, is skipped and kept: {why}.",)
    assert file.read_bytes() == before


def test_the_files_of_all_machines_are_one_record_in_order_of_time(tmp_path: Path) -> None:
    for name, hour in HOURS.items():
        Journal(tmp_path / "journal", ticking(START + hour * HOUR), name).append(EntryKind.OPENED, name)
    assert sorted(path.name for path in (tmp_path / "journal").iterdir()) == ["a.jsonl", "b.jsonl", "c.jsonl"]
    assert problems(Journal(tmp_path / "journal").read()) == ["c", "b", "a"]


def test_the_same_entry_in_two_files_counts_once(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    file_of(tmp_path, "copy").write_bytes(file_of(tmp_path).read_bytes())
    assert problems(journal.read()) == ["nnx-a"]


def test_what_a_newer_version_wrote_is_kept(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    with file_of(tmp_path).open("a") as out:
        out.write(a_line(v=2, kind="dreamt", at="2030-01-01T00:00:00Z", depth=3))
    record = journal.read()
    assert record.faults == ()
    assert (record.entries[1].kind, record.entries[1].fields) == ("dreamt", {"depth": 3})


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_read(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")
    file_of(tmp_path, "a-folder").mkdir()
    record = journal.read()
    assert problems(record) == ["nnx-a"]
    assert [fault for fault in record.faults if "a-folder.jsonl cannot be read" in fault] == list(record.faults)
    assert record.faults


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("")
    journal = Journal(tmp_path / "journal")
    assert "cannot be read" in journal.read().faults[0]
    with pytest.raises(JournalError, match=r"could not be recorded in .*journal"):
        journal.append(EntryKind.OPENED, "nnx-a")


@pytest.mark.parametrize(("number", "advice"), [(errno.ENOSPC, "Free some space"), (errno.EROFS, "FLAXDRILLS_HOME")])
def test_a_write_that_fails_says_what_to_do(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, number: int, advice: str
) -> None:
    def fail(fd: int, data: bytes) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(JournalError, match=f"{os.strerror(number)}. .*{advice}"):
        journal.append(EntryKind.OPENED, "nnx-a")


def test_an_entry_that_cannot_be_synced_is_not_said_to_be_recorded(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(EntryKind.OPENED, "nnx-a")

    def fail(fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(JournalError, match="Input/output error"):
        journal.append(EntryKind.OPENED, "nnx-a")


DISK_THAT_FILLS = """
import resource, sys
from pathlib import Path
from flaxdrills.journal.journal import Journal, JournalError, EntryKind

folder = Path(sys.argv[1])
journal = Journal(folder, machine="m")
journal.append(EntryKind.OPENED, "first")
size = (folder / "m.jsonl").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30, resource.RLIM_INFINITY))
for problem in ("short", "none"):
    try:
        journal.append(EntryKind.OPENED, problem)
    except JournalError as error:
        print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
if len(sys.argv) > 2:
    journal.append(EntryKind.OPENED, "last")
else:
    journal.settle()
print([entry.problem for entry in journal.waiting], repr(journal.trouble))
"""


@pytest.mark.process
@pytest.mark.parametrize("then", [["append"], []], ids=["append", "settle"])
def test_a_disk_that_fills_in_the_middle_of_a_line_costs_nothing(tmp_path: Path, then: list[str]) -> None:
    command = [sys.executable, "-c", DISK_THAT_FILLS, str(tmp_path), *then]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    assert "only a part of it could be written. Free some space" in said[0]
    assert "could not be recorded" in said[1]
    assert said[2:] == ["[] ''"]
    record = Journal(tmp_path).read()
    assert problems(record) == ["first", "short", "none", *(["last"] if then else [])]
    assert record.faults == (f"{tmp_path / 'm.jsonl'}, line 2, is skipped and kept: it is not JSON.",)


MANY_ENTRIES = """
import sys
from pathlib import Path
from flaxdrills.journal.journal import Journal, EntryKind

journal = Journal(Path(sys.argv[1]), machine="m")
for number in range(60):
    journal.append(EntryKind.HINT, sys.argv[2], index=number, text=sys.argv[2] * 10_000)
"""


@pytest.mark.process
def test_processes_that_append_at_once_do_not_mix_their_lines(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", MANY_ENTRIES, tmp_path, name]) for name in ("a", "b", "c", "d")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0, 0]
    record = Journal(tmp_path).read()
    assert record.faults == ()
    for name in ("a", "b", "c", "d"):
        own = [entry for entry in record.entries if entry.problem == name]
        assert [entry.fields["index"] for entry in own] == list(range(60))


def test_a_field_may_not_take_the_place_of_the_journals_own(journal: Journal) -> None:
    with pytest.raises(ValueError, match="'at'"):
        journal.append(EntryKind.OPENED, "nnx-a", at="now")


def test_a_clock_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Journal(tmp_path, lambda: datetime(2026, 3, 10)).append(EntryKind.OPENED, "nnx-a")


@pytest.mark.parametrize(
    ("hostname", "name"),
    [
        ("GPU-01.example.org", "gpu-01-example-org"),
        ("", "local"),
        ("...", "local"),
        ("../../etc/x", "etc-x"),
        ("münchen", "m-nchen"),
        ("a" * 300, "a" * 64),
    ],
)
def test_a_machines_name_is_safe_as_a_file_name(hostname: str, name: str) -> None:
    assert machine_name(hostname) == name
