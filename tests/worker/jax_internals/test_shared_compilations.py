"""What workers write to the cache of compilations that they share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jax._src.lru_cache import LRUCache

from flaxdrills.judging.worker_environment import worker_environment
from flaxdrills.system.settings import Platform
from flaxdrills.worker.jax_internals.shared_compilations import SharedCompilations, sending, writing
from flaxdrills.worker.supervise.run_state import RunState


def test_what_is_put_there_is_found_by_jax_itself_and_is_nobody_elses(tmp_path: Path) -> None:
    writing(tmp_path)("jit_f", b"compiled")
    assert LRUCache(str(tmp_path), max_size=-1).get("jit_f") == b"compiled"
    assert SharedCompilations(tmp_path, writing(tmp_path)).get("jit_f") == b"compiled"
    assert [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()] == [0o600]


def test_a_torn_file_is_replaced(tmp_path: Path) -> None:
    shared = LRUCache(str(tmp_path), max_size=-1)
    shared.put("jit_f", b"")
    writing(tmp_path)("jit_f", b"compiled")
    assert shared.get("jit_f") == b"compiled"


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left"):
        writing(tmp_path)("jit_f", b"compiled")
    assert list(tmp_path.iterdir()) == []


def test_what_is_compiled_behind_the_fence_is_kept_by_somebody_else_until_a_solution_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = list[dict[str, Any]]()
    behind = SharedCompilations(tmp_path, sending(lambda key, text: sent.append({"compiled": key, "value": text})))
    behind.put("jit_f", b"compiled")
    assert behind.get("jit_f") is None
    monkeypatch.setattr("flaxdrills.worker.jax_internals.shared_compilations.shared_folder", lambda: [tmp_path])
    state = RunState()
    assert state.take(sent[0]) is None
    assert behind.get("jit_f") == b"compiled"
    state.take(sent[0] | {"compiled": "../jit_g"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jit_f-cache", "jit_g-cache"]
    state.checks = ("a check",)
    with pytest.raises(ValueError, match="is not shared"):
        state.take(sent[0])


def test_where_nothing_can_be_kept_what_was_compiled_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "flaxdrills.worker.jax_internals.shared_compilations.shared_folder", lambda: [tmp_path / "missing"]
    )
    assert RunState().take({"compiled": "jit_f", "value": ""}) is None


COMPILES = """
import pathlib, sys
import jax
from flaxdrills.worker.jax_internals import shared_compilations
if sys.argv[1] == "gone":
    shared_compilations.private_module = lambda *_: None
share_no_more = shared_compilations.share_compilations(pathlib.Path("own"))
jax.jit(lambda x: x + 1)(1.0)
print(len(list(pathlib.Path("shared").iterdir())))
share_no_more()
jax.jit(lambda x: x * 3 + 1)(1.0)
print(len(list(pathlib.Path("shared").iterdir())), pathlib.Path("own").exists())
"""


@pytest.mark.process
@pytest.mark.parametrize("cache", ["there", "gone"])
def test_jax_shares_what_it_compiles_until_it_is_told_not_to_and_nothing_where_it_takes_no_other_cache(
    cache: str, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    environment = worker_environment(os.environ, Platform.CPU, tmp_path / "shared")
    command = [sys.executable, "-c", COMPILES, cache]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    before, after, has_own = done.stdout.split()
    assert before == after
    assert (int(before) > 0, has_own) == ((True, "False") if cache == "there" else (False, "True"))
