"""What processes use, also of what is hidden in them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from flaxdrills.worker.supervise.process_usage import (
    ProcessUsage,
    memory_bytes,
    nameless_bytes,
    process_usage,
)

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform != "linux", reason="it is told in /proc"),
]
MIB = 2**20


@contextmanager
def running(code: str, folder: Path) -> Iterator[psutil.Process]:
    """A process that runs `code`, which has printed a line, and waits; it ends with all that it forked."""
    command = [sys.executable, "-S", "-c", f"import os, time\n{code}\nprint(flush=True)\ntime.sleep(1000)\n"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, start_new_session=True) as process:
        try:
            assert process.stdout is not None and process.stdout.readline()
            yield psutil.Process(process.pid)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_a_process_uses_what_it_holds(tmp_path: Path) -> None:
    with running(f"held = b'x' * {64 * MIB}", tmp_path) as process:
        usage = process_usage(process)
        assert usage.threads == 1
        assert 64 * MIB < usage.memory < 128 * MIB
        assert nameless_bytes([usage]) == (0, 0)
    assert process_usage(process) == ProcessUsage(f"/proc/{process.pid}")


def test_what_forked_processes_share_counts_once_where_that_decides(tmp_path: Path) -> None:
    with running(f"held = b'x' * {64 * MIB}\nos.fork()", tmp_path) as process:
        usages = [process_usage(one) for one in (process, *process.children())]
        assert len(usages) == 2
        assert memory_bytes(usages, 1024 * MIB) > 128 * MIB
        assert 64 * MIB < memory_bytes(usages, 64 * MIB) < 128 * MIB


def test_what_is_held_when_the_first_thread_has_ended_is_seen(tmp_path: Path) -> None:
    code = """
import ctypes, platform, threading
held = b'x' * 2**26
def wait():
    deleted = open("deleted", "wb")
    os.unlink("deleted")
    os.posix_fallocate(deleted.fileno(), 0, 2**22)
    while open("/proc/self/stat").read().rpartition(")")[2].split()[0] != "Z":
        time.sleep(0.01)
    print(flush=True)
    time.sleep(1000)
threading.Thread(target=wait).start()
ctypes.CDLL(None).syscall({"x86_64": 60, "aarch64": 93}[platform.machine()], 0)
"""
    with running(code, tmp_path) as process:
        assert process.status() == psutil.STATUS_ZOMBIE
        usage = process_usage(process)
        assert usage.threads == 2
        assert usage.memory > 64 * MIB
        assert nameless_bytes([usage]) == (0, 4 * MIB)


def test_files_without_a_name_are_counted_once_where_they_lie(tmp_path: Path) -> None:
    code = """
memory = os.memfd_create("held")
os.posix_fallocate(memory, 0, 2**23)
deleted = os.open("deleted", os.O_CREAT | os.O_RDWR)
os.posix_fallocate(deleted, 0, 2**22)
twice = os.open("deleted", os.O_RDONLY)
os.unlink("deleted")
named = os.open("named", os.O_CREAT | os.O_RDWR)
os.posix_fallocate(named, 0, 2**21)
os.fork()
"""
    with running(code, tmp_path) as process:
        usages = [process_usage(one) for one in (process, *process.children())]
        assert nameless_bytes(usages) == (8 * MIB, 4 * MIB)


def test_what_may_wait_in_sockets_is_counted(tmp_path: Path) -> None:
    code = "import socket\npairs = [socket.socketpair() for _ in range(100)]\nos.fork()"
    with running(code, tmp_path) as process:
        usages = [process_usage(one) for one in (process, *process.children())]
        held, _ = nameless_bytes(usages)
        assert 40 * MIB < held < 100 * MIB
