"""The learner's solution files, of which no line is ever lost."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles, read_text, sha256_of
from flaxdrills.problems.problem import Problem

PROBLEM = Problem(
    id="nnx-surgery-replace",
    track="nnx",
    position=1,
    title="Replace",
    summary="",
    difficulty=1,
    function="replace",
    folder=Path("/nowhere"),
)
STUB = '"""Écris."""\n'
NOON = datetime(2026, 3, 10, 13, 0, 5, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def workspace(tmp_path: Path) -> SolutionFiles:
    return SolutionFiles(tmp_path / "solutions", tmp_path / "history", lambda: NOON)


@pytest.fixture
def written(workspace: SolutionFiles) -> Path:
    """A solution file with the learner's own lines."""
    path = workspace.open(PROBLEM, STUB)
    path.write_text("mine")
    return path


def history_of(tmp_path: Path) -> Path:
    return tmp_path / "history" / PROBLEM.id


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def refuse(number: int) -> Callable[..., None]:
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_path_of_a_solution_file_is_known_before_there_is_one(workspace: SolutionFiles, tmp_path: Path) -> None:
    assert workspace.path(PROBLEM) == tmp_path / "solutions" / "nnx" / "nnx_surgery_replace.py"
    assert everything_in(tmp_path) == []


def test_a_solution_file_is_made_from_the_stub_and_only_for_the_user(workspace: SolutionFiles) -> None:
    umask = os.umask(0)
    try:
        path = workspace.open(PROBLEM, STUB)
    finally:
        os.umask(umask)
    assert path.read_text("utf-8") == STUB
    assert everything_in(path.parent) == [path.name]
    assert [mode(path), mode(path.parent), mode(path.parent.parent)] == [0o600, 0o700, 0o700]


@pytest.mark.parametrize("text", ["mine", ""])
def test_opening_again_never_overwrites(workspace: SolutionFiles, written: Path, text: str) -> None:
    written.write_text(text)
    assert workspace.open(PROBLEM, STUB) == written
    assert written.read_text() == text


def test_a_file_that_appears_while_the_stub_is_written_is_left_alone(
    workspace: SolutionFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace.path(PROBLEM)
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    workspace.open(PROBLEM, STUB)
    assert path.read_text() == "mine"
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    workspace.open(PROBLEM, STUB)
    assert path.read_text() == "mine"
    assert everything_in(path.parent) == [path.name]


def test_a_file_system_without_links_will_do(workspace: SolutionFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    path = workspace.open(PROBLEM, STUB)
    assert path.read_text("utf-8") == STUB
    assert mode(path) == 0o600
    assert everything_in(path.parent) == [path.name]


def test_a_file_in_the_folders_place_is_said(workspace: SolutionFiles, tmp_path: Path) -> None:
    (tmp_path / "solutions").write_text("")
    with pytest.raises(SolutionFileError, match=r"nnx_surgery_replace.py could not be made: "):
        workspace.open(PROBLEM, STUB)


def test_a_full_disk_is_said_and_leaves_no_half_stub(
    workspace: SolutionFiles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "fsync", refuse(errno.ENOSPC))
    with pytest.raises(SolutionFileError, match=r"No space left on device. Free some space"):
        workspace.open(PROBLEM, STUB)
    assert everything_in(tmp_path / "solutions") == ["nnx"]


def test_what_was_written_is_what_is_read(workspace: SolutionFiles, written: Path) -> None:
    written.write_bytes("def f():\r\n    return 'é'\n".encode())
    assert workspace.read(PROBLEM) == "def f():\r\n    return 'é'\n"


def test_an_empty_file_is_an_empty_text(workspace: SolutionFiles, written: Path) -> None:
    written.write_bytes(b"")
    assert workspace.read(PROBLEM) == ""


def test_a_byte_order_mark_is_passed_over(written: Path) -> None:
    written.write_bytes(b"\xef\xbb\xbfx = 1\n")
    assert read_text(written) == "x = 1\n"


def test_a_missing_solution_file_says_how_to_make_it(workspace: SolutionFiles) -> None:
    with pytest.raises(
        SolutionFileError, match=r"^There is no .*\.py yet. `flaxdrills path nnx-surgery-replace` makes it.$"
    ):
        workspace.read(PROBLEM)


def test_a_missing_named_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "none.py", tmp_path / "file" / "none.py"):
        with pytest.raises(SolutionFileError, match=f"^There is no file {path}. Is the name right"):
            read_text(path)


def test_a_folder_is_said(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(SolutionFileError, match=f"^{tmp_path} is a folder"):
        read_text(tmp_path)
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_link_that_leads_nowhere_is_said_with_what_helps(workspace: SolutionFiles, tmp_path: Path) -> None:
    (path := workspace.path(PROBLEM)).parent.mkdir(parents=True)
    path.symlink_to("gone.py")
    assert workspace.open(PROBLEM, STUB) == path
    with pytest.raises(SolutionFileError) as caught:
        workspace.read(PROBLEM)
    assert str(caught.value) == (
        f"{path} cannot be read: It is a link to gone.py, which is not there. Remove the link, or put back what it "
        "leads to."
    )
    path.unlink()
    path.parent.rmdir()
    path.parent.symlink_to("gone")
    with pytest.raises(SolutionFileError, match=r"could not be made: It is a link to gone, which is not there\."):
        workspace.open(PROBLEM, STUB)


@pytest.mark.parametrize("sha256", ["", "\0" * 64, "../" * 30, "AB" * 32, "ab" * 31])
def test_what_is_no_digest_names_no_file(workspace: SolutionFiles, sha256: str) -> None:
    with pytest.raises(SolutionFileError, match=r"^This text is not on this machine: the journal does not say"):
        workspace.judged(PROBLEM, sha256)


def test_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SolutionFileError, match=r"It is a pipe, not a file on disk\. Save the text to a file"):
        read_text(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"x = 1\ny = '\xe9'\n", r"line 2 has the byte 0xe9 \(byte 12 of the file\)"),
        (b"\xff\xfex\x00", r"line 1 has the byte 0xff \(byte 1 of the file\)"),
        (b"\xef\xbb\xbfx\n\xff", r"line 2 has the byte 0xff \(byte 6 of the file\)"),
        (b"x\xc3", r"line 1 has the byte 0xc3 \(byte 2 of the file\)"),
    ],
)
def test_what_is_not_utf_8_is_said_with_its_place(tmp_path: Path, data: bytes, where: str) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(data)
    with pytest.raises(SolutionFileError, match=f"x.py is not UTF-8 text: {where}. Save it as UTF-8.$"):
        read_text(path)


