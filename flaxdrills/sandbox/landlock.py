"""What a worker may touch once it runs a solution: limits, and Landlock where the kernel has it.

Landlock (https://docs.kernel.org/userspace-api/landlock.html) lets an ordinary user give up rights for
good. Writing is left only below one folder, TCP and signals to others are gone; reading stays free but of terminals
and the like, where keys could be read that somebody types, and of what is named.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flaxdrills.sandbox.readable_paths import readable_paths

# System calls, the same on all architectures that came after 2011.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_DEVICE_FOLDER = Path("/dev")
_SHARED_MEMORY = _DEVICE_FOLDER / "shm"
_ZERO = _DEVICE_FOLDER / "zero"
"""Whoever may write to it has memory of it that is no process's own."""
_DEVICES = ("null", "full", "random", "urandom", "nvidia*", "nvidia-caps/*", "kfd", "dri/*")

# Access rights by bit, and the version that brought them (include/uapi/linux/landlock.h).
_WRITE_FILE, _READ_FILE = 1 << 1, 1 << 2
_RIGHTS = {
    1: _WRITE_FILE | _READ_FILE | sum(1 << bit for bit in range(4, 13)),  # and remove and make entries of every kind
    2: 1 << 13,  # move between folders
    3: 1 << 14,  # truncate
    5: 1 << 15,  # ioctl of devices
}
_IOCTL_DEV = 1 << 15
_TCP = {4: 0b11}  # bind, connect
_SCOPES = {6: 0b11}  # abstract sockets, signals


@dataclass(frozen=True, slots=True)
class LandlockSupport:
    """How far the kernel lets an ordinary user confine a process."""

    version: int
    """Of Landlock; 0 where there is none."""

    @property
    def writing(self) -> bool:
        """Whether writing can be confined to one folder."""
        return self.version >= 1

    @property
    def network(self) -> bool:
        """Whether TCP can be given up."""
        return self.version >= 4

    @property
    def signals(self) -> bool:
        """Whether signals to other processes can be given up."""
        return self.version >= 6


def landlock_support() -> LandlockSupport:
    """What this kernel offers."""
    if sys.platform != "linux":
        return LandlockSupport(0)
    return LandlockSupport(max(0, _call(_CREATE_RULESET, None, 0, _VERSION_FLAG)))


def restrict_files(folder: Path, hidden: Iterable[Path] = (), needed: Iterable[Path] = ()) -> None:
    """Give up, for this thread and all that comes of it, what `landlock_support` allows; writing stays below `folder`.

    What lies in the folders `hidden` can no longer be read; what is `needed` can, wherever it lies. Harmless devices
    and GPUs stay usable; terminals do not. Raises OSError when the kernel refuses.
    """
    support = landlock_support()
    if not support.writing:
        return
    rights = _up_to(_RIGHTS, support.version)
    ruleset = _checked(
        _CREATE_RULESET,
        attributes := struct.pack("QQQ", rights, _up_to(_TCP, support.version), _up_to(_SCOPES, support.version)),
        len(attributes),
        0,
    )
    try:
        _allow(ruleset, folder, rights)
        for device in _devices():
            _allow(ruleset, device, rights & (_READ_FILE | _WRITE_FILE | _IOCTL_DEV))
        for path in (_SHARED_MEMORY, _ZERO, *readable_paths((_DEVICE_FOLDER, *hidden), needed)):
            # It may have gone, or be somebody else's.
            with contextlib.suppress(OSError):
                _allow(ruleset, path, _READ_FILE)
        _libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _checked(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    """Have `ruleset` allow `rights` on `path` and what is below it. Raises OSError."""
    opened = os.open(path, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        _checked(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, struct.pack("=Qi", rights, opened), 0)
    finally:
        os.close(opened)


def _devices() -> list[Path]:
    """The devices that a solution may read, write to and control, if they are here."""
    return [device for pattern in _DEVICES for device in _DEVICE_FOLDER.glob(pattern)]


def _up_to(rights: dict[int, int], version: int) -> int:
    return sum(bits for since, bits in rights.items() if since <= version)


def _call(number: int, *arguments: object) -> int:
    return int(_libc().syscall(number, *arguments))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(number: int, *arguments: object) -> int:
    result = _call(number, *arguments)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
