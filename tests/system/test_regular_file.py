"""What is no file on disk is refused at once, in words."""

from __future__ import annotations

import errno
import os
import re
import socket
from pathlib import Path

import pytest

from flaxdrills.system import regular_file
from flaxdrills.system.regular_file import open_file_or_pipe, open_regular, read_regular


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one of each thing that is no file."""
    # The path of a socket is short.
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
    os.mkdir("folder")
    os.symlink("/dev/zero", "device")
    os.symlink("nowhere", "broken")
    os.symlink("loop", "loop")
    os.symlink("pipe", "to-pipe")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pipe", "It is a pipe, not a file on disk"),
        ("to-pipe", "It is a pipe, not a file on disk"),
        ("socket", "It is a socket, not a file on disk"),
        ("device", "It is a device, not a file on disk"),
        ("folder", "Is a directory"),
        ("broken", "It is a link to nowhere, which is not there"),
        ("loop", "Too many levels of symbolic links"),
        ("nul\0", "No file has such a name"),
        ("half\ud800", "No file has such a name"),
        (300 * "long", "File name too long"),
    ],
)
def test_what_is_no_file_is_refused_in_words(odd: Path, name: str, why: str) -> None:
    with pytest.raises(OSError, match=re.escape(why)) as caught:
        open_regular(odd / name)
    assert caught.value.strerror == why
    # Callers take that for nothing being there.
    assert not isinstance(caught.value, FileNotFoundError)


def test_a_file_is_read_also_through_a_link(odd: Path) -> None:
    (odd / "file").write_bytes(b"text")
    (odd / "link").symlink_to("file")
    assert read_regular(odd / "link", 4) == b"text"
    with pytest.raises(OSError, match="It is larger than 0 KiB") as caught:
        read_regular(odd / "file", 3)
    assert caught.value.errno == errno.EFBIG
    with pytest.raises(FileNotFoundError):
        open_regular(odd / "missing")


def test_no_descriptor_stays_open(odd: Path) -> None:
    before = os.dup(0)
    os.close(before)
    for name in ("device", "pipe", "folder"):
        with pytest.raises(OSError, match=r"not a file|Is a directory"):
            open_regular(odd / name)
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_a_pipe_is_read_where_somebody_writes_to_it(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular_file, "_WRITER_S", 0.01)
    with pytest.raises(OSError, match="It is a pipe, and nobody writes to it"):
        open_file_or_pipe(odd / "pipe")
    reading = os.open(odd / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open(odd / "pipe", os.O_WRONLY)
    os.write(writing, b"text")
    with open_file_or_pipe(odd / "pipe") as file:
        os.close(writing)
        assert file.read() == b"text"
    os.close(reading)


@pytest.mark.parametrize("name", ["device", "folder", "socket", "broken"])
def test_neither_file_nor_pipe_is_refused(odd: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"It is a|Is a directory"):
        open_file_or_pipe(odd / name)
