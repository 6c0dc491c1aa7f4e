"""What the fence refused, told from what the system refuses. What it says in a run: tests/misbehaving."""

from __future__ import annotations

import errno
import multiprocessing
import os
from multiprocessing import synchronize
from pathlib import Path
from types import SimpleNamespace

import pytest

from flaxdrills.worker.explain import refused_by_sandbox
from flaxdrills.worker.explain.refused_by_sandbox import cause_of_refusal


def refused(path: Path | None, code: int = errno.EACCES) -> PermissionError:
    return PermissionError(code, os.strerror(code), *([] if path is None else [str(path)]))


def test_a_write_that_the_system_would_allow_was_refused_by_the_fence(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("")
    for name in ("there", "not there"):
        assert cause_of_refusal(refused(tmp_path / name)).startswith("A run writes in its own folder only")


def test_what_the_system_refuses_is_not_the_fences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may do everything, so it is asked in place of the system.
    monkeypatch.setattr(os, "access", lambda place, mode: False)
    assert cause_of_refusal(refused(tmp_path / "secret")) == ""


def test_other_errors_are_not_the_fences(tmp_path: Path) -> None:
    assert cause_of_refusal(refused(tmp_path, errno.EPERM)) == ""
    assert cause_of_refusal(OSError(errno.EACCES, "no", str(tmp_path))).startswith("A run writes")
    assert cause_of_refusal(ValueError("no")) == ""


def test_what_has_no_path_reaches_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for filters, begins in ((True, "A run is kept apart from the other programs"), (False, "")):
        monkeypatch.setattr(refused_by_sandbox, "can_filter_system_calls", lambda filters=filters: filters)
        assert cause_of_refusal(refused(None)).startswith(begins)
        assert bool(cause_of_refusal(refused(None))) is filters


def test_locks_of_processes_have_a_reason_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise refused(None)

    monkeypatch.setattr(synchronize, "_multiprocessing", SimpleNamespace(SemLock=refuse))
    with pytest.raises(PermissionError) as caught:
        multiprocessing.Lock()
    assert cause_of_refusal(caught.value).startswith("A run starts no processes that share memory")
