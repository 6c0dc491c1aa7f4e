"""Two machines: what one exports the other adds to its own."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import tempfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flaxdrills.journal import archive as archive_module
from flaxdrills.journal import import_archive as import_module
from flaxdrills.journal.archive import FOLDERS, ArchiveError, write_archive
from flaxdrills.journal.import_archive import MergeResult, merge_archive
from flaxdrills.journal.journal import EntryKind, Journal, JournalError
from flaxdrills.progress.progress_accumulator import Progress, progress_of
from flaxdrills.system.atomic_files import put_in_place
from flaxdrills.system.paths import Paths

START = datetime(2026, 3, 10, 12, tzinfo=UTC)
STUB = "def sum_up(x): ...\n"


class Machine:
    """A machine with a home of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.paths = Paths.of_user({"FLAXDRILLS_HOME": str(folder / name)})
        times = iter(START + timedelta(minutes=minute) for minute in range(1000))
        self.journal = Journal(self.paths.journal, lambda: next(times), name)
        self.name = name

    def practise(self, problem: str, verdict: str = "passed") -> None:
        self.journal.append(EntryKind.ATTEMPT, problem, verdict=verdict)

    def write(self, name: str, text: str, place: str = "solutions") -> Path:
        path = self.paths.data / place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def export(self) -> bytes:
        out = io.BytesIO()
        _, left_out = write_archive(out, {name: self.paths.data / name for name in FOLDERS})
        assert left_out == []
        return out.getvalue()

    def add(self, data: bytes) -> MergeResult:
        def stub(problem_id: str) -> str | None:
            return STUB if problem_id == "sum-up" else None

        return merge_archive(io.BytesIO(data), "x.tar.gz", self.paths, stub)

    @property
    def progress(self) -> Progress:
        record = self.journal.read()
        assert record.faults == ()
        return progress_of(record.entries)

    @property
    def files(self) -> dict[str, bytes]:
        """All that lies here."""
        data = self.paths.data
        return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


@pytest.fixture
def laptop(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "laptop")


@pytest.fixture
def gpu(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "gpu")


def test_an_empty_machine_gets_all_of_it_to_the_byte(laptop: Machine, gpu: Machine) -> None:
    gpu.practise("sum-up")
    gpu.write("first/sum_up.py", "mine\n")
    gpu.write("sum-up/20260310T120000Z-abc.py", "older\n", "history")
    merged = laptop.add(gpu.export())
    assert merged == MergeResult(events=1, solutions=1, history=1)
    assert laptop.files == gpu.files
    assert all(path.stat().st_mode & 0o77 == 0 for path in laptop.paths.data.rglob("*"))


def test_both_have_what_both_did_in_whatever_direction_and_however_often(laptop: Machine, gpu: Machine) -> None:
    for problem in ("a", "b"):
        laptop.practise(problem)
    for problem in ("b", "c"):
        gpu.practise(problem, "failed")
    assert laptop.add(gpu.export()).events == 2
    merged = gpu.add(laptop.export())
    assert (merged.events, merged.known) == (2, 2)
    assert laptop.progress == gpu.progress
    before = laptop.files
    assert laptop.add(gpu.export()) == MergeResult(known=4)
    assert laptop.files == before
    gpu.practise("d")
    assert laptop.add(gpu.export()) == MergeResult(events=1, known=4)
    assert laptop.progress == gpu.progress
    # Only the machine itself writes to its file.
    assert laptop.files["journal/gpu.jsonl"] == before["journal/gpu.jsonl"]


def test_copying_the_journal_folder_merges_just_as_well(laptop: Machine, gpu: Machine) -> None:
    laptop.practise("a")
    gpu.practise("b")
    laptop.add(gpu.export())
    gpu.practise("c")
    (laptop.paths.journal / "gpu.jsonl").write_bytes(gpu.journal.file.read_bytes())
    (laptop.paths.journal / "gpu.sync-conflict-20260310-120000-ABC.jsonl").write_bytes(gpu.journal.file.read_bytes())
    assert set(laptop.progress.problems) == {"a", "b", "c"}
    assert laptop.progress.attempts == 3


