"""The app over SSH on a slow line: run by hand with `python -m tests.bench.slow_line`.

It prints, for each of a learner's keys, the median time until the last byte of what it changes has come and how
many bytes that were, beside what one key takes to come back from `cat` over the same line in the same run.

`python -m tests.bench.slow_line --listen PORT --to PORT` only puts such a line before the port of any server; so
`ssh -p PORT localhost` is far away.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.delay import Line
from tests.terminal.sshd import MISSING, Sshd, free_port
from tests.terminal.terminal import Terminal

CONTENT = Path(__file__).parents[2] / "content"
PROBLEM = "nnx-surgery-replace"
APP = [sys.executable, "-m", "flaxdrills", "open", PROBLEM]
ECHO = ["sh", "-c", "stty raw -echo; echo on; exec cat"]
SIZE = (120, 40)
ROUNDS = 7
KEYS = (
    ("a line further in the lesson", "\x1b[B", ""),
    ("a page further", " ", ""),
    ("its beginning", "\x1b[H", "Why it matters"),
    ("the task", "t", ""),
    ("the lesson again", "l", ""),
    ("the file gets the keys", "2", ""),
    ("the text gets the keys", "1", ""),
    ("help", "?", "Moving about"),
    ("back from it", "\x1b", "Report"),
    ("progress", "p", "The last year"),
    ("back from it", "\x1b", "Report"),
    ("all problems", "\x1b", "Flax Linen"),
    ("the next problem in the list", "\x1b[B", ""),
    ("the one before", "\x1b[A", ""),
    ("open it", "\r", "Report"),
)
"""What is done, its key, and what the screen has then; they end where they begin."""


def main() -> None:
    """Be a line, or measure over one."""
    parser = argparse.ArgumentParser(description="The app over SSH on a slow line, or only the line.")
    parser.add_argument("--delay", type=float, default=75.0, metavar="MS", help="each way")
    parser.add_argument("--kbit", type=float, default=float("inf"), help="what the line carries a second, each way")
    parser.add_argument("--listen", type=int, metavar="PORT", help="be the line that begins here, and no more")
    parser.add_argument("--to", type=int, metavar="PORT", help="where the line ends")
    options = parser.parse_args()
    line = Line(options.delay / 1000, options.kbit * 125)
    if options.listen is not None:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_carry(line, options.listen, options.to))
    elif MISSING:
        sys.exit(MISSING)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), options.delay, options.kbit)


async def _carry(line: Line, listen: int, to: int) -> None:
    async with line.between(listen, to):
        await asyncio.Event().wait()


def _measure(folder: Path, delay: float, kbit: float) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    environment = kept | {"FLAXDRILLS_HOME": str(folder / "home"), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    printed = subprocess.run([*APP[:-2], "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
    file = Path(printed.stdout.strip())
    with Sshd(folder) as sshd, _line(delay, kbit, sshd.port) as port:
        with Terminal(sshd.command(ECHO, environment, port), SIZE, environment) as terminal:
            terminal.wait_for("on")
            echo = statistics.median(_answer(terminal, "x")[0] for _ in range(3 * ROUNDS))
        print(f"{'one key and back, by cat':<34} {echo * 1000:6.0f} ms")
        began = time.perf_counter()
        with Terminal(sshd.command(APP, environment, port), SIZE, environment) as terminal:
            terminal.wait_for("Why it matters")
            print(f"{'login to the first screen':<34} {(time.perf_counter() - began) * 1000:6.0f} ms")
            terminal.wait_for("● ready")
            terminal.settle(3.0)
            _say_keys(terminal, echo)
            _say_saves(terminal, file, echo)
            terminal.wait_for("● ready")
            terminal.settle(5.0)
            before = terminal.written
            end = time.perf_counter() + 60
            while time.perf_counter() < end:
                terminal.settle(1.0)
            print(f"{'a minute in which nothing is done':<34} {terminal.written - before:17d} bytes")


@contextlib.contextmanager
def _line(delay: float, kbit: float, to: int) -> Iterator[int]:
    port = free_port()
    options = ["--delay", str(delay), "--kbit", str(kbit), "--listen", str(port), "--to", str(to)]
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.slow_line", *options])
    try:
        for _ in range(500):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.02)
        yield port
    finally:
        process.terminate()
        process.wait()


def _say_keys(terminal: Terminal, echo: float) -> None:
    rounds = [[_answer(terminal, key, wanted) for _, key, wanted in KEYS] for _ in range(ROUNDS)]
    for (name, *_), answers in zip(KEYS, zip(*rounds, strict=True), strict=True):
        _say(name, [seconds for seconds, _ in answers], [written for _, written in answers], echo)


def _say_saves(terminal: Terminal, file: Path, echo: float) -> None:
    right = (CONTENT / "nnx" / PROBLEM / "solution.py").read_text()
    wrong = right.replace("return layer(x)", "return -layer(x)")
    answers: dict[str, list[tuple[float, int]]] = {"FAILED": [], "PASSED": []}
    for number in range(2 * ROUNDS + 2):
        terminal.wait_for("● ready")
        terminal.settle(2.5)
        headline, source = ("PASSED", right) if number % 2 else ("FAILED", wrong)
        before, began = terminal.written, time.perf_counter()
        file.write_text(source)
        terminal.wait_for(headline)
        if number > 1:
            answers[headline].append((terminal.heard_at - began, terminal.written - before))
    for headline, figures in answers.items():
        _say(f"save to {headline}", [one for one, _ in figures], [one for _, one in figures], echo)


def _answer(terminal: Terminal, key: str, wanted: str = "") -> tuple[float, int]:
    """Seconds until the last byte that `key` brings has come, and how many they were."""
    before, began = terminal.written, time.perf_counter()
    terminal.press(key)
    terminal.wait_until(lambda screen: terminal.written > before and wanted in screen)
    terminal.settle(1.0)
    return terminal.heard_at - began, terminal.written - before


def _say(name: str, seconds: list[float], written: list[int], echo: float) -> None:
    middle = statistics.median(seconds)
    print(
        f"{name:<34} {middle * 1000:6.0f} ms {statistics.median(written):7.0f} bytes   {middle / echo:.2f} times cat",
        flush=True,
    )


if __name__ == "__main__":
    main()
