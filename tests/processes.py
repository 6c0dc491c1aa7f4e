"""Tests that start processes: they say so, and a busy machine has a second chance with them."""

from __future__ import annotations

import sys
from collections.abc import Generator

import pytest

MARKS = ("worker", "terminal", "process")
"""The marks of tests that start processes."""
_STARTS = frozenset({"subprocess.Popen", "os.fork", "os.forkpty", "os.system", "os.posix_spawn"})


def starts_processes(item: pytest.Item) -> bool:
    """Whether that test says that it does."""
    return any(item.get_closest_marker(mark) for mark in MARKS)


class Processes:
    """Has a test fail that starts a process and does not say so, and runs those that do once more when they fail."""

    def __init__(self) -> None:
        self._may_start = True
        self._told_off = ""
        sys.addaudithook(self._hear)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if starts_processes(item):
                item.add_marker(pytest.mark.flaky(reruns=1))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._may_start, self._told_off = starts_processes(item), ""
        try:
            return (yield)
        finally:
            self._may_start = True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if self._told_off:
            # Said here also if the code under test dealt with the error.
            report.outcome, report.longrepr, self._told_off = "failed", self._told_off, ""
        return report

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _STARTS and not self._may_start:
            self._told_off = f"This test starts a process: mark it as one of {', '.join(MARKS)}."
            raise AssertionError(self._told_off)
