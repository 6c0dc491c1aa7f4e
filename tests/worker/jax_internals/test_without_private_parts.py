"""A worker that finds no private part of JAX or Flax says what it always says, only slower or in plainer words."""

from __future__ import annotations

import ast
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from flaxdrills.judging.events import CheckKind, Event
from flaxdrills.judging.lesson_block_run import BlockRun
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.lesson import blocks_of
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.paths import Paths, content_folder

SHIM = Path(__file__).with_name("without_private_parts")
ROOT = Path(__file__).parents[3]

CATALOGUE = load_catalogue(content_folder())
LINEN, NNX = "flax-dense-forward", "nnx-surgery-replace"

_PRIVATE = re.compile(r"jax[./]_src|(^|\W)_pytree__|^_raw_value$|^_graph_node_meta_call$")

in_module = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A home in which nothing is compiled yet."""
    home = tmp_path_factory.mktemp("home")
    return Paths(home / "config", home / "data", home / "cache")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers(home: Paths) -> AsyncIterator[WorkerPool]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(SHIM))
        async with WorkerPool(home) as started:
            yield started


async def run(workers: WorkerPool, problem: Problem, source: str, task: Task = Task.JUDGE) -> Report:
    report = Report(problem.id)

    def hear(event: Event) -> None:
        nonlocal report
        report = report.after(event)

    await workers.run(problem, Job(source, "mine.py", describe=True), hear, task)
    return report


def problem_of(problem_id: str, run_s: float = 60.0) -> Problem:
    return replace(CATALOGUE.problem(problem_id), limits=Limits(run_s=run_s))


@pytest.mark.worker
@in_module
async def test_the_private_parts_are_gone(workers: WorkerPool) -> None:
    source = (
        "import jax\n"
        "from flax import nnx\n"
        "from flaxdrills.worker.jax_internals.private_module import private_module\n"
        "print([private_module(f'jax._src.{name}') for name in ('compilation_cache', 'interpreters.mlir')])\n"
        "print([module for module in (private_module('jaxlib'), private_module('jax._src')) if module])\n"
        "print('/_src/' in jax.jit.__code__.co_filename, hasattr(nnx.Variable(1), '_raw_value'))\n"
    )
    report = await run(workers, problem_of(NNX), source, Task.COPY)
    assert report.output == "[None, None]\n[]\nFalse False\n"


@pytest.mark.worker
@in_module
@pytest.mark.parametrize(
    ("problem_id", "wrongs"),
    [
        (NNX, {"scaled": CheckKind.CASE, "raw_array": CheckKind.MECHANISM}),
        (LINEN, {"key_hard_coded": CheckKind.CASE, "by_hand": CheckKind.MECHANISM}),
    ],
)
async def test_what_is_right_passes_and_what_is_wrong_fails_with_its_check(
    workers: WorkerPool, home: Paths, problem_id: str, wrongs: dict[str, CheckKind]
) -> None:
    problem = problem_of(problem_id)
    report = await run(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED, report.message
    assert report.described is not None and report.described.yours.parts
    for name, kind in wrongs.items():
        report = await run(workers, problem, (problem.folder / "wrong" / f"{name}.py").read_text())
        assert (report.verdict, report.failed_checks[0].kind) == (Verdict.FAILED, kind), report.message
        assert report.failed_checks[0].message
    # Nobody but JAX itself could have put something there, and it was told of another folder.
    assert list(home.compile_cache.iterdir()) == []


@pytest.mark.worker
@in_module
async def test_every_verdict_and_place_is_still_told(workers: WorkerPool) -> None:
    loop = f"def {CATALOGUE.problem(NNX).function}(*_):\n    while True:\n        pass\n"
    report = await run(workers, problem_of(NNX, 1.0), loop)
    assert (report.verdict, report.killed is not None and report.killed.phase) == (Verdict.TIMEOUT, "running")
    report = await run(workers, problem_of(NNX), f"def {CATALOGUE.problem(NNX).function}(*_):\n    return missing\n")
    assert report.verdict is Verdict.ERROR
    assert report.error is not None and report.error.type == "NameError"
    assert [frame.text for frame in report.error.frames] == ["return missing"]


@pytest.mark.worker
@in_module
async def test_a_lesson_runs(workers: WorkerPool) -> None:
    problem = problem_of(NNX)
    block = next(block for block in blocks_of((problem.folder / "lesson.md").read_text()) if block.output)
    state = BlockRun(block)

    def hear(event: Event) -> None:
        nonlocal state
        state = state.after(event)

    await workers.run(problem, Job(block.code, "<block 1>"), hear, Task.BLOCK)
    assert state.agrees, (state.output, block.output)


def test_nothing_but_jax_internals_names_a_private_part() -> None:
    worker = ROOT / "flaxdrills" / "worker"
    files = [path for path in worker.rglob("*.py") if path.parent.name != "jax_internals"]
    files += (ROOT / "content").rglob("*.py")
    assert [f"{path.relative_to(ROOT)}: {name}" for path in files for name in private_names(path)] == []


def private_names(path: Path) -> Iterator[str]:
    """The private parts of JAX and Flax that a file names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                modules = [module, *(f"{module}.{alias.name}" for alias in names)]
            case ast.Constant(str(text)) if _PRIVATE.search(text):
                yield text
                continue
            case ast.Attribute(value=ast.Name(owner) | ast.Attribute(attr=owner), attr=name):
                if (
                    name.startswith("_")
                    and not name.startswith("__")
                    and owner not in ("self", "cls", "os", "sys", "super")
                ):
                    yield f"{owner}.{name}"
                continue
            case _:
                continue
        for module in modules:
            library, *parts = module.split(".")
            if library == "jaxlib" or (library in ("jax", "flax", "optax") and any(p.startswith("_") for p in parts)):
                yield module
