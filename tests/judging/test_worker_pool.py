"""The supervisor and the worker, against real processes and real misbehaving solutions."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from flaxdrills.judging.events import CheckKind, CostCompared, Described, Done, Event, Preparing, Ready, Started, Traced
from flaxdrills.judging.follow_run import run_to_end
from flaxdrills.judging.model_description import every
from flaxdrills.judging.model_diff import diff_models
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Environment, Problem
from flaxdrills.problems.run_limits import Limits
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.sandbox.seccomp import can_filter_system_calls
from flaxdrills.system.paths import Paths, content_folder
from flaxdrills.system.settings import Platform
from tests.conftest import locations_at

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

MISBEHAVING = Path(__file__).parents[1] / "misbehaving"

FENCE = landlock_support()

# File, verdict, and something that the report must say (in its message, output or notes).
EXPECTED: dict[str, tuple[Verdict, str]] = {
    "aborts": (Verdict.CRASHED, "signal 6"),
    "alarm_that_raises": (Verdict.ERROR, "TimeoutError: ring"),
    "asks_for_another_platform": (Verdict.PASSED, ""),
    "asks_numpy_for_too_much_memory": (Verdict.MEMORY, "more memory than there is"),
    "asks_xla_for_too_much_memory": (Verdict.MEMORY, "RESOURCE_EXHAUSTED"),
    "awaits_its_result": (Verdict.PASSED, ""),
    "becomes_a_subreaper": (Verdict.PASSED, ""),
    "becomes_another_program": (Verdict.CRASHED, "exit status 0"),
    "begins_with_a_byte_order_mark": (Verdict.PASSED, ""),
    "blocks_signals_and_loops": (Verdict.TIMEOUT, "while running the case"),
    "breaks_the_standard_library": (Verdict.PASSED, ""),
    "busy_in_c": (Verdict.TIMEOUT, "while running the case"),
    "busy_in_xla": (Verdict.TIMEOUT, "while running the case"),
    "callback_that_raises": (Verdict.ERROR, "in the callback"),
    "changes_directory_and_writes": (Verdict.FAILED, "flaxdrills-"),
    "changes_the_judge_in_place": (Verdict.FAILED, ""),
    "clears_builtins": (Verdict.CRASHED, ""),
    "clears_caches": (Verdict.PASSED, ""),
    "clears_sys_modules": (Verdict.FAILED, ""),
    "clears_the_screen": (Verdict.PASSED, "\\x1b[2J"),
    "closes_every_descriptor": (Verdict.CRASHED, ""),
    "closes_stdout": (Verdict.PASSED, ""),
    "compiles_for_ever": (Verdict.TIMEOUT, ""),
    "connects_by_another_protocol": (Verdict.ERROR, "PermissionError")
    if FENCE.network or can_filter_system_calls()
    else (Verdict.ERROR, "it could"),
    "connects_to_the_network": (Verdict.ERROR, "PermissionError" if FENCE.network else "refused"),
    "debug_nans_finds_one": (Verdict.ERROR, "FloatingPointError"),
    "deletes_its_arguments": (Verdict.PASSED, ""),
    "deletes_its_own_file": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "disables_jit": (Verdict.PASSED, ""),
    "empties_the_import_path": (Verdict.PASSED, ""),
    "empty": (Verdict.ERROR, "defines no function replace_kernel"),
    "enables_x64_and_is_right": (Verdict.PASSED, ""),
    "endless_loop": (Verdict.TIMEOUT, "not done after 2 s"),
    "endless_loop_while_loading": (Verdict.TIMEOUT, "so far so good"),
    "exception_from_a_strange_function": (Verdict.ERROR, "ValueError: here"),
    "exception_group": (Verdict.ERROR, "many (1000 sub-exceptions)"),
    "exception_that_hangs_when_shown": (Verdict.TIMEOUT, ""),
    "exception_with_a_huge_message": (Verdict.ERROR, "characters left out"),
    "exception_with_a_strange_class": (Verdict.ERROR, "Fault: strange"),
    "exception_with_markup_and_controls": (Verdict.ERROR, "\\x1b]0;title"),
    "exception_without_a_message": (Verdict.ERROR, "Mute"),
    "exits_quietly": (Verdict.CRASHED, "exit status 0"),
    "floods_stderr": (Verdict.TIMEOUT, "bytes left out"),
    "floods_stdout": (Verdict.TIMEOUT, "bytes left out"),
    "forges_protocol_everywhere": (Verdict.CRASHED, ""),
    "forges_protocol_on_outputs": (Verdict.CRASHED, '"kind": "done"'),
    "fork_bomb": (Verdict.CRASHED, "more than 128 processes"),
    "forks_and_goes_on": (Verdict.PASSED, ""),
    "function_is_no_function": (Verdict.ERROR, "defines no function"),
    "hangs_at_exit": (Verdict.PASSED, ""),
    "ignores_signals_and_is_right": (Verdict.PASSED, ""),
    "indentation_error": (Verdict.ERROR, "IndentationError"),
    "interrupts_itself": (Verdict.ERROR, "KeyboardInterrupt"),
    "is_nice": (Verdict.PASSED, ""),
    "keeps_state_between_calls": (Verdict.FAILED, "a negative value"),
    "kills_its_parent": (Verdict.ERROR, "PermissionError") if FENCE.signals else (Verdict.CRASHED, ""),
    "kills_itself": (Verdict.CRASHED, "signal 9"),
    "lacks_the_function": (Verdict.ERROR, "There is a replace_kernels"),
    "leaves_a_breakpoint": (Verdict.ERROR, "BdbQuit"),
    "leaves_a_daemon_behind": (Verdict.PASSED, ""),
    "leaves_a_thread_behind": (Verdict.PASSED, ""),
    "leaves_children_behind": (Verdict.PASSED, ""),
    "leaves_processes_of_multiprocessing": (Verdict.PASSED, ""),
    "leaves_shared_memory_behind": (Verdict.MEMORY, "refused")
    if can_filter_system_calls()
    else (Verdict.ERROR, "it could"),
    "lifts_its_limits": (Verdict.PASSED, ""),
    "locks_your_folder": (Verdict.PASSED, "") if can_filter_system_calls() else (Verdict.ERROR, "it could"),
    "looks_into_its_parent": (Verdict.ERROR, "PermissionError" if FENCE.writing else ""),
    "loops_while_tracing": (Verdict.TIMEOUT, "while tracing in the case"),
    "lowers_the_recursion_limit": (Verdict.ERROR, "RecursionError"),
    "made_by_exec": (Verdict.PASSED, ""),
    "makes_a_thousand_folders_deep": (Verdict.PASSED, ""),
    "may_open_no_more_files": (Verdict.PASSED, ""),
    "null_byte": (Verdict.ERROR, "null bytes"),
    "opens_a_terminal": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "opens_too_many_files": (Verdict.ERROR, "Too many open files"),
    "patches_at_every_collection": (Verdict.FAILED, ""),
    "patches_comparisons": (Verdict.FAILED, ""),
    "patches_import": (Verdict.ERROR, "ImportError: no"),
    "patches_linear": (Verdict.FAILED, ""),
    "patches_the_judge": (Verdict.FAILED, ""),
    "patches_the_protocol": (Verdict.FAILED, ""),
    "patches_time": (Verdict.PASSED, ""),
    "patches_variables": (Verdict.FAILED, "does not hold the value"),
    "prints_a_ten_megabyte_line": (Verdict.PASSED, "bytes left out"),
    "prints_control_characters": (Verdict.PASSED, "\\x1b[2J"),
    "prints_much_and_is_right": (Verdict.PASSED, "the beginning"),
    "profiles_with_an_exception": (Verdict.ERROR, "RuntimeError: profiled"),
    "raises_base_exception": (Verdict.ERROR, "Farewell: so long"),
    "raises_keyboard_interrupt": (Verdict.ERROR, "KeyboardInterrupt"),
    "raises_on_a_huge_line": (Verdict.ERROR, "ZeroDivisionError"),
    "raises_while_loading": (Verdict.ERROR, "undefined_name"),
    "reads_standard_input": (Verdict.PASSED, ""),
    "recurses": (Verdict.ERROR, "RecursionError"),
    "recurses_in_c": (Verdict.ERROR, "RecursionError") if sys.version_info >= (3, 12) else (Verdict.CRASHED, ""),
    "replaces_every_descriptor": (Verdict.CRASHED, ""),
    "replaces_stdout": (Verdict.PASSED, ""),
    "returns_a_deeply_nested_list": (Verdict.FAILED, ""),
    "returns_a_dict_with_long_keys": (Verdict.FAILED, "characters left out"),
    "returns_a_dict_with_strange_keys": (Verdict.FAILED, ""),
    "returns_a_huge_array": (Verdict.FAILED, "float32"),
    "returns_a_lazy_object": (Verdict.FAILED, "Lazy"),
    "returns_a_million_numbers": (Verdict.FAILED, "1,000,000"),
    "returns_a_number_of_thousands_of_digits": (Verdict.FAILED, "16,610 bits"),
    "returns_a_tracer": (Verdict.FAILED, "traced value"),
    "returns_a_type_with_a_huge_name": (Verdict.FAILED, "AAAA"),
    "returns_an_endless_generator": (Verdict.FAILED, "generator"),
    "returns_an_object_equal_to_everything": (Verdict.FAILED, "an Anything was returned"),
    "returns_bytes_in_another_order": (Verdict.PASSED, ""),
    "returns_complex_numbers": (Verdict.FAILED, "complex64"),
    "returns_doubles": (Verdict.FAILED, "float64"),
    "returns_float0": (Verdict.FAILED, "float0"),
    "returns_infinity": (Verdict.FAILED, "inf"),
    "returns_integers": (Verdict.FAILED, "int32"),
    "returns_itself_in_a_list": (Verdict.FAILED, ""),
    "returns_nan": (Verdict.FAILED, "nan"),
    "returns_none": (Verdict.FAILED, "None was returned"),
    "returns_records": (Verdict.FAILED, "NumPy array of dtype"),
    "returns_thousands_of_arrays": (Verdict.FAILED, "and 18,900 more"),
    "returns_what_hangs_when_touched": (Verdict.TIMEOUT, ""),
    "says_it_is_an_instance": (Verdict.FAILED, "is an nnx.Variable"),
    "calls_the_reference": (Verdict.ERROR, "AttributeError"),
    "says_that_all_is_right": (Verdict.CRASHED, "makes no sense"),
    "says_what_is_expected": (Verdict.CRASHED, "makes no sense"),
    "segfault": (Verdict.CRASHED, "signal 11"),
    "sets_debug_nans": (Verdict.PASSED, ""),
    "sleeps_for_ever": (Verdict.TIMEOUT, ""),
    "starts_many_threads": (Verdict.PASSED, ""),
    "starts_threads_without_end": (Verdict.CRASHED, "more than 1,024 threads"),
    "stops_itself": (Verdict.TIMEOUT, ""),
    "syntax_error": (Verdict.ERROR, "SyntaxError"),
    "sys_exit": (Verdict.ERROR, "SystemExit"),
    "sys_exit_while_loading": (Verdict.ERROR, "SystemExit: enough"),
    "takes_all_memory": (Verdict.MEMORY, "MiB of memory"),
    "takes_all_memory_in_files_of_memory": (Verdict.MEMORY, "MiB of memory"),
    "takes_all_memory_in_a_child": (Verdict.MEMORY, "MiB of memory"),
    "takes_the_checks_away": (Verdict.FAILED, ""),
    "takes_too_few_arguments": (Verdict.ERROR, "TypeError"),
    "talks_to_a_program_outside": (Verdict.ERROR, "PermissionError" if can_filter_system_calls() else "it could"),
    "traces_every_line": (Verdict.PASSED, ""),
    "warns_a_hundred_thousand_times": (Verdict.PASSED, "99,980 more warnings"),
    "warns_with_controls": (Verdict.PASSED, "\\x1b[2J"),
    "watches_the_interpreter": (Verdict.ERROR, "An audit hook cannot be taken away"),
    "writes_a_huge_file": (Verdict.ERROR, "File too large"),
    "writes_from_a_thread_of_xla": (Verdict.PASSED, "refused") if FENCE.writing else (Verdict.ERROR, "it could"),
    "writes_garbage_everywhere_and_is_right": (Verdict.PASSED, ""),
    "writes_in_your_folder": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
}

NAPS = {"leaves_children_behind": "4242", "leaves_a_daemon_behind": "4243", "becomes_a_subreaper": "4246"}
"""What leaves a process behind, and how long that sleeps."""

_BROKEN_CHECK = """
def check_broken(run):
    "A check that is broken"
    if run.output.sum() == 0:
        1 / 0
