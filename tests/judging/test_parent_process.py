"""The process that workers come from."""

from __future__ import annotations

import asyncio
from pathlib import Path

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
