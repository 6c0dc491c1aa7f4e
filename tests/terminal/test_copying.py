"""What `y` copies, where the app runs in a real tmux."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.terminal.test_practice import CONTENT, PROBLEM, PROGRAM, environment, solution_file

__all__ = ["environment", "solution_file"]

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.worker,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux, which this is about, is not installed"),
]


@dataclass
class Pane:
    """The app in the one pane of a tmux server of its own."""

    socket: Path

    def ask(self, *command: str) -> str:
        argv = ["tmux", "-u", "-S", str(self.socket), *command]
        return subprocess.run(argv, capture_output=True, text=True, check=True).stdout

    def wait_for(self, text: str) -> None:
        self.wait_until(lambda: text in self.ask("capture-pane", "-p"))

    def wait_until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, self.ask("capture-pane", "-p")
            time.sleep(0.05)

    def copied(self, *keys: str) -> str:
        """What is in a new buffer after `keys`."""
        before = self.ask("list-buffers").count("\n")
        self.ask("send-keys", *keys)
        self.wait_until(lambda: self.ask("list-buffers").count("\n") > before)
        return self.ask("show-buffer")


@pytest.fixture(params=["external", "on"])
def pane(
    request: pytest.FixtureRequest, environment: dict[str, str], solution_file: Path, tmp_path: Path
) -> Iterator[Pane]:
    """The app at the problem, in a tmux as it is (external), and in one that takes what its programs copy."""
    made = Pane(tmp_path / "s")
    begin = ["tmux", "-u", "-S", str(made.socket), "-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40"]
    subprocess.run([*begin, PROGRAM, "open", PROBLEM], env=environment, check=True)
    try:
        made.ask("set-option", "-s", "set-clipboard", request.param)
        yield made
    finally:
        subprocess.run(["tmux", "-S", str(made.socket), "kill-server"], check=False)


def test_block_file_and_report_arrive_whole(pane: Pane, solution_file: Path) -> None:
    pane.wait_for("▶")
    block = pane.copied("y")
    assert f"```python\n{block.rstrip()}\n```" in (CONTENT / "lesson.md").read_text()
    pane.wait_for("Copied: ")
    assert pane.copied("2", "y") == solution_file.read_text()
    pane.ask("send-keys", "r")
    pane.wait_for("✗ ERROR")
    report = pane.copied("3", "y")
    assert report.split()[:2] == ["ERROR", PROBLEM]
    assert "NotImplementedError" in report
