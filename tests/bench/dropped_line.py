"""How long anything is left of the app when the line drops: run by hand with `python -m tests.bench.dropped_line`.

It prints, for each way in which a line ends and for what was going on at that moment, the seconds until the app and
all processes below it are gone: the median and the most of ROUNDS, beside a `cat` whose line ends the same way in the
same run. An idle machine is needed: ending takes processor time, and nobody gets it back.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.terminal.sshd import MISSING, Sshd
from tests.terminal.terminal import Terminal, lives

PROBLEM = "nnx-surgery-replace"
APP = [sys.executable, "-m", "flaxdrills", "open", PROBLEM]
CAT = ["sh", "-c", "echo a line; exec cat"]
SIZE = (100, 30)
ROUNDS = 5
LIMIT_S = 60.0
ENDLESS = """import subprocess
subprocess.Popen(["sleep", "4248"], start_new_session=True)
while True:
    pass
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is going on when the line ends."""

    name: str
    shown: str
    """What stands on the screen then."""
    save: str = ""
    """What is saved first."""
    key: str = ""
    """What is typed before."""
    below: str = ""
    """The name of a process that has to be there."""


MOMENTS = (
    Moment("while a worker gets ready", "importing jax"),
    Moment("at a problem, worker ready", "● ready"),
    Moment("in an endless run with a child", "● ready", save=ENDLESS, below="sleep"),
    Moment("under an editor", "● ready", key="e", below="sleep"),
)


def main() -> None:
    """Measure every end at every moment."""
    if MISSING:
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        editor = home / "editor"
        editor.write_text("#!/bin/sh\nexec sleep 4249\n")
        editor.chmod(0o755)
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
        environment = kept | {
            "FLAXDRILLS_HOME": folder,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "EDITOR": str(editor),
        }
        with Sshd(home) as sshd:
            for name, end in ENDS.items():
                _say(name, "a cat", [_once(sshd, end, environment, None) for _ in range(ROUNDS)])
                for moment in MOMENTS:
                    _say(name, moment.name, [_once(sshd, end, environment, moment) for _ in range(ROUNDS)])


def _kill_client(client: Terminal, family: Sequence[psutil.Process], sshd: Sshd) -> None:
    client.process.kill(signal.SIGKILL)


def _kill_session(client: Terminal, family: Sequence[psutil.Process], sshd: Sshd) -> None:
    for process in sshd.sessions():
        process.kill()


def _signal(number: signal.Signals) -> Callable[[Terminal, Sequence[psutil.Process], Sshd], None]:
    return lambda client, family, sshd: family[0].send_signal(number)


ENDS = {
    "ssh is killed": _kill_client,
    "sshd is killed": _kill_session,
    "SIGHUP": _signal(signal.SIGHUP),
    "SIGTERM": _signal(signal.SIGTERM),
}


def _once(
    sshd: Sshd,
    end: Callable[[Terminal, Sequence[psutil.Process], Sshd], None],
    environment: Mapping[str, str],
    moment: Moment | None,
) -> float:
    """Seconds from the end of the line until nothing is left."""
    file = _file(environment)
    file.unlink(missing_ok=True)
    with Terminal(sshd.command(APP if moment else CAT, environment), SIZE, environment) as client:
        client.wait_for(moment.shown if moment else "a line")
        word = PROBLEM if moment else "cat"
        if moment is not None:
            if moment.save:
                file.write_text(moment.save)
            client.press(moment.key)
        below = moment.below if moment else ""
        client.wait_until(lambda _: any(below in ("", one.name()) for one in sshd.family(word)))
        family = sshd.family(word)
        began = time.perf_counter()
        end(client, family, sshd)
        while any(map(lives, family)):
            assert time.perf_counter() - began < LIMIT_S, "something is left"
            time.sleep(0.005)
        return time.perf_counter() - began


def _file(environment: Mapping[str, str]) -> Path:
    printed = subprocess.run([*APP[:-2], "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
    return Path(printed.stdout.strip())


def _say(name: str, what: str, seconds: Sequence[float]) -> None:
    print(f"{name:<16} {what:<32} {statistics.median(seconds):5.2f} s, at most {max(seconds):5.2f}", flush=True)


if __name__ == "__main__":
    main()