"""

# Limits that a test can wait for, where they are what ends the run.
_LIMITS = {
    Verdict.TIMEOUT: Limits(run_s=2.0),
    Verdict.MEMORY: Limits(run_s=60.0, memory_mib=700),
}


@pytest.fixture(scope="module")
def problem() -> Problem:
    """A real problem, with time enough for a busy machine."""
    real = load_catalogue(content_folder()).problem("nnx-surgery-replace")
    return replace(real, limits=Limits(run_s=60.0))


@pytest.fixture(scope="module")
def locations(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Paths:
    return locations_at(tmp_path_factory.mktemp("home"), compiled)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers(locations: Paths) -> AsyncIterator[WorkerPool]:
    async with WorkerPool(locations) as started:
        yield started
    assert not [child for child in psutil.Process().children() if "flaxdrills.worker" in child.cmdline()]


async def judged(workers: WorkerPool, problem: Problem, source: str, filename: str = "mine.py") -> Report:
    return await run_to_end(workers, problem, Job(source, filename), Report(problem.id), spare=True)


async def test_every_misbehaving_solution_has_an_expected_verdict() -> None:
    assert {path.stem for path in MISBEHAVING.glob("*.py")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
async def test_a_misbehaving_solution_gets_its_verdict(
    workers: WorkerPool, problem: Problem, name: str, tmp_path: Path
) -> None:
    path = MISBEHAVING / f"{name}.py"
    verdict, said = EXPECTED[name]
    problem = replace(problem, limits=_LIMITS.get(verdict, problem.limits))
    mine = tmp_path / "mine.py"
    mine.write_bytes(path.read_bytes())
    report = await judged(workers, problem, path.read_text(), str(mine))
    everything = "\n".join((report.message, *report.notes, *lines_of(report)))
    assert report.verdict is verdict, everything
    assert said in everything
    assert len(everything) < 300_000
    assert not any(character in everything for character in "\x1b\x07\x9b\u202e")
    assert report.output_truncated == ("bytes left out" in report.output)


@pytest.mark.parametrize(
    ("name", "phase", "line"),
    [
        ("endless_loop_while_loading", "loading the file", "while True:"),
        ("busy_in_c", "running", "return 9 ** 10**9"),
        ("busy_in_xla", "running", "return jax.lax.while_loop("),
        ("floods_stdout", "running", ""),
        ("loops_while_tracing", "tracing", "while True:"),
        ("compiles_for_ever", "compiling", "return forward(x)"),
        ("stops_itself", "running", ""),
    ],
)
async def test_a_timeout_says_where_it_was(
    workers: WorkerPool, problem: Problem, name: str, phase: str, line: str
) -> None:
    problem = replace(problem, limits=_LIMITS[Verdict.TIMEOUT])
    report = await judged(workers, problem, (MISBEHAVING / f"{name}.py").read_text(), "mïne.py")
    assert report.killed is not None
    assert report.killed.phase == phase
    assert phase in report.message
    assert report.killed.frames
    # Python may attribute an endless loop to its head or to its body.
    assert report.killed.frames[-1].text.startswith(("pass", line) if line == "while True:" else line)


async def test_a_timeout_keeps_the_checks_that_were_made(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    source += f"\nright = {problem.function}\n\ndef {problem.function}(seed, *others):\n"
    source += "    while seed == 3.0:\n        pass\n    return right(seed, *others)\n"
    report = await judged(workers, replace(problem, limits=_LIMITS[Verdict.TIMEOUT]), source)
    assert [check.passed for check in report.checks] == [True, True]
    assert "while running the case 'a single feature'" in report.message
    assert report.unmade_checks[0] == "a single feature"
    assert "  · a single feature (not reached)" in lines_of(report)


async def test_after_a_pass_the_cost_is_told_if_it_is_asked_for(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    for measure_cost in (True, False):
        heard: list[Event] = []
        await workers.run(problem, Job(source, "mine.py", measure_cost), heard.append)
        last = heard[-1]
        assert isinstance(heard[-2] if measure_cost else last, Done)
        if measure_cost:
            assert isinstance(last, CostCompared)
            assert last.yours.equations == last.reference.equations > 10
            assert last.yours.warm_ms > 0
    heard = []
    await workers.run(problem, Job((MISBEHAVING / "returns_nan.py").read_text(), "mine.py", True), heard.append)
    assert isinstance(heard[-1], Done)


async def test_after_any_verdict_what_was_built_is_told_if_it_is_asked_for(
    workers: WorkerPool, problem: Problem
) -> None:
    right = (problem.folder / "solution.py").read_text()
    wrong = right + f"\nright = {problem.function}\n\ndef {problem.function}(*args):\n    print('hello')\n"
    raising = f"{wrong}    right(*args)\n    raise ValueError('no')\n"
    failing = f"{wrong}    return right(*args) + nnx.Linear(1, 1, rngs=nnx.Rngs(0)).kernel[0, 0]\n"
    for source, verdict, late in (
        (right, Verdict.PASSED, [Described, Traced, CostCompared]),
        (failing, Verdict.FAILED, [Described, Traced]),
        (raising, Verdict.ERROR, [Described, Traced]),
        ("nothing = 1\n", Verdict.ERROR, [Described, Traced]),
    ):
        heard: list[Event] = []
        await workers.run(problem, Job(source, "mine.py", measure_cost=True, describe=True), heard.append)
        report = Report(problem.id)
        for event in heard:
            report = report.after(event)
        assert report.verdict is verdict
        done = next(number for number, event in enumerate(heard) if isinstance(event, Done))
        assert [type(event) for event in heard[done + 1 :]] == late
        assert report.described is not None and report.traced is not None
        types = {part.type for part in every(*report.described.yours.parts)}
        assert report.traced.reference.total > 10
        match verdict:
            case Verdict.PASSED:
                assert diff_models(report.described.yours, report.described.reference).is_alike
                assert report.traced.yours == report.traced.reference
                assert report.weighed is not None
                assert report.weighed.yours.equations == report.traced.yours.total
            case Verdict.FAILED:
                assert report.traced.yours.total > report.traced.reference.total
                assert not diff_models(report.described.yours, report.described.reference).is_alike
                cases = [check for check in report.checks if check.kind is CheckKind.CASE]
                assert report.output.count("hello") == len(cases)
            case _ if source == raising:
                assert "Linear" in types
                assert report.traced.yours.fault == "ValueError: no"
            case _:
                assert not types
                assert report.traced.yours.fault == "there is no such function"


async def test_what_is_told_after_the_verdict_cannot_be_more_than_that(workers: WorkerPool, problem: Problem) -> None:
    # Who finds the judge's own functions can say all that it says; by then the verdict is known.
    source = (problem.folder / "solution.py").read_text()
    source += """
