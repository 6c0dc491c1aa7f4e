"""What the wrong solutions of a problem come to, as it ships with the content: `mistakes.json` in its folder.

`flaxdrills verify` writes it on a CPU, a row for the oldest and the newest versions. A row serves where Python and the
libraries are the same and the files that decide what a run comes to did not change; elsewhere it says nothing.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from flaxdrills.judging.file_facts import facts_in
from flaxdrills.judging.mistake_recognition import KnownMistake, MistakeSignature
from flaxdrills.judging.typed_json import from_json
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_wrong, wrong_files
from flaxdrills.problems.proven_versions import Versions, versions_here
from flaxdrills.system.atomic_files import replace_file
from flaxdrills.system.cache_key import MISTAKES
from flaxdrills.system.data_files import read_json

_DIGITS = 7
"""How many digits of a number are kept; recognition asks for three."""


def shipped_mistakes(problem: Problem, device: str) -> tuple[KnownMistake, ...] | None:
    """The mistakes of `problem` as they shipped for what is installed here, or None where nothing fits."""
    try:
        here = {**_installed(), "device": device, "files": files_digest(problem)}
        for row in _rows(problem):
            if all(row[name] == value for name, value in here.items()):
                return tuple(_mistake(problem, name, signature) for name, signature in row["mistakes"].items())
    except (CatalogueError, OSError, ValueError, TypeError, AttributeError, KeyError):
        pass
    return None


def is_shipped(problem: Problem) -> bool:
    """Whether the mistakes of `problem` ship as its files are now, for versions as old and as new as those here."""
    try:
        digest = files_digest(problem)
        ages = [_age(row) for row in _rows(problem) if row["files"] == digest]
        return bool(ages) and min(ages) <= _age(_installed()) <= max(ages)
    except (OSError, ValueError, TypeError, KeyError):
        return False


def ship_mistakes(problem: Problem, device: str, mistakes: Sequence[KnownMistake]) -> None:
    """Have `mistakes` ship for what is installed here; what does not fit the files any more goes. Raises OSError."""
    digest = files_digest(problem)
    signatures = {each.wrong: _rounded(each.signature) for each in mistakes}
    row = {**_installed(), "device": device, "files": digest, "mistakes": signatures}
    try:
        others = [other for other in _rows(problem) if other["files"] == digest and _age(other) != _age(row)]
        rows = sorted((row, *others), key=_age)
    except (OSError, ValueError, TypeError, KeyError):
        rows = [row]
    ends = rows if len(rows) == 1 else [rows[0], rows[-1]]
    lines = ",\n".join(_written(each) for each in ends)
    path = problem.folder / MISTAKES
    text = f"[\n{lines}\n]\n".encode()
    if not path.exists() or path.read_bytes() != text:
        replace_file(path, text, sync=False, mode=0o644)


def _written(row: Mapping[str, Any]) -> str:
    """A row, each mistake on a line of its own, so that a change is read as one."""
    head = json.dumps({name: value for name, value in row.items() if name != "mistakes"})
    mistakes = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(signature, ensure_ascii=False)}"
        for name, signature in row["mistakes"].items()
    )
    return f'{head[:-1]}, "mistakes": {{\n{mistakes}\n}}}}'


def _rounded(signature: MistakeSignature) -> dict[str, Any]:
    row = asdict(signature)
    for check in row["failed"]:
        check["sketch"] = [float(f"{number:.{_DIGITS}g}") for number in check["sketch"]]
    return row


def _mistake(problem: Problem, name: str, signature: Any) -> KnownMistake:
    wrong = read_wrong(problem, name)
    return KnownMistake(name, wrong.diagnosis, facts_in(wrong.source), from_json(MistakeSignature, signature))


def _rows(problem: Problem) -> list[dict[str, Any]]:
    rows = read_json(problem.folder / MISTAKES)
    return [row for row in rows if isinstance(row, dict)]


def _installed() -> dict[str, str]:
    versions = versions_here()
    major, minor, _ = platform.python_version_tuple()
    return {
        "python": f"{major}.{minor}",
        "flax": versions.flax if versions else "",
        "jax": versions.jax if versions else "",
    }


def _age(row: Mapping[str, Any]) -> tuple[tuple[int, ...], ...]:
    python = tuple(map(int, row["python"].split(".")))
    return (*Versions(row["flax"], row["jax"]).age, python)


def files_digest(problem: Problem) -> str:
    """What stands for the files that decide what comes of a wrong solution."""
    digest = hashlib.sha256()
    decisive = (problem.folder / name for name in ("problem.toml", "checks.py", "solution.py"))
    for path in (*decisive, *wrong_files(problem).values()):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]