def test_a_solution_file_that_differs_stays_and_the_other_is_kept_in_the_history(laptop: Machine, gpu: Machine) -> None:
    here = laptop.write("first/sum_more.py", "mine\n")
    gpu.write("first/sum_more.py", "the other\n")
    merged = laptop.add(gpu.export())
    [(path, copy)] = merged.differing
    assert (path, here.read_text()) == (here, "mine\n")
    assert copy.parent == laptop.paths.history / "sum-more"
    assert copy.name.startswith(f"{datetime.now(UTC):%Y%m}")
    assert copy.read_text() == "the other\n"
    before = laptop.files
    assert laptop.add(gpu.export()).differing == [(here, copy)]
    assert laptop.files == before


def test_the_stub_is_no_text_of_the_learners(laptop: Machine, gpu: Machine) -> None:
    here = laptop.write("first/sum_up.py", STUB)
    gpu.write("first/sum_up.py", "solved\n")
    other = laptop.export()
    assert laptop.add(gpu.export()) == MergeResult(solutions=1)
    assert here.read_text() == "solved\n"
    assert gpu.add(other) == MergeResult()
    assert gpu.files["solutions/first/sum_up.py"] == b"solved\n"


def test_a_file_of_the_history_never_replaces_another(laptop: Machine, gpu: Machine) -> None:
    laptop.write("sum-up/old.py", "one\n", "history")
    gpu.write("sum-up/old.py", "two\n", "history")
    assert laptop.add(gpu.export()).history == 1
    assert laptop.add(gpu.export()).history == 0
    assert laptop.files == {"history/sum-up/old.py": b"one\n", "history/sum-up/old-2.py": b"two\n"}


def test_changed_code_from_lessons_comes_along_and_replaces_nothing(laptop: Machine, gpu: Machine) -> None:
    laptop.write("sum-up-block-1.py", "one\n", "scratch")
    gpu.write("sum-up-block-1.py", "two\n", "scratch")
    gpu.write("sum-up-block-3.py", "three\n", "scratch")
    assert laptop.add(gpu.export()) == MergeResult(block_copies=2)
    assert laptop.add(gpu.export()) == MergeResult()
    assert laptop.files == {
        "scratch/sum-up-block-1.py": b"one\n",
        "scratch/sum-up-block-1-2.py": b"two\n",
        "scratch/sum-up-block-3.py": b"three\n",
    }


def test_events_of_a_newer_version_and_damaged_lines_are_passed_on_untouched(laptop: Machine, gpu: Machine) -> None:
    newer = b'{"v":7, "id":"n2", "at":[2030], "kind":"dreamt", "odd": 1.0}'
    gpu.practise("a")
    with gpu.journal.file.open("ab") as file:
        file.write(newer + b"\ngarbage\n")
    merged = laptop.add(gpu.export())
    assert (merged.events, merged.damaged) == (2, 1)
    assert laptop.files == gpu.files
    with gpu.journal.file.open("ab") as file:
        file.write(newer.replace(b"n2", b"n3"))
    assert laptop.add(gpu.export()).events == 1
    assert Journal(laptop.paths.journal).file.read_bytes() == newer.replace(b"n2", b"n3") + b"\n"


def test_what_is_no_file_of_the_learners_is_not_exported_and_said(gpu: Machine, tmp_path: Path) -> None:
    gpu.write("first/sum_up.py", "mine\n")
    gpu.write("first/.sum_up.py.swp", "x")
    gpu.write("first/__pycache__/sum_up.cpython-311.pyc", "x")
    gpu.write(".git/config", "x")
    (gpu.paths.solutions / "elsewhere").symlink_to(tmp_path)
    (gpu.paths.solutions / "first" / "linked.py").symlink_to(gpu.write("elsewhere.txt", "linked\n", "notes"))
    os.mkfifo(gpu.paths.solutions / "first" / "pipe.py")
    out = io.BytesIO()
    counts, left_out = write_archive(out, {name: gpu.paths.data / name for name in FOLDERS})
    assert counts == {"journal": 0, "solutions": 2, "history": 0, "scratch": 0}
    assert sorted(line.split(" is left out")[0].rpartition("/")[2] for line in left_out) == ["elsewhere", "pipe.py"]
    with tarfile.open(fileobj=io.BytesIO(out.getvalue())) as tar:
        names = tar.getnames()
    assert names == ["solutions/first/linked.py", "solutions/first/sum_up.py", "flaxdrills.json"]


