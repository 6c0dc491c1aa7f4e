"""The filter of system calls, tried by processes that put themselves behind it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flaxdrills.sandbox.seccomp import can_filter_system_calls

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not can_filter_system_calls(), reason="the numbers of calls are not known here"),
]

_TRY = """
import asyncio, ctypes, os, pathlib, shutil, socket, subprocess, sys, threading
from flaxdrills.sandbox.seccomp import filter_system_calls

folder = pathlib.Path(sys.argv[1])
begun, go = threading.Event(), threading.Event()

def tried(call, *arguments):
    try:
        call(*arguments)
        print("done")
    except OSError as error:
        print(type(error).__name__)

def in_thread():
    begun.set()
    go.wait()
    tried(socket.socket)

thread = threading.Thread(target=in_thread)
thread.start()
begun.wait()
filter_system_calls()
"""


def behind_the_filter(folder: Path, code: str) -> list[str]:
    """What `code` prints in a process that refuses calls, and has a thread from before waiting for `go`."""
    command = [sys.executable, "-c", f"{_TRY}{code}\ngo.set()\nthread.join()\n", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()


def test_no_socket_leaves_the_machine_and_none_reaches_another_program(tmp_path: Path) -> None:
    said = behind_the_filter(
        tmp_path,
        "tried(socket.socket)\n"
        "tried(socket.socket, socket.AF_INET, socket.SOCK_STREAM, 262)\n"
        "tried(socket.socket, socket.AF_INET6, socket.SOCK_DGRAM)\n"
        "listening = socket.socket(socket.AF_UNIX)\nlistening.bind(str(folder / 's'))\nlistening.listen()\n"
        "tried(socket.socket(socket.AF_UNIX).connect, str(folder / 's'))\n",
    )
    # The last is what the thread says.
    assert said == ["PermissionError"] * 5


def test_what_programs_do_among_themselves_goes_on(tmp_path: Path) -> None:
    said = behind_the_filter(
        tmp_path,
        "tried(socket.socketpair)\n"
        "asyncio.run(asyncio.sleep(0))\n"
        "print(subprocess.run([sys.executable, '-c', 'print(1)'], capture_output=True, text=True).stdout)\n",
    )
    assert said == ["done", "1", "PermissionError"]


def test_modes_and_times_of_files_stay_and_copies_can_be_made(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("precious")
    before = mine.stat()
    said = behind_the_filter(
        tmp_path,
        "mine = folder / 'mine'\n"
        "for call in (mine.chmod, lambda mode: os.utime(mine, (mode, mode)), lambda _: os.chown(mine, 1, 1)):\n"
        "    tried(call, 0)\n"
        "tried(shutil.copy2, mine, folder / 'copy')\n",
    )
    assert said == [*["done"] * 4, "PermissionError"]
    assert (mine.stat().st_mode, mine.stat().st_mtime) == (before.st_mode, before.st_mtime)
    assert (tmp_path / "copy").read_text() == "precious"


def test_nothing_is_left_in_the_kernel(tmp_path: Path) -> None:
    said = behind_the_filter(
        tmp_path,
        "libc = ctypes.CDLL(None)\nprint(libc.shmget(0, 4096, 0o1000), libc.semget(0, 1, 0o1000))\n"
        "print(libc.msgget(0, 0o1000))\n",
    )
    assert said == ["-1", "-1", "-1", "PermissionError"]
