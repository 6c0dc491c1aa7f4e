"""Runs a module as a user who is nobody yet, however private the folders are that the interpreter lies in.

As root: `unshare --mount python -m tests.ordinary_user HOME MODULE ARGUMENT...`. In the mount namespace, which ends
with it, a folder that others may not pass is replaced by one that has the same in it and is open.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import stat
import sys
from pathlib import Path

import psutil

REPOSITORY = Path(__file__).parent.parent

_MS_BIND, _MS_REC = 4096, 16384


def main(home: Path, *module: str) -> None:
    """Become that user, who owns `home`, and run `module`."""
    for folder in (REPOSITORY, Path(sys.prefix), Path(sys.base_prefix), home):
        for place in (*reversed(folder.resolve().parents), folder.resolve()):
            if not place.stat().st_mode & stat.S_IXOTH:
                _open(place)
    user = _free_user()
    os.chown(home, user, user)
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
    os.chdir(REPOSITORY)
    environment = {"HOME": str(home), "TMPDIR": str(home), "USER": "nobody-yet", "LANG": "C.UTF-8"}
    environment |= {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    os.execve(sys.executable, [sys.executable, "-m", *module], environment)


def _free_user() -> int:
    """An id that no user has, and no process."""
    taken = {entry.pw_uid for entry in pwd.getpwall()}
    taken |= {process.info["uids"].real for process in psutil.process_iter(["uids"])}
    return next(user for user in range(40_000, 60_000) if user not in taken)


def _open(folder: Path) -> None:
    """Put an open folder with the same entries in its place."""
    entries = os.listdir(folder)
    before = os.open(folder, os.O_PATH)
    _mount("none", folder, "tmpfs", 0)
    folder.chmod(0o755)
    for name in entries:
        source, target = f"/proc/self/fd/{before}/{name}", folder / name
        if os.path.islink(source):
            target.symlink_to(os.readlink(source))
            continue
        if os.path.isdir(source):
            target.mkdir()
        else:
            target.touch()
        _mount(source, target, "none", _MS_BIND | _MS_REC)
    os.close(before)


def _mount(source: str, target: Path, kind: str, flags: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(os.fsencode(source), os.fsencode(target), kind.encode(), flags, None) != 0:
        raise OSError(ctypes.get_errno(), f"mounting {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
