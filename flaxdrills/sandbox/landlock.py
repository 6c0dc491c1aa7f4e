"""What a worker may touch once it runs a solution: limits, and Landlock where the kernel has it.

Landlock (https://docs.kernel.org/userspace-api/landlock.html) lets an ordinary user give up rights for
good. Reading stays free; writing is left only below one folder, TCP and signals to others are gone.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

# System calls, the same on all architectures that came after 2011.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_DEVICES = ("null", "zero", "full", "random", "urandom", "nvidia*", "nvidia-caps/*", "kfd", "dri/*")

# Access rights by bit, and the version that brought them (include/uapi/linux/landlock.h).
_WRITE_FILE = 1 << 1
_CHANGES = {
    1: _WRITE_FILE | sum(1 << bit for bit in range(4, 13)),  # remove and make entries of every kind
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


def restrict_writes(*folders: Path) -> None:
    """Give up, for this thread and all that comes of it, what `landlock_support` allows; writing stays below `folders`.

    Harmless devices and GPUs stay usable; terminals do not. Raises OSError when the kernel refuses.
    """
    support = landlock_support()
    if not support.writing:
        return
    changes = _up_to(_CHANGES, support.version)
    ruleset = _checked(
        _CREATE_RULESET,
        attributes := struct.pack("QQQ", changes, _up_to(_TCP, support.version), _up_to(_SCOPES, support.version)),
        len(attributes),
        0,
    )
    try:
        devices = ((device, changes & (_WRITE_FILE | _IOCTL_DEV)) for device in _devices())
        for path, rights in (*((folder, changes) for folder in folders), *devices):
            opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                _checked(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, struct.pack("=Qi", rights, opened), 0)
            finally:
                os.close(opened)
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _checked(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _devices() -> list[Path]:
    """The devices that a solution may write to and control, if they are here."""
    return [device for pattern in _DEVICES for device in Path("/dev").glob(pattern)]


def _up_to(rights: dict[int, int], version: int) -> int:
    return sum(bits for since, bits in rights.items() if since <= version)


def _call(number: int, *arguments: object) -> int:
    return int(ctypes.CDLL(None, use_errno=True).syscall(number, *arguments))


def _checked(number: int, *arguments: object) -> int:
    result = _call(number, *arguments)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
