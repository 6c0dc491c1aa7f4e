"""`flaxdrills` with standard streams that are closed, and with encodings that lack letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def through_shell(installed: Installation, command: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of `command`, with `flaxdrills` in it; no call ends in a traceback."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        command.replace("flaxdrills", f"{sys.executable} -m flaxdrills"),
        shell=True,
        cwd=installed.folder,
        env=kept | {"FLAXDRILLS_HOME": str(installed.home), "LANG": "C.UTF-8"} | environ,
        capture_output=True,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout + done.stderr, done.stderr
    return done


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("flaxdrills <&-", 2, b"The app needs a terminal."),
        ("flaxdrills why <&-", 2, b"nothing was read"),
        ("flaxdrills reset sum-up <&-", 1, b"Aborted!"),
        ("flaxdrills list >&-", 2, b"standard output cannot be written: Bad file descriptor."),
        ("flaxdrills export - >&-", 2, b"could not be written: Bad file descriptor."),
        ("flaxdrills list <&- >&- 2>&-", 2, b""),
        ("flaxdrills why 0>/dev/null", 2, b"nothing was read"),
        ("flaxdrills nosuch 2</dev/null", 2, b""),
    ],
)
def test_a_closed_stream_is_said_where_it_is_needed(
    installed: Installation, command: str, status: int, said: bytes
) -> None:
    done = through_shell(installed, command)
    assert done.returncode == status
    assert said in done.stderr


def test_no_file_has_the_number_of_a_closed_stream(installed: Installation, tmp_path: Path) -> None:
    """What is said on standard error must not land in an archive that was opened meanwhile."""
    installed.record_pass("sum-up")
    done = through_shell(installed, f"flaxdrills export {tmp_path / 'all.tar.gz'} 2>&- <&- >&-")
    assert done.returncode == 2
    other = Installation(installed.folder, tmp_path / "other")
    assert other.call("import", tmp_path / "all.tar.gz").out.startswith("Added 1 event,")


def test_letters_that_an_encoding_lacks_are_replaced(installed: Installation) -> None:
    installed.record_pass("sum-up")
    commands = "; ".join(f"flaxdrills {call}" for call in ("list", "progress", "check no-\udcff"))
    done = through_shell(installed, commands, PYTHONIOENCODING="latin-1:strict")
    assert b"+ sum-up" in done.stdout
    assert b"Latest attempts" in done.stdout
    assert b"There is no problem 'no-" in done.stderr


def test_a_time_zone_that_is_none_is_said(installed: Installation) -> None:
    answer = installed.call("hint", "sum-up", TZ="XXX-25")
    assert answer.status == 0
    assert answer.err == (
        "flaxdrills: TZ is 'XXX-25', which is a day or more away from UTC. UTC is used; set TZ to where you are.\n"
    )
    assert installed.recorded(EntryKind.HINT) == ["sum-up"]
    assert installed.call("progress", TZ="XXX-23:59:59").status == 0
