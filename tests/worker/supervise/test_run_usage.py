"""How long a run may take, and how much it may have."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flaxdrills.judging.events import Died, Killed
from flaxdrills.worker.supervise import process_tree, run_usage
from flaxdrills.worker.supervise.run_usage import TimeAllowance, excess


def test_a_run_has_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_tree, "starved_s", lambda pid: {pid: 7.0, 2: 0.5})
    before = time.monotonic()
    allowance = TimeAllowance(1, 10.0)
    assert before + 10 <= allowance.deadline() <= time.monotonic() + 10
    assert allowance.told == "10 s"


@pytest.mark.parametrize(("waited", "given", "told"), [(4.0, 14.0, "and 4 s"), (1000.0, 30.0, "and 20 s")])
def test_what_it_waits_for_a_busy_machine_is_added_within_bounds(
    waited: float, given: float, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    starved = {1: 7.0, 2: 0.0}
    monkeypatch.setattr(process_tree, "starved_s", lambda pid: dict(starved))
    allowance = TimeAllowance(1, 10.0)
    first = allowance.deadline()
    # The first sleeps while the second compiles for it, and a third is new.
    starved.update({1: 7.25, 2: waited, 3: 0.25})
    assert allowance.deadline() - first == pytest.approx(given - 10)
    assert told in allowance.told


def test_what_a_process_waited_is_known_where_the_system_tells() -> None:
    starved = process_tree.starved_s(os.getpid())
    assert os.getpid() in starved
    assert all(0 <= seconds < time.monotonic() for seconds in starved.values())
    assert process_tree.starved_s(2**22 + 1) == {}


@pytest.mark.process
def test_too_much_of_something_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scratch = str(tmp_path)
    (tmp_path / "file").write_text("x")
    holding = "import sys, time; held = b'x' * 2**26; print(len(held), flush=True); time.sleep(1000)"
    with subprocess.Popen([sys.executable, "-S", "-c", holding], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None and process.stdout.readline()
            assert excess(process.pid, 4096, scratch) is None
            killed = excess(process.pid, 32, scratch)
            assert isinstance(killed, Killed) and "more than the 32 MiB" in killed.message
            for name, told in (
                ("SCRATCH_BYTES", "filled its folder on your disk with more than 0 MiB"),
                ("SCRATCH_ENTRIES", "filled its folder on your disk with more than 0 files"),
                ("THREADS", "more than 0 threads"),
                ("PROCESSES", "more than 0 processes"),
            ):
                monkeypatch.setattr(run_usage, name, 0)
                died = excess(process.pid, 4096, scratch)
                assert isinstance(died, Died) and told in died.message
        finally:
            process.kill()