def test_a_file_that_is_too_large_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_bytes(b"#" * 1024 * 1024)
    assert len(read_text(path)) == 1024 * 1024
    path.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(SolutionFileError, match="larger than 1 MiB"):
        read_text(path)


def test_a_file_that_may_not_be_read_is_said(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", refuse(errno.EACCES))
    with pytest.raises(SolutionFileError, match=r"cannot be read: Permission denied. Look at the permissions"):
        read_text(written)


def test_a_reset_keeps_the_old_file_and_makes_a_fresh_one(
    workspace: SolutionFiles, written: Path, tmp_path: Path
) -> None:
    kept = workspace.reset(PROBLEM, STUB)
    assert kept == history_of(tmp_path) / f"20260310T120005Z-{hashlib.sha256(b'mine').hexdigest()[:8]}.py"
    assert kept.read_text() == "mine"
    assert written.read_text("utf-8") == STUB
    assert everything_in(written.parent) == [written.name]
    assert [mode(folder) for folder in (kept.parent, kept.parent.parent)] == [0o700, 0o700]


def test_two_resets_in_the_same_second_keep_both(workspace: SolutionFiles, written: Path) -> None:
    kept = []
    for text in ("mine", "mine", "mine too"):
        written.write_text(text)
        kept.append(workspace.reset(PROBLEM, STUB))
    assert len(set(kept)) == 3
    assert [path.read_text() for path in kept if path] == ["mine", "mine", "mine too"]


def test_a_reset_without_a_file_makes_one(workspace: SolutionFiles, tmp_path: Path) -> None:
    assert workspace.reset(PROBLEM, STUB) is None
    assert workspace.read(PROBLEM) == STUB
    assert everything_in(history_of(tmp_path)) == []


@pytest.mark.parametrize("rename", [os.rename, refuse(errno.EXDEV)])
def test_a_folder_in_the_files_place_is_moved_with_all_that_it_holds(
    workspace: SolutionFiles, monkeypatch: pytest.MonkeyPatch, rename: Callable[..., None]
) -> None:
    path = workspace.path(PROBLEM)
    (path / "in").mkdir(parents=True)
    (path / "in" / "a.py").write_text("mine")
    monkeypatch.setattr(os, "rename", rename)
    kept = workspace.reset(PROBLEM, STUB)
    assert kept is not None
    assert (kept / "in" / "a.py").read_text() == "mine"
    assert workspace.read(PROBLEM) == STUB


def test_a_history_on_another_disk_gets_a_copy(
    workspace: SolutionFiles, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "rename", refuse(errno.EXDEV))
    kept = workspace.reset(PROBLEM, STUB)
    assert kept is not None
    assert kept.read_text() == "mine"
    assert mode(kept) == 0o600
    assert written.read_text("utf-8") == STUB


def test_a_link_is_kept_as_what_it_led_to(workspace: SolutionFiles, written: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.py"
    written.rename(target)
    written.symlink_to("../../elsewhere.py")
    kept = workspace.reset(PROBLEM, STUB)
    assert kept is not None and not kept.is_symlink()
    assert kept.read_text() == "mine"
    assert target.read_text() == "mine"
    assert workspace.read(PROBLEM) == STUB


def test_a_link_that_leads_nowhere_is_moved(workspace: SolutionFiles, written: Path) -> None:
    written.unlink()
    written.symlink_to("/nowhere/x.py")
    kept = workspace.reset(PROBLEM, STUB)
    assert kept is not None
    assert os.readlink(kept) == "/nowhere/x.py"
    assert workspace.read(PROBLEM) == STUB


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_reset_that_fails_leaves_everything_as_it_was(
    workspace: SolutionFiles, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(os, call, refuse(errno.ENOSPC))
    with pytest.raises(SolutionFileError, match=r"could not be reset: No space left on device. Free some space"):
        workspace.reset(PROBLEM, STUB)
    assert written.read_text() == "mine"
    assert everything_in(written.parent) == [written.name]
    assert everything_in(history_of(tmp_path)) == []


DISK_THAT_FILLS = """
import errno, os, resource, sys
from pathlib import Path
from flaxdrills.practice.solution_files import SolutionFiles, SolutionFileError
from flaxdrills.problems.problem import Problem

def other_disk(old, new):
    raise OSError(errno.EXDEV, "")

os.rename = other_disk
problem = Problem("nnx-surgery-replace", "nnx", 1, "", "", 1, "f", Path("/"))
home = Path(sys.argv[1])
workspace = SolutionFiles(home / "solutions", home / "history")
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    workspace.reset(problem, "stub")
except SolutionFileError as error:
    print(error)
"""


@pytest.mark.process
def test_a_disk_that_fills_while_the_old_file_is_copied_costs_nothing(written: Path, tmp_path: Path) -> None:
    written.write_text("x" * 5000)
    done = subprocess.run([sys.executable, "-c", DISK_THAT_FILLS, tmp_path], capture_output=True, text=True, check=True)
    assert "could not be reset: File too large. Free some space" in done.stdout
    assert written.read_text() == "x" * 5000
    assert everything_in(history_of(tmp_path)) == []


def test_a_reset_that_cannot_write_the_stub_says_where_the_old_file_is(
    workspace: SolutionFiles, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    monkeypatch.setattr(os, "replace", refuse(errno.EIO))
    with pytest.raises(SolutionFileError, match=r"Input/output error. Your file is now /.*\.py.$") as raised:
        workspace.reset(PROBLEM, STUB)
    kept = str(raised.value).rpartition(" ")[2].removesuffix(".")
    assert Path(kept).read_text() == "mine"


def test_a_judged_text_is_kept_once_by_what_it_says(workspace: SolutionFiles, tmp_path: Path) -> None:
    first = workspace.keep(PROBLEM, "é")
    inode = first.stat().st_ino
    assert first == history_of(tmp_path) / f"{hashlib.sha256('é'.encode()).hexdigest()[:16]}.py"
    assert first.read_text("utf-8") == "é"
    assert [mode(first), mode(first.parent), mode(first.parent.parent)] == [0o600, 0o700, 0o700]
    assert workspace.keep(PROBLEM, "é") == first
    assert first.stat().st_ino == inode
    assert workspace.keep(PROBLEM, "") != first
    assert len(everything_in(first.parent)) == 2


def test_a_text_that_cannot_be_kept_is_said(
    workspace: SolutionFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse(errno.EROFS))
        with pytest.raises(SolutionFileError, match=r"could not be written: Read-only file system. Look at"):
            workspace.keep(PROBLEM, "x")
    assert everything_in(history_of(tmp_path)) == []
    history_of(tmp_path).rmdir()
    history_of(tmp_path).write_text("")
    with pytest.raises(SolutionFileError, match="could not be written"):
        workspace.keep(PROBLEM, "x")


def test_a_fingerprint_is_the_sha_256_of_the_text() -> None:
    assert sha256_of("é") == hashlib.sha256("é".encode()).hexdigest()


def test_a_text_that_names_an_encoding_is_kept_and_found_again(workspace: SolutionFiles) -> None:
    path = workspace.open(PROBLEM, STUB)
    path.write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    text = workspace.read(PROBLEM)
    assert text == "# coding: latin-1\nx = '\u00e9'\n"
    workspace.keep(PROBLEM, text)
    assert workspace.judged(PROBLEM, sha256_of(text)) == text


def test_an_encoding_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("# coding: nosuch\n")
    with pytest.raises(
        SolutionFileError, match=r"names an encoding .* that Python does not know \(unknown encoding: nosuch\)"
    ):
        read_text(tmp_path / "x.py")
