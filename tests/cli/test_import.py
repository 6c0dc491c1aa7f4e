"""`flaxdrills import`, called as a learner calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Answer, Installation

pytestmark = pytest.mark.process


def test_what_one_home_exports_another_imports(installed: Installation, tmp_path: Path) -> None:
    other = Installation(installed.folder, tmp_path / "other")
    file = Path(installed.call("path", "sum-up").out.strip())
    file.write_text("mine\n")
    installed.record_pass("sum-up")
    answer = installed.call("export", tmp_path / "all.tar.gz")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"{tmp_path / 'all.tar.gz'} holds 1 journal, 1 solution file and 0 files of history.\n"
    assert (tmp_path / "all.tar.gz").stat().st_mode & 0o777 == 0o600
    answer = other.call("import", tmp_path / "all.tar.gz")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Added 1 event, 1 solution file and 0 files of history.\n"
    assert other.call("list").out == installed.call("list").out
    theirs = Path(other.call("path", "sum-up").out.strip())
    assert theirs.read_text() == "mine\n"
    for name in ("sum-up-block-1.py", "sum-up-block-2.py"):
        (copy := installed.home / "data" / "scratch" / name).parent.mkdir(exist_ok=True)
        copy.write_text("print(1)\n")
    answer = installed.call("export", tmp_path / "tried.tar.gz")
    told = "1 solution file, 0 files of history and 2 files of changed code from lessons.\n"
    assert answer.out == f"{tmp_path / 'tried.tar.gz'} holds 1 journal, {told}"
    answer = other.call("import", tmp_path / "tried.tar.gz")
    assert answer.out == f"Added 0 events (1 were here already), {told.replace('1 solution file', '0 solution files')}"
    theirs.write_text("theirs\n")
    answer = other.call("import", tmp_path / "all.tar.gz")
    assert "Added 0 events (1 were here already)" in answer.out
    assert f"{theirs} has a different text and is not changed. The imported text is {other.home}" in answer.out
    assert theirs.read_text() == "theirs\n"


def test_an_archive_goes_through_a_pipe(installed: Installation, tmp_path: Path) -> None:
    installed.record_pass("sum-up")
    program = f"{sys.executable} -m flaxdrills"
    other = tmp_path / "other"
    done = subprocess.run(
        f"{program} export - | FLAXDRILLS_HOME={other} {program} import -",
        shell=True,
        cwd=installed.folder,
        env=dict(os.environ) | {"PYTHONPATH": str(installed.folder), "FLAXDRILLS_HOME": str(installed.home)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "Added 1 event, 0 solution files and 0 files of history.\n"
    assert done.stderr == "The archive holds 1 journal, 0 solution files and 0 files of history.\n"
    assert Installation(installed.folder, other).recorded(EntryKind.ATTEMPT) == ["sum-up"]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (["export", "/no/such/folder/x"], "flaxdrills: /no/such/folder/x could not be written: No such file"),
        (["import", "/no/such/file"], "flaxdrills: /no/such/file cannot be read: No such file"),
        (["import", "/"], "flaxdrills: / cannot be read: Is a directory"),
        (["import", "/dev/null"], "flaxdrills: /dev/null cannot be read: It is a device, not a file on disk."),
        (["import", "content/tracks.toml"], "is cut off, damaged, or no export of flaxdrills. Nothing"),
        (["import", "/dev/zero"], "flaxdrills: /dev/zero cannot be read: It is a device, not a file on disk."),
        (["export", "--force", "/"], "flaxdrills: / is not a file that can be replaced."),
        (["export", "--force", "/dev/null"], "flaxdrills: /dev/null is not a file that can be replaced."),
        (["import"], "Missing argument 'FILE'"),
    ],
)
def test_an_archive_that_cannot_be_is_said_in_a_clear_line(
    installed: Installation, command: list[str], why: str
) -> None:
    answer = installed.call(*command)
    assert (answer.status, answer.out) == (2, "")
    assert why in answer.err


def test_an_archive_may_come_through_a_named_pipe(installed: Installation, tmp_path: Path) -> None:
    installed.record_pass("sum-up")
    os.mkfifo(tmp_path / "pipe")
    sending = [sys.executable, "-m", "flaxdrills", "export", "-"]
    environ = dict(os.environ) | {"PYTHONPATH": str(installed.folder), "FLAXDRILLS_HOME": str(installed.home)}
    # A shell opens the pipe, and waits there for the reader.
    with subprocess.Popen(["sh", "-c", f'exec "$@" > {tmp_path / "pipe"} 2> /dev/null', "sh", *sending], env=environ):
        answer = Installation(installed.folder, tmp_path / "other").call("import", tmp_path / "pipe")
    assert answer == Answer(0, "Added 1 event, 0 solution files and 0 files of history.\n", "")


def test_an_import_into_a_home_that_cannot_be_written_is_said(installed: Installation, tmp_path: Path) -> None:
    installed.record_pass("sum-up")
    installed.call("export", tmp_path / "all.tar.gz")
    (tmp_path / "file").write_text("in the way")
    answer = Installation(installed.folder, tmp_path / "file" / "home").call("import", tmp_path / "all.tar.gz")
    assert (answer.status, answer.out) == (2, "")
    assert f"could not be merged: {tmp_path / 'file'}" in answer.err
    assert "Nothing was changed." in answer.err
