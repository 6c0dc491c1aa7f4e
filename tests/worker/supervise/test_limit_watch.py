"""When the time of a run is up, with a clock of its own."""

from __future__ import annotations

import os

import pytest

from flaxdrills.worker.supervise.limit_watch import LimitWatch


class Clock:
    """Goes on when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000.0
        monkeypatch.setattr("time.monotonic", lambda: self.now)

    def look_after(self, watch: LimitWatch, seconds: float) -> bool:
        """Whether the time is up where the next look at it comes so much later than was asked for."""
        self.now += watch.wait_s + seconds
        return watch.is_time_up


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    # What the machine kept from this process is another rule's.
    monkeypatch.setattr("flaxdrills.worker.supervise.process_tree.starved_s", lambda _: {})
    return Clock(monkeypatch)


def test_the_time_of_getting_ready_ends(clock: Clock) -> None:
    watch = LimitWatch(5.0, "")
    assert clock.look_after(watch, 0.0)


def test_time_in_which_everything_was_stopped_is_not_the_runs(clock: Clock) -> None:
    watch = LimitWatch(5.0, "")
    watch.begin_run(os.getpid(), run_s=2.0, memory_mib=4096)
    assert not clock.look_after(watch, 3_600.0)
    assert [clock.look_after(watch, 0.9) for _ in range(3)] == [False, False, True]


def test_a_spare_that_waited_long_has_no_more_time_for_it(clock: Clock) -> None:
    watch = LimitWatch(5.0, "")
    assert watch.wait_s == 5.0
    clock.now += 600.0
    watch.begin_run(os.getpid(), run_s=2.0, memory_mib=4096)
    clock.now += 2.1
    assert watch.is_time_up
