"""The filter of system calls, tried by processes that put themselves behind it."""

from __future__ import annotations

import errno
import json
import os
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


_CALL = """
import ctypes, errno, json, os, platform, sys
from flaxdrills.sandbox.seccomp import filter_system_calls
from flaxdrills.sandbox.system_calls import numbers_of

filter_system_calls(shares_memory=json.loads(sys.argv[2]))
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.argtypes = [ctypes.c_long] * 7
libc.syscall.restype = ctypes.c_long
for name, *arguments in json.loads(sys.argv[1]):
    arguments = [os.getpid() if argument == "own" else argument for argument in arguments]
    failed = libc.syscall(*numbers_of((name,), platform.machine()), *arguments, *[0] * (6 - len(arguments))) < 0
    print(errno.errorcode[ctypes.get_errno()] if failed else "done")
"""

_NOBODY = 2**22 + 1
"""No process has this id, and no user."""
_SHARED, _PRIVATE = ("mmap", 0, 4096, 3, 0x21, -1), ("mmap", 0, 4096, 3, 0x22, -1)

# Without the filter none of them does anything: what they are given makes no sense.
REFUSED: list[tuple[object, ...]] = [
    *((name, -1) for name in ("connect", "sendmsg", "sendmmsg", "io_uring_setup", "fanotify_init", "setns", "syslog")),
    *((name, -1, -1) for name in ("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd")),
    *((name, -1, -1) for name in ("kcmp", "bpf", "perf_event_open", "userfaultfd", "memfd_secret", "vmsplice")),
    *((name, -1, -1, -1) for name in ("shmat", "shmctl", "semop", "semctl", "msgsnd", "msgrcv", "msgctl")),
    *((name, -1, -1) for name in ("inotify_init1", "io_setup")),
    *((name, -1) for name in ("mq_open", "mq_unlink", "add_key", "request_key", "keyctl", "unshare")),
    ("sendto", -1, 0, 0, 0, 1),
    ("sendto", -1, 0, 0, 0, 1 << 32),
    ("socketpair", 16),
    *((name, os.getpid()) for name in ("sched_setscheduler", "sched_setparam", "sched_setattr", "sched_setaffinity")),
    *(("prlimit64", process, 4) for process in (1, os.getpid())),
    *((name, os.getpid(), 1) for name in ("migrate_pages", "move_pages")),
    ("setpriority", 0, os.getpid(), os.getpriority(os.PRIO_PROCESS, os.getpid())),
    ("setpriority", 2, _NOBODY),
    ("ioprio_set", 1, os.getpid(), -1),
    ("ioprio_set", 3, _NOBODY),
    # New namespaces, of users and of what is mounted, with what may not come with them.
    ("clone", 0x10000200),
    ("clone", 0x00020200),
    ("fcntl", -1, 1024),
]
SHARES: list[tuple[object, ...]] = [("memfd_create", -1, -1), _SHARED]
ANSWERED: list[tuple[str, tuple[object, ...]]] = [
    ("done", ("flock", -1, 2)),
    *(("done", ("fcntl", -1, lock)) for lock in (6, 7, 37, 38)),
    ("EBADF", ("fcntl", -1, 1)),
    *((errno.errorcode[errno.EOPNOTSUPP], ("ioctl", -1, request)) for request in (0x40086602, 0x401C5820, 0x40806685)),
    ("EBADF", ("ioctl", -1, 0x5401)),
    (errno.errorcode[errno.EOPNOTSUPP], ("fallocate", -1)),
    ("ENOSYS", ("clone3", -1)),
    ("EBADF", ("sendto", -1)),
    *(("done", ("prlimit64", own, 4)) for own in (0, "own")),
    *(("EINVAL", ("sched_setscheduler", own)) for own in (0, "own")),
    *(("EINVAL", ("ioprio_set", 1, own, -1)) for own in (0, "own")),
    ("done", _PRIVATE),
]


def answers(calls: list[tuple[object, ...]], *, shares_memory: bool = False) -> list[str]:
    """What the kernel says to each of `calls` in a process that refuses them."""
    command = [sys.executable, "-c", _CALL, json.dumps(calls), json.dumps(shares_memory)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()


def test_what_reaches_beyond_its_own_process_is_refused() -> None:
    calls = REFUSED + SHARES
    assert dict(zip(calls, answers(calls), strict=True)) == dict.fromkeys(calls, errno.errorcode[errno.EACCES])


def test_what_concerns_itself_goes_on_and_locks_hold_nobody_up() -> None:
    calls = [call for _, call in ANSWERED]
    assert list(zip(calls, answers(calls), strict=True)) == [(call, answer) for answer, call in ANSWERED]


def test_memory_is_shared_where_a_device_needs_it() -> None:
    # A name that cannot be read is no business of the filter's.
    assert answers(SHARES, shares_memory=True) == ["EINVAL", "done"]


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
