"""System calls that a solution may not make: what reaches other programs, outlives its processes, or hides memory.

Landlock knows paths and TCP. A program that listens on a socket in the file system (tmux, an agent of ssh, the
bus of the desktop) would do a solution's work outside of the fence, and other protocols than TCP leave the
machine as well; the kernel lets a process set limits and priorities of all others of its user, and modes, owners,
times and locks of files are nothing that Landlock knows. A filter of seccomp refuses them
(https://docs.kernel.org/userspace-api/seccomp_filter.html). What needs rights of root is not here: a solution has
none (capabilities.py).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from flaxdrills.sandbox.system_calls import MACHINES, UNKNOWN, numbers_of

_SET_MODE_FILTER, _ALL_THREADS = 1, 1
_PR_SET_NO_NEW_PRIVS = 38

_LOAD, _AND, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW = 0x7FFF0000
_ANSWER = 0x00050000
_REFUSE = _ANSWER | errno.EACCES
_IGNORE = _ANSWER
"""It does nothing, and says that all is well: who copies a file sets its mode too."""
_UNKNOWN = _ANSWER | errno.ENOSYS
"""As on an older kernel: whoever calls it has another way."""
_UNSUPPORTED = _ANSWER | errno.EOPNOTSUPP
"""As with a file system that cannot do it."""

_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_REFUSED = (
    # Other programs: sockets that they listen on (io_uring connects without connect, and a message has an address or
    # descriptors in memory, where a filter cannot look), their memory and descriptors, what they compute and open.
    *("connect", "io_uring_setup", "sendmsg", "sendmmsg"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "pidfd_getfd", "kcmp"),
    *("perf_event_open", "bpf", "fanotify_init", "syslog"),
    # What a user, or the machine, has only so many of.
    *("inotify_init", "inotify_init1", "io_setup"),
    # What stays in the kernel, and what others keep there.
    *("shmget", "shmat", "shmctl", "semget", "semop", "semtimedop", "semctl", "msgget", "msgsnd", "msgrcv", "msgctl"),
    *("mq_open", "mq_unlink", "add_key", "request_key", "keyctl"),
    # In a namespace of its own a process has the rights of root.
    *("unshare", "setns"),
    # Memory that is in no process's own, or that a process can hold back from the kernel.
    *("memfd_secret", "vmsplice", "userfaultfd"),
)
_IGNORED = (
    *("chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat"),
    *("utime", "utimes", "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
    *("removexattr", "lremovexattr", "fremovexattr", "removexattrat", "file_setattr"),
    # A lock on a file that can be read holds up whoever writes to it.
    "flock",
)
_OF_A_PROCESS = ("prlimit64", "sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr")
_PAGES_OF_A_PROCESS = ("migrate_pages", "move_pages")

_NAMESPACES = 0x7E020000
"""Of clone: CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET."""
_LOCKS = (6, 7, 37, 38)
"""Of fcntl: F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW."""
_LEASES = (1024, 1040)
"""F_SETLEASE, F_SETDELEG."""
_ATTRIBUTES = tuple(kind << 8 for kind in (*b"fvX", 0x94, 0xF5))
"""Of ioctl: the kinds that are about files. Flags, verity and snapshots need no descriptor for writing."""
_MAP_SHARED, _MAP_ANONYMOUS = 0x01, 0x20
_PRIO_USER, _IOPRIO_WHO_USER = 2, 3


@dataclass(frozen=True, slots=True)
class _Test:
    """What a part of a call must be, or must not be, for a rule to hold: four bytes, for a filter sees no more."""

    position: int
    among: tuple[int, ...]
    expected: bool = True
    mask: int = 0xFFFFFFFF

    def compiled(self, left: int) -> list[bytes]:
        """The instructions; where the test fails, the next `left` ones are left out."""
        masked = [_instruction(_AND, self.mask)] if self.mask != 0xFFFFFFFF else []
        compared = [
            _instruction(
                _IF_EQUAL,
                value,
                after + (0 if self.expected else left),
                left if self.expected and not after else 0,
            )
            for after, value in zip(reversed(range(len(self.among))), self.among, strict=True)
        ]
        return [_instruction(_LOAD, self.position), *masked, *compared]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is answered to some calls, where all tests hold."""

    answer: int
    calls: tuple[str, ...]
    tests: tuple[_Test, ...] = ()

    def compiled(self, machine: str) -> list[bytes]:
        """The instructions: they answer, or go on to what comes next."""
        lines = [_instruction(_RETURN, self.answer)]
        for test in reversed((_Test(_NUMBER_AT, numbers_of(self.calls, machine)), *self.tests)):
            lines = [*test.compiled(len(lines)), *lines]
        return lines


