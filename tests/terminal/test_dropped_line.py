"""The line drops at any moment: no process is left, the journal is whole, and the terminal is as it was."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from flaxdrills.journal.journal import Journal
from tests.terminal.sshd import MISSING, Sshd
from tests.terminal.terminal import Terminal, all_gone
from tests.terminal.test_practice import PROBLEM, environment, save, solution_file

__all__ = ["environment", "solution_file"]

pytestmark = [pytest.mark.terminal, pytest.mark.worker]

APP = [sys.executable, "-m", "flaxdrills", "open", PROBLEM]
GONE_S = 30.0
"""Two seconds where nobody else computes; other tests do."""
ENDLESS = (Path(__file__).parents[1] / "misbehaving" / "blocks_signals_and_loops.py").read_text()
WITH_CHILD = "import subprocess\nsubprocess.Popen(['sleep', '4246'], start_new_session=True)\n"


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    if MISSING:
        pytest.skip(MISSING)
    with Sshd(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def kill_client(client: Terminal, sshd: Sshd) -> None:
    client.process.kill(signal.SIGKILL)


def stop_client_and_kill_it(client: Terminal, sshd: Sshd) -> None:
    client.process.kill(signal.SIGSTOP)
    client.process.kill(signal.SIGKILL)


def kill_session(client: Terminal, sshd: Sshd) -> None:
    for process in sshd.sessions():
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def reading(app: Terminal) -> list[str]:
    """What stands in the pane on the left, from its second line on."""
    return [line[:48].rstrip() for line in app.text.splitlines()[2:28]]


def faults(environment: dict[str, str]) -> tuple[str, ...]:
    """What is damaged in the journal."""
    return Journal(Path(environment["FLAXDRILLS_HOME"]) / "data" / "journal").read().faults


@pytest.mark.parametrize("cut", [kill_client, stop_client_and_kill_it, kill_session])
def test_a_line_cut_in_the_middle_of_a_run_leaves_no_process(
    sshd: Sshd, cut: Callable[[Terminal, Sshd], None], environment: dict[str, str], solution_file: Path
) -> None:
    with Terminal(sshd.command(APP, environment), (100, 30), environment) as client:
        client.wait_for("● ready")
        save(solution_file, WITH_CHILD + ENDLESS)
        client.wait_until(lambda _: any(process.name() == "sleep" for process in sshd.family(PROBLEM)))
        family = sshd.family(PROBLEM)
        assert len(family) > 3
        cut(client, sshd)
        assert all_gone(family, GONE_S)
    assert faults(environment) == ()


def test_a_line_cut_while_a_worker_gets_ready_leaves_no_process(sshd: Sshd, environment: dict[str, str]) -> None:
    with Terminal(sshd.command(APP, environment), (100, 30), environment) as client:
        client.wait_for("importing jax")
        family = sshd.family(PROBLEM)
        assert len(family) > 1
        kill_client(client, sshd)
        assert all_gone(family, GONE_S)
    assert faults(environment) == ()


def test_a_line_cut_under_an_editor_leaves_no_process_and_the_next_start_is_at_the_same_place(
    sshd: Sshd, environment: dict[str, str], solution_file: Path, tmp_path: Path
) -> None:
    with Terminal(sshd.command(APP, environment | {"EDITOR": _editor(tmp_path)}), (100, 30), environment) as client:
        client.wait_for("Why it matters")
        client.press("\x1b[B" * 5)
        client.wait_until(lambda screen: "Why it matters" not in screen)
        client.settle()
        seen = reading(client)
        client.press("e")
        client.wait_for("the editor")
        family = sshd.family(PROBLEM)
        kill_client(client, sshd)
        assert all_gone(family, GONE_S)
    with Terminal(APP[:-2], (100, 30), environment) as app:
        app.wait_until(lambda _: reading(app) == seen)


def test_a_terminal_that_is_gone_without_a_signal_ends_the_app(environment: dict[str, str]) -> None:
    # Whoever leads the session gets the signal, and this leader keeps it to itself.
    leader = f"import signal, subprocess; signal.signal(signal.SIGHUP, signal.SIG_IGN); subprocess.call({APP})"
    with Terminal([sys.executable, "-c", leader], (100, 30), environment) as app:
        app.wait_for("● ready")
        assert all_gone(app.hang_up(), GONE_S)


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("reading", signal.SIGHUP),
        ("editing", signal.SIGTERM),
        ("running", signal.SIGTERM),
        ("full", signal.SIGTERM),
    ],
)
def test_a_signal_gives_the_terminal_back(
    moment: str, number: signal.Signals, environment: dict[str, str], solution_file: Path, tmp_path: Path
) -> None:
    script = f"{' '.join(APP)}; echo status $?; stty -a; read line"
    with Terminal(["sh", "-c", script], (100, 30), environment | {"EDITOR": _editor(tmp_path)}) as shell:
        shell.wait_for("● ready" if moment == "running" else "nnx_surgery_replace.py")
        if moment == "editing":
            shell.press("e")
            shell.wait_for("the editor")
        if moment == "running":
            save(solution_file, ENDLESS)
            shell.wait_for("running your solution")
        _, *family = shell.family()
        if moment == "full":
            # Nobody reads: what the app writes stays in the terminal, until there is no more room.
            shell.press("?\x1b" * 100)
        os.kill(family[0].pid, number)
        assert all_gone(family, GONE_S)
        shell.wait_for(" echo ")
        assert f"status {128 + number}" in shell.text
        assert " icanon " in shell.text
        assert "Traceback" not in shell.text
        modes = {mode >> 5 for mode in shell.screen.mode}
        assert 25 in modes
        assert not modes & {1000, 1002, 1003, 1004, 1049, 2004}


def _editor(folder: Path) -> str:
    """An editor that never ends by itself."""
    path = folder / "editor"
    path.write_text("#!/bin/sh\necho the editor\nexec sleep 4247\n")
    path.chmod(0o755)
    return str(path)
