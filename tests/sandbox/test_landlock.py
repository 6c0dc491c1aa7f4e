"""The fence, tried by processes that put themselves behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from flaxdrills.sandbox.landlock import LandlockSupport, landlock_support

pytestmark = pytest.mark.process
needs_landlock = pytest.mark.skipif(not landlock_support().writing, reason="this kernel has no Landlock")


def behind_the_fence(folder: Path, code: str, hidden: Sequence[Path] = ()) -> str:
    """What `code` prints in a process that is fenced in `folder`."""
    begin = "import pathlib, sys\nfrom flaxdrills.sandbox.landlock import restrict_files\n"
    begin += "from flaxdrills.sandbox.rlimits import limit_resources\n"
    begin += (
        "limit_resources(2**29, 1024)\nrestrict_files(pathlib.Path(sys.argv[1]), map(pathlib.Path, sys.argv[2:]))\n"
    )
    command = [sys.executable, "-c", begin + code, str(folder), *map(str, hidden)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


@needs_landlock
def test_writing_is_left_only_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "mine.py").write_text("precious")
    said = behind_the_fence(
        tmp_path / "own",
        "folder = pathlib.Path(sys.argv[1])\n"
        "(folder / 'deep').mkdir()\n(folder / 'deep' / 'x').write_text('inside')\nprint('inside')\n"
        "print((folder.parent / 'mine.py').read_text())\n"
        "attempts = ['write_text(\"gone\")', 'unlink()', 'rename(folder / \"stolen\")', 'with_name(\"new\").touch()']\n"
        "for attempt in attempts:\n"
        "    try:\n        eval(f'(folder.parent / \"mine.py\").{attempt}')\n        print('BAD', attempt)\n"
        "    except PermissionError:\n        print('refused')\n",
    )
    assert said.split() == ["inside", "precious", *["refused"] * 4]
    assert (tmp_path / "mine.py").read_text() == "precious"


@needs_landlock
def test_no_terminal_can_be_read_and_harmless_devices_can(tmp_path: Path) -> None:
    controller, terminal = os.openpty()
    try:
        said = behind_the_fence(
            tmp_path,
            "import os\nprint(len(os.urandom(1)), os.listdir('/dev/shm') is not None)\n"
            f"paths = ['/dev/null', '/dev/zero', '/dev/urandom', '/dev/ptmx', '/dev/tty', {os.ttyname(terminal)!r}]\n"
            "for path in paths:\n"
            "    try:\n        os.close(os.open(path, os.O_RDONLY | os.O_NOCTTY))\n        print('read')\n"
            "    except PermissionError:\n        print('refused')\n",
        )
    finally:
        os.close(controller)
        os.close(terminal)
    assert said.split() == ["1", "True", *["read"] * 3, *["refused"] * 3]


@needs_landlock
def test_what_is_hidden_cannot_be_read_and_all_beside_it_can(tmp_path: Path) -> None:
    for name in ("data/journal", "data/history", "data/solutions", "elsewhere", "own"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").write_text("x")
    (tmp_path / "by another name").symlink_to(tmp_path / "data" / "journal")
    said = behind_the_fence(
        tmp_path / "own",
        "import os\nfor name in ('data/journal', 'data/history', 'data/solutions', 'elsewhere', 'by another name'):\n"
        "    os.listdir(f'../{name}')\n"
        "    try:\n        print(open(f'../{name}/file').read())\n"
        "    except PermissionError:\n        print('refused')\n",
        hidden=(tmp_path / "data" / "journal", tmp_path / "data" / "history", tmp_path / "not there yet"),
    )
    assert said.split() == ["refused", "refused", "x", "x", "refused"]


@pytest.mark.skipif(not landlock_support().network, reason="this kernel cannot give up TCP")
def test_no_connection_can_be_opened(tmp_path: Path) -> None:
    said = behind_the_fence(
        tmp_path,
        "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except PermissionError:\n    print('refused')\n",
    )
    assert said.strip() == "refused"


def test_a_file_may_not_grow_without_bounds(tmp_path: Path) -> None:
    said = behind_the_fence(
        tmp_path,
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "file = open(pathlib.Path(sys.argv[1]) / 'x', 'wb')\n"
        "try:\n    file.truncate(2**40)\nexcept OSError as error:\n    print(error.strerror)\n",
    )
    assert said.strip() == "File too large"


def test_a_kernel_without_landlock_offers_nothing() -> None:
    assert not any((LandlockSupport(0).writing, LandlockSupport(0).network, LandlockSupport(0).signals))
    assert LandlockSupport(1).writing and not LandlockSupport(1).network
