"""The process that workers come from."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import psutil
import pytest

from flaxdrills.judging.parent_process import ParentProcess


@pytest.mark.worker
async def test_it_ends_by_itself_when_it_is_hung_up_on(tmp_path: Path) -> None:
    parent = ParentProcess({"PATH": "/bin"}, tmp_path)
    parent.hang_up()
    async with asyncio.timeout(30):
        while parent.exit_status is None:
            await asyncio.sleep(0.005)
    assert parent.exit_status == 0
    parent.kill()


@pytest.mark.worker
async def test_where_it_is_killed_that_is_known_and_its_folder_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    parent = ParentProcess({"PATH": "/bin", "TMPDIR": str(tmp_path), "JAX_PLATFORMS": "cpu"}, tmp_path)
    async with asyncio.timeout(60):
        while not list(tmp_path.glob("flaxdrills-*")):
            await asyncio.sleep(0.02)
    max(psutil.Process().children(), key=psutil.Process.create_time).kill()
    assert "signal 9" in await parent.killed_by(30)
    parent.hang_up()
    parent.kill()
    assert list(tmp_path.glob("flaxdrills-*")) == []
    assert parent.last_words() == ""