import os, sys
from flaxdrills.judging.events import Checked, CheckResult, Done, Described, Noted, Raised
from flaxdrills.judging.model_description import Model, ModelPart, PartKind
from flaxdrills.worker.run.problem_checks import ProblemChecks

right_run = ProblemChecks.run

def forge(*args):
    caller = sys._getframe(1)
    if caller.f_code.co_name != "_described":
        return right_run(*args)
    tell = caller.f_back.f_locals["tell"]
    for event in (Noted("forged"), Raised("Forged", ""), Done(0.0)):
        tell(event)
    for _ in range(3):
        tell(Described("x", Model((ModelPart("\x1b[2J" * 1000, PartKind.VALUE),) * 5000), Model()))
    os._exit(0)

ProblemChecks.run = forge
"""
    heard: list[Event] = []
    await workers.run(problem, Job(source, "mine.py", describe=True), heard.append)
    done = next(number for number, event in enumerate(heard) if isinstance(event, Done))
    (described,) = heard[done + 1 :]
    assert isinstance(described, Described)
    assert "[2J" in described.yours.parts[0].name
    assert all("\x1b" not in part.name for part in described.yours.parts)


async def test_a_deprecated_spelling_is_told_after_a_pass(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    assert "layer.kernel[...] =" in source
    report = await judged(workers, problem, source.replace("layer.kernel[...] =", "layer.kernel.value ="))
    assert report.verdict is Verdict.PASSED
    assert "'.value' setter is now deprecated" in "".join(report.notes)


async def test_a_key_that_is_used_twice_is_told_after_the_verdict(workers: WorkerPool, problem: Problem) -> None:
    right = (problem.folder / "solution.py").read_text()
    assert "import jax\n" in right
    twice = "    key = jax.random.key(0)\n    jax.random.normal(key), jax.random.uniform(key)\n"
    source = (
        f"{right}\n\nright = {problem.function}\n\n\ndef {problem.function}(*args):\n{twice}    return right(*args)\n"
    )
    for text, notes in ((right, 0), (source, 1)):
        heard: list[Event] = []
        await workers.run(problem, Job(text, "mine.py", measure_cost=True), heard.append)
        (weighed,) = (event for event in heard if isinstance(event, CostCompared))
        assert len(weighed.notes) == notes
    line = source.splitlines().index("    jax.random.normal(key), jax.random.uniform(key)") + 1
    assert weighed.notes[0].startswith(f"line {line}: a random key is used here")


async def test_what_hangs_after_the_verdict_is_ended_soon(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    # The cost is measured, and nothing before it, by tracing the whole function.
    source += f"\nright = {problem.function}\n\ndef {problem.function}(seed, x, *others):\n"
    source += "    while isinstance(x, jax.core.Tracer):\n        pass\n    return right(seed, x, *others)\n"
    heard: list[Event] = []
    await workers.run(problem, Job(source, "mine.py", True), heard.append)
    assert isinstance(heard[-1], Done)


async def test_nothing_is_left_of_a_fork_bomb(workers: WorkerPool, problem: Problem) -> None:
    source, ours = _own((MISBEHAVING / "fork_bomb.py").read_text(), "sleep(1000)")
    report = await judged(workers, problem, source)
    assert report.verdict is Verdict.CRASHED
    assert not _below(ours)


@pytest.mark.parametrize("name", NAPS)
async def test_nothing_that_a_solution_started_outlives_it(workers: WorkerPool, problem: Problem, name: str) -> None:
    source, ours = _own((MISBEHAVING / f"{name}.py").read_text(), NAPS[name])
    report = await judged(workers, problem, source)
    assert report.verdict is Verdict.PASSED
    assert not _below(ours)


async def test_what_one_run_breaks_the_next_does_not_see(workers: WorkerPool, problem: Problem) -> None:
    for name in ("patches_comparisons", "enables_x64_and_is_right", "clears_sys_modules"):
        await judged(workers, problem, (MISBEHAVING / f"{name}.py").read_text())
    report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED


async def test_a_spare_says_how_it_gets_ready_and_then_answers(workers: WorkerPool, problem: Problem) -> None:
    heard: list[Event] = []
    ready = asyncio.Event()

    def hear(event: Event) -> None:
        heard.append(event)
        if isinstance(event, Ready):
            ready.set()

    workers.prepare(problem, hear)
    await asyncio.wait_for(ready.wait(), 60)
    assert [type(event) for event in heard[:1]] == [Preparing]
    report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED
    assert report.prepare_s > 0
    assert dict(report.versions).keys() >= {"jax", "flax"}
    assert report.device == "cpu"


async def test_a_cancelled_run_leaves_no_process(workers: WorkerPool, problem: Problem) -> None:
    began = asyncio.Event()

    def hear(event: Event) -> None:
        if isinstance(event, Started):
            began.set()

    slow = replace(problem, limits=replace(problem.limits, run_s=600.0))
    source = (MISBEHAVING / "leaves_a_daemon_behind.py").read_text() + "\n\nwhile True:\n    pass\n"
    source, ours = _own(source, NAPS["leaves_a_daemon_behind"])
    run = asyncio.create_task(workers.run(slow, Job(source, "mine.py"), hear))
    await asyncio.wait_for(began.wait(), 60)
    async with asyncio.timeout(60):
        while not _below(ours):
            await asyncio.sleep(0.02)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert await _gone(ours)


async def test_a_broken_check_is_never_the_learners_failure(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    solution = (problem.folder / "solution.py").read_text()
    (folder / "solution.py").write_text(solution)
    checks = (problem.folder / "checks.py").read_text()
    (folder / "checks.py").write_text(checks + _BROKEN_CHECK)
    broken = replace(problem, folder=folder)
    zeros = solution + f"\nright = {problem.function}\ndef {problem.function}(*args):\n    return 0 * right(*args)\n"
    report = await judged(workers, broken, zeros)
    assert report.verdict is Verdict.BROKEN
    assert "ZeroDivisionError" in report.message
    (folder / "checks.py").write_text("CASES = undefined\n")
    report = await judged(workers, broken, solution)
    assert report.verdict is Verdict.BROKEN
    assert "checks.py does not load: NameError" in report.message


async def test_devices_are_simulated_and_what_their_threads_run_is_fenced_in_too(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    head = "import jax, os\n\nAUTO = jax.sharding.AxisType.Auto\n\ndef spread(x):\n"
    head += "    mesh = jax.make_mesh((8,), ('d',), axis_types=(AUTO,))\n"
    right = head + "    return jax.device_put(x + 1, jax.NamedSharding(mesh, jax.P('d')))\n"
    (tmp_path / "solution.py").write_text(right)
    (tmp_path / "checks.py").write_text(
        "from flaxdrills.worker import expect\n\nCASES = [expect.case('eight rows', x=expect.normal(8, 2, seed=1))]\n\n"
        "def check_layout(run):\n    'It is split'\n"
        "    expect.sharded(run.output, ('d', None), shard=(1, 2), devices=8)\n"
    )
    spread = replace(problem, folder=tmp_path, function="spread", environment=Environment(devices=8))
    writing = right.replace(
        "x + 1", "jax.shard_map(tried, mesh=mesh, in_specs=jax.P('d'), out_specs=jax.P('d'))(x) + 1"
    )
    writing = writing.replace(
        "def spread",
        f"places = [{str(tmp_path)!r}, os.environ['JAX_COMPILATION_CACHE_DIR']]\n\ndef write(x):\n"
        "    for place in places:\n        try:\n            open(os.path.join(place, 'escaped'), 'w')\n"
        "            print('it could')\n        except PermissionError:\n            print('refused')\n    return x\n\n"
        "def tried(x):\n    return jax.pure_callback(write, jax.ShapeDtypeStruct(x.shape, x.dtype), x)\n\ndef spread",
    )
    reports = [await judged(workers, spread, source) for source in (right, right.replace("'d')))", ")))"), writing)]
    verdicts = [report.verdict for report in reports]
    assert verdicts == [Verdict.PASSED, Verdict.FAILED, Verdict.PASSED], [report.message for report in reports]
    assert "PartitionSpec()" in reports[1].message
    assert set(reports[2].output.split("\n")) <= {"refused" if FENCE.writing else "it could", ""}
    assert reports[2].output


async def test_a_worker_that_is_not_ready_in_time_is_our_fault(
    workers: WorkerPool, problem: Problem, tmp_path: Path
) -> None:
    folder = tmp_path / "slow"
    folder.mkdir()
    (folder / "solution.py").write_text((problem.folder / "solution.py").read_text())
    (folder / "checks.py").write_text("import time\ntime.sleep(600)\n")
    slow = replace(problem, folder=folder, limits=Limits(prepare_s=1.0))
    report = await judged(workers, slow, "")
    assert report.verdict is Verdict.BROKEN
    assert "not ready within 1 s" in report.message


async def test_a_gpu_that_is_not_there_is_said(locations: Paths, problem: Problem) -> None:
    if Path("/dev/nvidia0").exists():
        pytest.skip("there is a GPU here")
    async with WorkerPool(locations, Platform.GPU) as workers:
        report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.BROKEN
    assert "A GPU was asked for" in report.message or "backend" in report.message


async def test_missing_jax_is_said(
    locations: Paths, problem: Problem, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "jax.py").write_text("raise ImportError('no jax here')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    async with WorkerPool(locations) as workers:
        report = await judged(workers, problem, "")
    assert report.verdict is Verdict.BROKEN
    assert "no jax here" in report.message


async def test_where_no_cache_can_be_made_solutions_are_judged_all_the_same(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    below_a_file = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "file" / "cache")
    async with WorkerPool(below_a_file) as workers:
        report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
        assert "Not a directory" in workers.cache_fault()
    assert report.verdict is Verdict.PASSED


async def test_where_a_worker_has_no_folder_at_all_that_is_said(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    below_a_file = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "file" / "cache")
    async with WorkerPool(below_a_file) as workers:
        report = await judged(workers, problem, "")
    assert report.verdict is Verdict.BROKEN
    assert "Not a directory" in report.message


async def test_the_death_of_the_parent_takes_everything_with_it(locations: Paths, problem: Problem) -> None:
    async with WorkerPool(locations) as workers:
        began = asyncio.Event()

        def hear(event: Event) -> None:
            if isinstance(event, Started):
                began.set()

        source = (MISBEHAVING / "sleeps_for_ever.py").read_text().replace("10_000", "4244")
        run = asyncio.create_task(workers.run(problem, Job(source, "mine.py"), hear))
        await asyncio.wait_for(began.wait(), 60)
        parents = [child for child in psutil.Process().children() if "flaxdrills.worker" in " ".join(child.cmdline())]
        newest = max(parents, key=lambda parent: parent.create_time())
        below = {process.pid for process in newest.children(recursive=True)}
        os.kill(newest.pid, signal.SIGKILL)
        await asyncio.wait_for(run, 60)
        assert len(below) >= 2
        assert await _gone(lambda process: process.pid in below)


async def test_no_temporary_folder_stays_though_its_process_was_killed(
    locations: Paths, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    others = set(psutil.Process().children())
    async with WorkerPool(locations) as workers:

        def hear(event: Event) -> None:
            if isinstance(event, Started):
                (parent,) = set(psutil.Process().children()) - others
                assert list(temporary.glob("*/*"))
                for referee in parent.children():
                    referee.kill()

        source = (MISBEHAVING / "sleeps_for_ever.py").read_text()
        await workers.run(problem, Job(source, "mine.py"), hear)
    assert list(temporary.iterdir()) == []


async def test_workers_that_are_started_anew_judge_as_forked_ones_do(
    locations: Paths, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flaxdrills.judging.parent_process.FORKS", False)
    async with WorkerPool(locations) as workers:
        for name in ("prints_control_characters", "leaves_a_daemon_behind", "segfault", "lacks_the_function"):
            report = await judged(workers, problem, (MISBEHAVING / f"{name}.py").read_text())
            assert report.verdict is EXPECTED[name][0], report.message


async def test_the_environment_and_files_of_a_worker_are_its_own(workers: WorkerPool, problem: Problem) -> None:
    source = "import os, tempfile\nprint(sorted(os.environ))\nprint(os.listdir('.'), tempfile.gettempdir())"
    report = await judged(workers, problem, source)
    assert "JAX_PLATFORMS" in report.output
    assert "PYTEST_CURRENT_TEST" not in report.output
    assert "[] " in report.output
    scratch = report.output.split("[] ")[1].split()[0]
    assert not Path(scratch).exists()


async def test_fifty_files_share_one_parent(locations: Paths, problem: Problem) -> None:
    async with WorkerPool(locations) as workers:
        turns = asyncio.Semaphore(2)
        source = (problem.folder / "solution.py").read_text()
        pids: set[int] = set()

        async def one() -> Report:
            async with turns:
                report = await judged(workers, problem, source)
                pids.update(child.pid for child in psutil.Process().children())
                return report

        reports = await asyncio.gather(*(one() for _ in range(6)))
    assert {report.verdict for report in reports} == {Verdict.PASSED}
    assert len(pids) <= 2


def _own(source: str, nap: str) -> tuple[str, Callable[[psutil.Process], bool]]:
    """`source` with a nap of its own in place of `nap`, and what tells its processes from those of other tests."""
    assert nap in source
    number = str(random.randrange(10**8, 10**9))
    own = nap.replace("1000", number) if "1000" in nap else number
    return source.replace(nap, own), lambda process: any(number in argument for argument in process.cmdline())


def _below(wanted: Callable[[psutil.Process], bool]) -> list[psutil.Process]:
    """Processes of this machine that are `wanted`, zombies aside."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.cmdline() and wanted(process):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, IndexError):
            continue
    return found


async def _gone(wanted: Callable[[psutil.Process], bool], limit_s: float = 60.0) -> bool:
    end = time.monotonic() + limit_s
    while _below(wanted):
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.05)
    return True