def can_filter_system_calls() -> bool:
    """Whether the numbers are known here."""
    return sys.platform == "linux" and sys.byteorder == "little" and platform.machine() in MACHINES


def filter_system_calls(*, shares_memory: bool = False) -> None:
    """Have them refused from now on, in all threads and all that comes of this process.

    With `shares_memory` they may make files that lie in memory, and share memory with their own processes.
    Does nothing where `can_filter_system_calls` says no. Raises OSError when the kernel does not filter.
    """
    if not can_filter_system_calls():
        return
    machine = platform.machine()
    program = _program(machine, list(_rules(os.getpid(), shares_memory)))
    code = ctypes.create_string_buffer(program, len(program))
    filtering = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.syscall(*numbers_of(("seccomp",), machine), _SET_MODE_FILTER, _ALL_THREADS, filtering) != 0:
        error = ctypes.get_errno()
        raise OSError(error, "the kernel filters no system calls")


def _rules(pid: int, shares_memory: bool) -> Iterator[_Rule]:
    """What is answered in the process `pid`, and in those that come of it; all else is allowed."""
    yield _Rule(_REFUSE, _REFUSED)
    yield _Rule(_IGNORE, _IGNORED)
    yield _Rule(_REFUSE, ("socket", "socketpair"), (_argument(0, int(socket.AF_UNIX), expected=False),))
    # To whom something is sent is a pointer: both halves are 0 where it goes to the socket's other end.
    yield _Rule(_REFUSE, ("sendto",), (_argument(4, 0, expected=False),))
    yield _Rule(_REFUSE, ("sendto",), (_argument(4, 0, expected=False, upper=True),))
    # Its own limits and priorities may be asked for by 0 or, in the first process, by its id.
    yield _Rule(_REFUSE, (*_OF_A_PROCESS, *_PAGES_OF_A_PROCESS), (_argument(0, 0, pid, expected=False),))
    yield _Rule(_REFUSE, ("setpriority", "ioprio_set"), (_argument(1, 0, pid, expected=False),))
    yield _Rule(_REFUSE, ("setpriority",), (_argument(0, _PRIO_USER),))
    yield _Rule(_REFUSE, ("ioprio_set",), (_argument(0, _IOPRIO_WHO_USER),))
    yield _Rule(_REFUSE, ("clone",), (_argument(0, 0, expected=False, mask=_NAMESPACES),))
    # Its flags lie in memory; the libraries then take clone.
    yield _Rule(_UNKNOWN, ("clone3",))
    yield _Rule(_REFUSE, ("fcntl",), (_argument(1, *_LEASES),))
    yield _Rule(_IGNORE, ("fcntl",), (_argument(1, *_LOCKS),))
    yield _Rule(_UNSUPPORTED, ("ioctl",), (_argument(1, *_ATTRIBUTES, mask=0xFF00),))
    # Whoever needs the room writes to it, which takes its time.
    yield _Rule(_UNSUPPORTED, ("fallocate",))
    if not shares_memory:
        yield _Rule(_REFUSE, ("memfd_create",))
        shared = _argument(3, _MAP_SHARED | _MAP_ANONYMOUS, mask=_MAP_SHARED | _MAP_ANONYMOUS)
        yield _Rule(_REFUSE, ("mmap",), (shared,))


def _argument(number: int, *among: int, expected: bool = True, mask: int = 0xFFFFFFFF, upper: bool = False) -> _Test:
    return _Test(_ARGUMENTS_AT + 8 * number + (4 if upper else 0), among, expected, mask)


def _program(machine: str, rules: list[_Rule]) -> bytes:
    """The filter. Calls of another architecture, and those that are not known, are refused."""
    return b"".join(
        (
            *_Test(_ARCHITECTURE_AT, (_ARCHITECTURES[machine],), expected=False).compiled(1),
            _instruction(_RETURN, _REFUSE),
            _instruction(_LOAD, _NUMBER_AT),
            _instruction(_IF_AT_LEAST, UNKNOWN, 0, 1),
            _instruction(_RETURN, _UNKNOWN),
            *(line for rule in rules for line in rule.compiled(machine)),
            _instruction(_RETURN, _ALLOW),
        )
    )


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
