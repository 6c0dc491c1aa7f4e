"""The program, installed beside content of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import flaxdrills
from flaxdrills.journal.journal import EntryKind, Journal
from tests.conftest import paths_at

IDS = ["sum-up", "sum-more", "sum-last"]


RIGHT = """from flax import nnx


def sum_up(x):
    print("hello")
    layer = nnx.Linear(x.shape[0], 1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))
    return layer(x)
"""


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Installation:
    """A copy of the program beside content of its own, and a home for what it writes."""

    folder: Path
    home: Path

    def call(self, *arguments: str | Path, answers: str = "", **environ: str) -> Answer:
        """`flaxdrills` with these arguments, not on a terminal. No call ever ends in a traceback."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "-m", "flaxdrills", *map(str, arguments)],
            cwd=self.folder,
            env=kept | {"PYTHONPATH": str(self.folder), "FLAXDRILLS_HOME": str(self.home), "LANG": "C.UTF-8"} | environ,
            input=answers,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    @property
    def journal(self) -> Journal:
        return Journal(self.home / "data" / "journal")

    def recorded(self, kind: EntryKind) -> list[str | None]:
        """The problems of the entries of that kind."""
        return [entry.problem for entry in self.journal.read().entries if entry.kind == kind]

    def record_pass(self, *problem_ids: str) -> None:
        for problem_id in problem_ids:
            self.journal.append(EntryKind.ATTEMPT, problem_id, verdict="passed")

    def problem(self, problem_id: str) -> Path:
        [folder] = (self.folder / "content").glob(f"*/{problem_id}")
        return folder


@pytest.fixture
def installed(tiny_content: Path, tmp_path: Path, compiled: Path, request: pytest.FixtureRequest) -> Installation:
    if request.node.get_closest_marker("worker"):
        paths_at(tmp_path / "home", compiled)
    package = Path(flaxdrills.__file__).parent
    shutil.copytree(package, tmp_path / "program" / "flaxdrills", ignore=shutil.ignore_patterns("__pycache__", "ui"))
    shutil.copytree(tiny_content, tmp_path / "program" / "content")
    return Installation(tmp_path / "program", tmp_path / "home")


def have_twins(house: Installation) -> None:
    """Make the first and the last problem twins."""
    for one, other in (("sum-up", "sum-last"), ("sum-last", "sum-up")):
        with (house.problem(one) / "problem.toml").open("a") as file:
            file.write(f'twin = "{other}"\n')


def solved_long_ago(house: Installation, *problem_ids: str) -> None:
    """They were solved a month ago, each a day after the one before."""
    for number, problem_id in enumerate(problem_ids):
        then = datetime.now().astimezone() - timedelta(days=30 - number)
        journal = Journal(house.home / "data" / "journal", lambda then=then: then)  # type: ignore[misc]
        journal.append(EntryKind.ATTEMPT, problem_id, verdict="passed")


def settings(house: Installation, text: str) -> Path:
    path = house.home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


KEYS = {
    "problem": str,
    "file": str,
    "verdict": str,
    "message": str,
    "checks": list,
    "wrong": str | None,
    "diagnosis": str | None,
    "error": dict | None,
    "notes": list,
    "pictures": list,
    "unfinished": bool,
    "output": str,
    "output_truncated": bool,
    "seconds": dict,
    "device": str,
    "versions": dict,
    "unrecorded": str | None,
    "unkept": str | None,
}
