"""`flaxdrills export`, called as a learner calls it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_an_export_replaces_no_file_unless_it_is_told_to(installed: Installation, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("dear diary")
    answer = installed.call("export", tmp_path / "notes.txt")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"flaxdrills: There is a {tmp_path / 'notes.txt'} already. Name a different file, or replace it with --force.\n"
    )
    assert (tmp_path / "notes.txt").read_text() == "dear diary"
    assert installed.call("export", "--force", tmp_path / "notes.txt").status == 0
    assert installed.call("import", tmp_path / "notes.txt").status == 0


def test_what_an_export_must_leave_out_is_said(installed: Installation, tmp_path: Path) -> None:
    file = Path(installed.call("path", "sum-up").out.strip())
    os.mkfifo(file.with_name("pipe.py"))
    answer = installed.call("export", tmp_path / "all.tar.gz")
    assert answer.status == 1
    assert answer.err == f"flaxdrills: {file.with_name('pipe.py')} is left out: It is a pipe, not a file on disk.\n"