def archive(*members: tarfile.TarInfo, data: bytes = b"x", is_whole: bool = True) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        good = tarfile.TarInfo("history/sum-up/good.py")
        good.size = 1
        tar.addfile(good, io.BytesIO(b"g"))
        for member in members:
            member.size = len(data) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(data) if member.isreg() else None)
        if is_whole:
            tar.addfile(tarfile.TarInfo("flaxdrills.json"))
    return out.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (member("/etc/passwd"), "'/etc/passwd', which is outside"),
        (member("solutions/../../../x.py"), "outside"),
        (member("../x.py"), "outside"),
        (member("solutions/first/x.py", tarfile.SYMTYPE, "/etc/passwd"), "neither a file nor a folder"),
        (member("solutions/first", tarfile.SYMTYPE, "/etc"), "neither a file nor a folder"),
        (member("solutions/first/x.py", tarfile.LNKTYPE, "history/sum-up/good.py"), "neither a file nor a folder"),
        (member("solutions/first/x.py", tarfile.CHRTYPE), "neither a file nor a folder"),
        (member("solutions/first/x.py", tarfile.FIFOTYPE), "neither a file nor a folder"),
        (member("journal/x.sh"), "not what belongs there"),
        (member("journal/x/y.jsonl"), "not what belongs there"),
        (member("solutions"), "not what belongs there"),
        (member("solutions/.bashrc"), "no name that an export has"),
        (member("solutions/a\x1b[2J/x.py"), r"'solutions/a\\x1b\[2J/x.py' is no name"),
        (member("solutions/a\\..\\x.py"), "no name that an export has"),
        (member(f"solutions/{'a' * 300}.py"), "no name that an export has"),
    ],
    ids=lambda value: value.name[:24] if isinstance(value, tarfile.TarInfo) else "",
)
def test_an_archive_that_reaches_outside_is_refused_whole(
    laptop: Machine, tmp_path: Path, bad: tarfile.TarInfo, why: str
) -> None:
    laptop.practise("a")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ArchiveError, match=rf"x\.tar\.gz is refused: .*{why}.* Nothing was changed\."):
        laptop.add(archive(bad))
    assert sorted(tmp_path.rglob("*")) == before


def test_members_that_are_huge_are_refused(laptop: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "_LARGEST", 1000)
    monkeypatch.setattr(archive_module, "_MOST_BYTES", 1500)
    assert laptop.add(archive(member("history/a/fits.py"), data=b"x" * 1000)).history == 2
    with pytest.raises(ArchiveError, match=r"'history/a/big.py' is too large. Nothing was changed"):
        laptop.add(archive(member("history/a/big.py"), data=b"x" * 1001))
    with pytest.raises(ArchiveError, match="it holds more than"):
        laptop.add(archive(member("history/a/b.py"), member("history/a/c.py"), data=b"x" * 1000))
    monkeypatch.setattr(archive_module, "_MOST_FILES", 2)
    with pytest.raises(ArchiveError, match="2 files"):
        laptop.add(archive(*(member(f"history/a/{number}.py") for number in range(2))))


def test_a_file_that_pretends_to_be_huge_is_refused_before_it_is_read(laptop: Machine) -> None:
    info = tarfile.TarInfo("solutions/first/x.py")
    info.size = 10**12
    with pytest.raises(ArchiveError, match="too large"):
        laptop.add(gzip.compress(info.tobuf() + b"\0" * 2048))


def test_what_a_newer_version_adds_to_its_archives_is_passed_over(laptop: Machine) -> None:
    assert laptop.add(archive(member("dreams/x.txt"), member("history", tarfile.DIRTYPE))) == MergeResult(history=1)
    assert laptop.files == {"history/sum-up/good.py": b"g"}


def test_an_archive_that_is_cut_off_anywhere_changes_nothing(laptop: Machine, gpu: Machine) -> None:
    gpu.practise("a")
    gpu.write("first/sum_more.py", "".join(f"line {number}\n" for number in range(200)))
    data = gpu.export()
    for end in range(0, len(data), 7):
        with pytest.raises(ArchiveError, match="Nothing was changed"):
            laptop.add(data[:end])
    assert laptop.files == {}
    assert list(laptop.paths.data.iterdir()) == []


def test_an_archive_in_which_a_byte_was_changed_changes_nothing(laptop: Machine, gpu: Machine) -> None:
    gpu.practise("a")
    data = gpu.export()
    for place in range(0, len(data), 3):
        changed = data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]
        if not says_the_same(changed, data):
            with pytest.raises(ArchiveError, match="Nothing was changed"):
                laptop.add(changed)
    assert laptop.files == {}


