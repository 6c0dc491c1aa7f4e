"""Who may import whom, by contract and in a clean interpreter."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

import flaxdrills
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.system.paths import Paths

PACKAGE = Path(flaxdrills.__file__).parent
HEAVY = ("jax", "flax", "numpy", "optax")
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "__main__.py"
]


def below(package: str) -> list[str]:
    """The modules of that package of ours."""
    return [name for name in MODULES if f"{name}.".startswith(f"flaxdrills.{package}.")]


def loaded_by(code: str, packages: Iterable[str], home: Path) -> list[str]:
    """Which of `packages` a clean interpreter has imported after `code`."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(set({list(packages)!r}) & set(sys.modules))))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=home,
        env={"PATH": os.environ["PATH"], "FLAXDRILLS_HOME": str(home), "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def importing(modules: Iterable[str]) -> str:
    return "import " + ", ".join(modules)


LIST = "from flaxdrills.cli import commands\ncommands(['list'], standalone_mode=False)"


@pytest.mark.process
def test_list_imports_neither_the_screens_nor_jax_nor_an_event_loop(tmp_path: Path) -> None:
    assert loaded_by(LIST, ["textual", "asyncio", "rich", "psutil", "fsrs", *HEAVY], tmp_path) == []


@pytest.mark.process
def test_a_list_after_a_grade_takes_it_from_the_snapshot(tmp_path: Path) -> None:
    locations = Paths.of_user({"FLAXDRILLS_HOME": str(tmp_path)})
    journal = Journal(locations.journal)
    journal.append(EntryKind.ATTEMPT, "nnx-linear-no-bias", verdict="passed")
    assert loaded_by(LIST, ["fsrs"], tmp_path) == ["fsrs"]
    assert loaded_by(LIST, ["fsrs"], tmp_path) == []
    journal.append(EntryKind.ATTEMPT, "nnx-linear-no-bias", verdict="failed")
    assert loaded_by(LIST, ["fsrs"], tmp_path) == []


@pytest.mark.process
def test_the_list_that_is_looked_at_is_really_made(tmp_path: Path) -> None:
    assert loaded_by(LIST, ["flaxdrills.cli.list", "flaxdrills.journal.journal"], tmp_path) == [
        "flaxdrills.cli.list",
        "flaxdrills.journal.journal",
    ]


@pytest.mark.process
@pytest.mark.parametrize("package", ["textual", "asyncio", "numpy"])
def test_a_forbidden_import_would_be_seen(package: str, tmp_path: Path) -> None:
    assert loaded_by(f"{LIST}\nimport {package}", ["textual", "asyncio", *HEAVY], tmp_path).count(package) == 1


@pytest.mark.process
def test_nothing_outside_the_worker_imports_jax_or_the_worker(tmp_path: Path) -> None:
    # A learner's program imports the pictures; in the app whoever did so would import the worker.
    outside = [name for name in MODULES if name not in (*below("worker"), "flaxdrills.pictures")]
    assert len(outside) > 30
    assert loaded_by(importing(outside), [*HEAVY, *below("worker")], tmp_path) == []


@pytest.mark.process
def test_nothing_outside_the_screens_imports_textual_or_the_screens(tmp_path: Path) -> None:
    outside = [name for name in MODULES if name not in [*below("ui"), *below("worker")]]
    assert len(outside) > 30
    assert loaded_by(importing(outside), ["textual", *below("ui")], tmp_path) == []


@pytest.mark.process
def test_the_first_screen_does_not_wait_for_what_few_open(tmp_path: Path) -> None:
    names = ("attempts_screen", "help_screen", "model_screen", "practice.practice_screen", "progress_screen")
    screens = [f"flaxdrills.ui.screens.{name}" for name in names]
    late = [*screens, "flaxdrills.judging.model_diff", "markdown_it", "psutil", "pygments"]
    assert loaded_by("import flaxdrills.ui.app", late, tmp_path) == []
    assert loaded_by(importing(screens), [*screens, "pygments"], tmp_path) == [*screens, "pygments"]


@pytest.mark.process
def test_the_worker_imports_no_screens_and_none_of_the_app(tmp_path: Path) -> None:
    app = [
        "textual",
        "click",
        "flaxdrills.practice.session",
        "flaxdrills.journal.journal",
        "flaxdrills.practice.solution_files",
        "flaxdrills.cli",
    ]
    code = importing(name for name in below("worker") if name != "flaxdrills.worker.__main__")
    assert loaded_by(code, [*app, *below("ui")], tmp_path) == []
    assert loaded_by(code, ["jax", "flax"], tmp_path) == ["flax", "jax"]


@pytest.mark.process
def test_the_values_need_nothing_but_the_standard_library(tmp_path: Path) -> None:
    values = [
        "flaxdrills.problems.problem",
        "flaxdrills.system.sanitize",
        "flaxdrills.judging.events",
        "flaxdrills.judging.report",
        "flaxdrills.judging.protocol",
    ]
    code = f"""
import site
for folder in site.getsitepackages():
    sys.path = [entry for entry in sys.path if entry != folder]
{importing(values)}
"""
    assert loaded_by(code, values, tmp_path) == sorted(values)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    path = PACKAGE.parent.joinpath(*module.split("."))
    source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text()
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.process
def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", PACKAGE.parent / "pyproject.toml"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    contracts = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert f"Contracts: {len(contracts)} kept, 0 broken." in done.stdout


def test_the_guide_for_authors_names_the_oldest_libraries_that_are_allowed() -> None:
    root = PACKAGE.parent
    bounds = tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]
    libraries = ("jax", "flax", "optax", "orbax")
    oldest = [bound.partition(",")[0].replace(">=", "==") for bound in bounds if bound.startswith(libraries)]
    assert len(oldest) == 4
    assert f"pip install -e . {' '.join(oldest)}\n" in (root / "content" / "README.md").read_text()


@pytest.mark.parametrize("page", ["flaxdrills/README.md", "content/README.md", "tests/README.md", "CONTRIBUTING.md"])
def test_a_page_names_only_files_that_are_there(page: str) -> None:
    root = PACKAGE.parent
    files = [
        str(path.relative_to(root)) for top in ("flaxdrills", "content", "tests") for path in (root / top).rglob("*")
    ]
    named = re.findall(r"`([a-z_][a-z_/]*(?:\.py|\.toml|\.md|/))`", (root / page).read_text())
    assert named
    missing = [name for name in named if not any(f"/{file}".endswith(f"/{name.rstrip('/')}") for file in files)]
    assert missing == []
