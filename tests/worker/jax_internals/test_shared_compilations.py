"""What workers write to the cache of compilations that they share."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jax._src.lru_cache import LRUCache

from flaxdrills.judging.events import Ready
from flaxdrills.judging.protocol import Task, encode
from flaxdrills.judging.worker_environment import worker_environment
from flaxdrills.system.settings import Platform
from flaxdrills.worker.jax_internals.shared_compilations import SharedCompilations, keep_sent
from flaxdrills.worker.supervise.run_state import RunState

COMPILED = base64.b64encode(b"compiled").decode()


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder := tmp_path / "shared").mkdir()
    monkeypatch.setattr("flaxdrills.worker.jax_internals.shared_compilations.shared_folder", lambda: [folder])
    return folder


def test_what_is_kept_is_found_by_jax_itself_and_is_nobody_elses(shared: Path) -> None:
    keep_sent("jit_f", COMPILED)
    assert LRUCache(str(shared), max_size=-1).get("jit_f") == b"compiled"
    assert [path.stat().st_mode & 0o777 for path in shared.iterdir()] == [0o600]


def test_a_torn_file_is_replaced(shared: Path) -> None:
    jaxs = LRUCache(str(shared), max_size=-1)
    jaxs.put("jit_f", b"")
    keep_sent("jit_f", COMPILED)
    assert jaxs.get("jit_f") == b"compiled"


def test_what_cannot_be_written_leaves_nothing(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.replace", full)
    keep_sent("jit_f", COMPILED)
    assert list(shared.iterdir()) == []
    shared.rmdir()
    keep_sent("jit_f", COMPILED)


def test_what_is_compiled_behind_the_fence_is_kept_by_somebody_else(shared: Path) -> None:
    sent = list[dict[str, Any]]()
    behind = SharedCompilations(shared, lambda key, text: sent.append({"compiled": key, "value": text}))
    behind.put("jit_f", b"compiled")
    assert behind.get("jit_f") is None
    state = RunState(is_ours=False)
    assert state.take(sent[0]) is None
    assert behind.get("jit_f") == b"compiled"
    state.take(sent[0] | {"compiled": "../jit_g"})
    assert sorted(path.name for path in shared.iterdir()) == ["jit_f-cache", "jit_g-cache"]
    behind.keep_to_itself()
    behind.put("jit_h", b"compiled")
    assert (behind.get("jit_h"), len(sent)) == (b"compiled", 1)


@pytest.mark.parametrize("task", Task)
def test_once_it_is_ready_nobody_says_what_is_expected_and_only_what_is_ours_is_kept(task: Task, shared: Path) -> None:
    state = RunState(is_ours=task.is_ours)
    # A lesson's code has no checks.
    state.take({"event": json.loads(encode(Ready("cpu", (), (), 1.0)))})
    told = {"compiled": "jit_f", "value": COMPILED}
    if task.is_ours:
        state.take(told)
    else:
        with pytest.raises(ValueError, match="is not shared"):
            state.take(told)
    assert [path.name for path in shared.iterdir()] == ["jit_f-cache"] * task.is_ours
    with pytest.raises(ValueError, match="before a solution"):
        state.take({"expected": 0, "name": "", "inputs": {}, "value": {"opaque": ""}, "rtol": 0.0, "atol": 0.0})


COMPILES = """
import pathlib, sys
import jax
from flaxdrills.worker.jax_internals import shared_compilations
if sys.argv[1] == "gone":
    shared_compilations.private_module = lambda *_: None
share_no_more = shared_compilations.share_compilations(
    pathlib.Path("own"), lambda key, text: pathlib.Path("shared", key).write_text(text)
)
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
