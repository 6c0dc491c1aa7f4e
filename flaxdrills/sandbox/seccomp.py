"""System calls that a solution may not make: what reaches other programs, outlives its processes, or locks files.

Landlock knows paths and TCP. A program that listens on a socket in the file system (tmux, an agent of ssh, the
bus of the desktop) would do a solution's work outside of the fence, and other protocols than TCP leave the
machine as well; modes, owners and times of files are nothing that Landlock knows. A filter of seccomp refuses
them (https://docs.kernel.org/userspace-api/seccomp_filter.html).
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct
import sys
from dataclasses import dataclass

_SET_MODE_FILTER, _ALL_THREADS = 1, 1
_PR_SET_NO_NEW_PRIVS = 38

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EACCES
_IGNORE = 0x00050000
"""It does nothing, and says that all is well: who copies a file sets its mode too."""
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16


@dataclass(frozen=True, slots=True)
class _Machine:
    """The numbers that calls have on one kind of processor."""

    architecture: int
    seccomp: int
    socket: int
    refused: tuple[int, ...]
    """connect, io_uring_setup (which connects without connect), shmget, semget, msgget, mq_open, add_key, keyctl."""
    ignored: tuple[int, ...]
    """What changes modes, owners, times and attributes of files."""


_MACHINES = {
    "x86_64": _Machine(
        architecture=0xC000003E,
        seccomp=317,
        socket=41,
        refused=(42, 425, 29, 64, 68, 240, 248, 250),
        ignored=(90, 91, 92, 93, 94, 132, 188, 189, 190, 197, 198, 199, 235, 260, 261, 268, 280, 452, 463, 466),
    ),
    "aarch64": _Machine(
        architecture=0xC00000B7,
        seccomp=277,
        socket=198,
        refused=(203, 425, 194, 190, 186, 180, 217, 219),
        ignored=(5, 6, 7, 14, 15, 16, 52, 53, 54, 55, 88, 452, 463, 466),
    ),
}

_OTHER_CONVENTION = 0x40000000
"""From here on numbers are those of x32, which is the same calls by other numbers."""


def can_filter_system_calls() -> bool:
    """Whether the numbers are known here."""
    return sys.platform == "linux" and sys.byteorder == "little" and platform.machine() in _MACHINES


def filter_system_calls() -> None:
    """Have them refused from now on, in all threads and all that comes of this process.

    Does nothing where `can_filter_system_calls` says no. Raises OSError when the kernel does not filter.
    """
    if not can_filter_system_calls():
        return
    machine = _MACHINES[platform.machine()]
    program = _program(machine)
    code = ctypes.create_string_buffer(program, len(program))
    filtering = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.syscall(machine.seccomp, _SET_MODE_FILTER, _ALL_THREADS, filtering) != 0:
        error = ctypes.get_errno()
        raise OSError(error, "the kernel filters no system calls")


def _program(machine: _Machine) -> bytes:
    """The filter: sockets are refused unless they are of this machine, and calls of another architecture always."""
    tests = (
        (_LOAD, _ARCHITECTURE_AT, None),
        (_IF_EQUAL, machine.architecture, (0, "refuse")),
        (_LOAD, _NUMBER_AT, None),
        (_IF_AT_LEAST, _OTHER_CONVENTION, ("refuse", 0)),
        *((_IF_EQUAL, number, ("refuse", 0)) for number in machine.refused),
        *((_IF_EQUAL, number, ("ignore", 0)) for number in machine.ignored),
        (_IF_EQUAL, machine.socket, (0, "allow")),
        (_LOAD, _FIRST_ARGUMENT_AT, None),
        (_IF_EQUAL, int(socket.AF_UNIX), ("allow", "refuse")),
    )
    # Jumps are counted from the next instruction; the answers stand at the end.
    answers = {"allow": _ALLOW, "refuse": _REFUSE, "ignore": _IGNORE}
    positions = {answer: len(tests) + number for number, answer in enumerate(answers)}
    lines = [
        struct.pack("HBBI", code, *(_jump_length(positions, target, number) for target in jumps or (0, 0)), value)
        for number, (code, value, jumps) in enumerate(tests)
    ]
    return b"".join((*lines, *(struct.pack("HBBI", _RETURN, 0, 0, answer) for answer in answers.values())))


def _jump_length(positions: dict[str, int], target: int | str, number: int) -> int:
    return target if isinstance(target, int) else positions[target] - number - 1