def says_the_same(one: bytes, other: bytes) -> bool:
    """Not every bit of gzip's counts: a run of zeros may be copied from anywhere in it."""
    try:
        return gzip.decompress(one) == gzip.decompress(other)
    except (OSError, EOFError, zlib.error):
        return False


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"\0" * 20_000, gzip.compress(b"hello"), archive(is_whole=False), archive() + b"x" * 9000],
    ids=["empty", "text", "zeros", "gzip", "tar of another", "more"],
)
def test_what_is_no_export_changes_nothing(laptop: Machine, data: bytes) -> None:
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        laptop.add(data)
    assert laptop.files == {}


def test_a_tar_without_compression_is_an_archive_too(laptop: Machine, gpu: Machine) -> None:
    gpu.practise("a")
    data = gzip.decompress(gpu.export())
    assert laptop.add(data).events == 1
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        Machine(laptop.paths.data, "third").add(data[:1024])


@pytest.mark.parametrize("place", ["history", "solutions"])
def test_a_merge_that_has_no_room_says_what_was_merged_and_goes_on_the_next_time(
    laptop: Machine, gpu: Machine, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    gpu.practise("a")
    gpu.write("sum-up/old.py", "old\n", "history")
    gpu.write("first/sum_more.py", "mine\n")

    def fail(aside: Path, path: Path) -> bool:
        if place in path.parts:
            raise OSError(28, "No space left on device", str(path))
        return put_in_place(aside, path)

    with monkeypatch.context() as full:
        full.setattr(import_module, "put_in_place", fail)
        with pytest.raises(ArchiveError, match=r"No space left on device\. 1 events and . files were merged by then"):
            laptop.add(gpu.export())
    laptop.add(gpu.export())
    assert laptop.files == gpu.files


def test_events_that_find_no_room_are_merged_the_next_time(
    laptop: Machine, gpu: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gpu.practise("a")
    laptop.add(gpu.export())
    gpu.practise("b")

    def fail(path: Path, lines: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("flaxdrills.journal.journal.append_lines", fail)
        with pytest.raises(ArchiveError, match=r"Free some space and try again\. Nothing was changed"):
            laptop.add(gpu.export())
    assert laptop.add(gpu.export()).events == 1


def test_many_events_are_adopted_in_parts(laptop: Machine, gpu: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module, "_BATCH", 500)
    gpu.practise("a")
    laptop.add(gpu.export())
    for number in range(20):
        gpu.practise(f"p{number}")
    assert laptop.add(gpu.export()).events == 20
    assert laptop.progress == gpu.progress


def test_an_archive_says_its_version_last(gpu: Machine) -> None:
    gpu.practise("a")
    with tarfile.open(fileobj=io.BytesIO(gpu.export())) as tar:
        assert tar.getnames() == ["journal/gpu.jsonl", "flaxdrills.json"]
        last = tar.extractfile("flaxdrills.json")
        assert last is not None
        table = json.load(last)
    assert (table["v"], table["files"]) == (1, 1)


@pytest.mark.parametrize("is_there", [True, False])
def test_what_could_not_be_recorded_when_the_app_was_left_is_imported(
    laptop: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_there: bool
) -> None:
    journal = Journal(laptop.paths.journal)
    if is_there:
        journal.append(EntryKind.OPENED, "a")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def fail(path: Path, lines: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("flaxdrills.journal.journal.append_lines", fail)
        with pytest.raises(JournalError):
            journal.append(EntryKind.OPENED, "b")
    rescued = journal.rescue()
    assert rescued is not None and rescued.stat().st_mode & 0o77 == 0
    assert laptop.add(rescued.read_bytes()).events == 1
    assert laptop.add(rescued.read_bytes()).events == 0
    assert [path.name for path in journal.files()] == [journal.file.name]
    assert set(laptop.progress.problems) == ({"a", "b"} if is_there else {"b"})
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    assert journal.rescue() is None


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_name_that_pretends_to_be_huge_is_refused_before_it_is_read(
    laptop: Machine, pack: Callable[[bytes], bytes]
) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 8 * 1024**5
    data = info.tobuf(tarfile.GNU_FORMAT) + 100 * b"long"
    with pytest.raises(ArchiveError, match="is refused: a name in it is too long"):
        laptop.add(pack(data))
