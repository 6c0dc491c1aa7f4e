"""Every misbehaving solution gets its verdict, and harms nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.judging.text_report import lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.sandbox.seccomp import can_filter_system_calls
from flaxdrills.system.paths import Paths
from tests.judging.real_runs import LIMITS, MISBEHAVING, judged

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

FENCE = landlock_support()
APART = (Verdict.ERROR, "kept apart from the other programs" if can_filter_system_calls() else "it could")

# File, verdict, and something that the report must say (in its message, output or notes).
EXPECTED: dict[str, tuple[Verdict, str]] = {
    "aborts": (Verdict.CRASHED, "signal 6"),
    "alarm_that_raises": (Verdict.ERROR, "TimeoutError: ring"),
    "asks_for_another_platform": (Verdict.PASSED, ""),
    "asks_for_room_on_the_disk": (Verdict.ERROR, "not supported" if can_filter_system_calls() else "it could"),
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
    "cancels_a_repeated_call": (Verdict.ERROR, 'raise asyncio.CancelledError("again")'),
    "changes_directory_and_writes": (Verdict.FAILED, "flaxdrills-"),
    "changes_limits_of_others": APART,
    "changes_priorities_of_others": APART,
    "changes_the_judge_in_place": (Verdict.FAILED, ""),
    "clears_builtins": (Verdict.FAILED, ""),
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
    "deletes_its_arguments": (Verdict.FAILED, "Under `jax.jit`"),
    "deletes_its_own_file": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "disables_jit": (Verdict.PASSED, ""),
    "disables_jit_and_takes_long": (Verdict.TIMEOUT, "turns jit off"),
    "empties_the_import_path": (Verdict.PASSED, ""),
    "empties_the_judges_arguments": (Verdict.ERROR, "judge works with (the arguments of a case)"),
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
    "exits_when_it_is_traced": (Verdict.ERROR, 'raise SystemExit("traced")'),
    "exits_quietly": (Verdict.CRASHED, "exit status 0"),
    "fills_the_disk": (Verdict.CRASHED, "filled its folder on your disk with more than 1,024 MiB"),
    "floods_stderr": (Verdict.TIMEOUT, "bytes left out"),
    "floods_stdout": (Verdict.TIMEOUT, "bytes left out"),
    "forges_protocol_everywhere": (Verdict.CRASHED, ""),
    "forges_protocol_on_outputs": (Verdict.CRASHED, '"kind": "done"'),
    "fork_bomb": (Verdict.CRASHED, "more than 128 processes"),
    "forks_and_goes_on": (Verdict.PASSED, ""),
    "freezes_files": (Verdict.ERROR, "not supported" if can_filter_system_calls() else ""),
    "function_is_no_function": (Verdict.ERROR, "defines no function"),
    "hangs_at_exit": (Verdict.PASSED, ""),
    "hides_memory_in_pipes": APART,
    "holds_up_your_files": APART,
    "ignores_signals_and_is_right": (Verdict.PASSED, ""),
    "indentation_error": (Verdict.ERROR, "IndentationError"),
    "interrupts_a_repeated_call": (Verdict.ERROR, "in replace_kernel: raise KeyboardInterrupt"),
    "interrupts_when_it_is_shown": (Verdict.ERROR, "could not be made: KeyboardInterrupt"),
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
    "locks_for_processes": (Verdict.ERROR, "starts no processes that share memory")
    if FENCE.writing
    else (Verdict.FAILED, ""),
    "locks_your_folder": (Verdict.PASSED, "") if can_filter_system_calls() else (Verdict.ERROR, "it could"),
    "looks_into_its_parent": (Verdict.ERROR, "PermissionError" if FENCE.writing else ""),
    "loops_while_tracing": (Verdict.TIMEOUT, "while tracing in the case"),
    "lowers_the_recursion_limit": (Verdict.ERROR, "RecursionError"),
    "made_by_exec": (Verdict.PASSED, ""),
    "makes_a_thousand_folders_deep": (Verdict.PASSED, ""),
    "makes_files_without_end": (Verdict.CRASHED, "filled its folder on your disk with more than 10,000 files"),
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
    "patches_variables": (Verdict.FAILED, "and should hold"),
    "plants_what_later_workers_load": (Verdict.CRASHED, "makes no sense"),
    "prints_a_ten_megabyte_line": (Verdict.PASSED, "bytes left out"),
    "prints_control_characters": (Verdict.PASSED, "\\x1b[2J"),
    "prints_much_and_is_right": (Verdict.PASSED, "the beginning"),
    "profiles_with_an_exception": (Verdict.ERROR, "RuntimeError: profiled"),
    "raises_base_exception": (Verdict.ERROR, "Farewell: so long"),
    "raises_keyboard_interrupt": (Verdict.ERROR, "KeyboardInterrupt"),
    "raises_on_a_huge_line": (Verdict.ERROR, "ZeroDivisionError"),
    "raises_while_loading": (Verdict.ERROR, "undefined_name"),
    "reads_a_terminal": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "reads_standard_input": (Verdict.PASSED, ""),
    "reads_the_environment_of_others": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "reads_your_journal": (Verdict.ERROR, "PermissionError" if FENCE.writing else "it could"),
    "recurses": (Verdict.ERROR, "RecursionError"),
    "recurses_in_c": (Verdict.ERROR, "RecursionError") if sys.version_info >= (3, 12) else (Verdict.CRASHED, ""),
    "replaces_every_descriptor": (Verdict.CRASHED, ""),
    "replaces_methods_of_the_judge": (Verdict.PASSED, ""),
    "replaces_stdout": (Verdict.PASSED, ""),
    "returns_a_deeply_nested_list": (Verdict.FAILED, ""),
    "returns_a_dict_with_long_keys": (Verdict.FAILED, "dict(dict("),
    "returns_a_dict_with_strange_keys": (Verdict.FAILED, ""),
    "returns_a_huge_array": (Verdict.FAILED, "float32"),
    "returns_a_lazy_object": (Verdict.FAILED, "Lazy"),
    "returns_a_million_numbers": (Verdict.FAILED, "1,000,000"),
    "returns_a_number_of_thousands_of_digits": (Verdict.FAILED, "16,610 bits"),
    "returns_a_tracer": (Verdict.FAILED, "traced value"),
    "returns_a_type_with_a_huge_name": (Verdict.FAILED, "AAAA"),
    "returns_an_endless_generator": (Verdict.FAILED, "generator"),
    "returns_an_object_equal_to_everything": (Verdict.FAILED, "an Anything was returned"),
    "returns_bytes_in_another_order": (Verdict.FAILED, "Under `jax.jit`"),
    "returns_complex_numbers": (Verdict.FAILED, "complex64"),
    "returns_doubles": (Verdict.FAILED, "float64"),
    "returns_float0": (Verdict.FAILED, "float0"),
    "returns_infinity": (Verdict.FAILED, "inf"),
    "returns_integers": (Verdict.FAILED, "int32"),
    "returns_itself_in_a_list": (Verdict.FAILED, ""),
    "returns_nan": (Verdict.FAILED, "nan"),
    "returns_none": (Verdict.FAILED, "None was returned"),
    "returns_records": (Verdict.FAILED, "NumPy array of dtype"),
    "returns_thousands_of_arrays": (Verdict.FAILED, "… 18,996"),
    "returns_what_hangs_when_touched": (Verdict.TIMEOUT, ""),
    "says_it_is_an_instance": (Verdict.FAILED, "is an nnx.Variable"),
    "calls_the_reference": (Verdict.ERROR, "AttributeError"),
    "says_that_all_is_right": (Verdict.CRASHED, "makes no sense"),
    "says_what_is_expected": (Verdict.CRASHED, "makes no sense"),
    "segfault": (Verdict.CRASHED, "signal 11"),
    "sends_datagrams": APART,
    "sends_descriptors": APART,
    "sets_debug_nans": (Verdict.PASSED, ""),
    "shares_memory_with_processes": (Verdict.ERROR, "starts no processes that share memory")
    if FENCE.writing
    else (Verdict.FAILED, ""),
    "shares_memory_without_a_name": APART if FENCE.writing else (Verdict.ERROR, "it could"),
    "sleeps_for_ever": (Verdict.TIMEOUT, ""),
    "starts_many_threads": (Verdict.PASSED, ""),
    "starts_threads_without_end": (Verdict.CRASHED, "more than 1,024 threads"),
    "stops_itself": (Verdict.TIMEOUT, ""),
    "syntax_error": (Verdict.ERROR, "SyntaxError"),
    "sys_exit": (Verdict.ERROR, "SystemExit"),
    "sys_exit_while_loading": (Verdict.ERROR, "SystemExit: enough"),
    "takes_all_memory": (Verdict.MEMORY, "MiB of memory"),
    "takes_all_memory_in_files_of_memory": APART if can_filter_system_calls() else (Verdict.MEMORY, "MiB of memory"),
    "takes_all_memory_behind_its_first_thread": (Verdict.MEMORY, "MiB of memory"),
    "takes_all_memory_in_a_child": (Verdict.MEMORY, "MiB of memory"),
    "takes_the_checks_away": (Verdict.FAILED, ""),
    "takes_too_few_arguments": (Verdict.ERROR, "TypeError"),
    "talks_to_a_program_outside": (Verdict.ERROR, "PermissionError" if can_filter_system_calls() else "it could"),
    "traces_every_line": (Verdict.PASSED, ""),
    "uses_the_rights_of_root": (Verdict.ERROR, "PermissionError"),
    "warns_a_hundred_thousand_times": (Verdict.PASSED, "99,980 more warnings"),
    "warns_with_controls": (Verdict.PASSED, "\\x1b[2J"),
    "watches_the_interpreter": (Verdict.ERROR, "An audit hook cannot be taken away"),
    "writes_a_huge_file": (Verdict.ERROR, "File too large"),
    "writes_from_a_thread_of_xla": (Verdict.PASSED, "refused") if FENCE.writing else (Verdict.ERROR, "it could"),
    "writes_garbage_everywhere_and_is_right": (Verdict.PASSED, ""),
    "writes_in_your_folder": (Verdict.ERROR, "writes in its own folder only" if FENCE.writing else "it could"),
}


async def test_every_misbehaving_solution_has_an_expected_verdict() -> None:
    assert {path.stem for path in MISBEHAVING.glob("*.py")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
async def test_a_misbehaving_solution_gets_its_verdict(
    workers: WorkerPool, problem: Problem, name: str, tmp_path: Path
) -> None:
    path = MISBEHAVING / f"{name}.py"
    verdict, said = EXPECTED[name]
    problem = replace(problem, limits=LIMITS.get(verdict, problem.limits))
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
    problem = replace(problem, limits=LIMITS[Verdict.TIMEOUT])
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
    report = await judged(workers, replace(problem, limits=LIMITS[Verdict.TIMEOUT]), source)
    assert [check.passed for check in report.checks] == [True, True]
    assert "while running the case 'a single feature'" in report.message
    assert report.unmade_checks[0] == "a single feature"
    assert "  · a single feature (not reached)" in lines_of(report)


async def test_what_one_run_breaks_the_next_does_not_see(workers: WorkerPool, problem: Problem) -> None:
    for name in ("patches_comparisons", "enables_x64_and_is_right", "clears_sys_modules"):
        await judged(workers, problem, (MISBEHAVING / f"{name}.py").read_text())
    report = await judged(workers, problem, (problem.folder / "solution.py").read_text())
    assert report.verdict is Verdict.PASSED


async def test_workers_that_are_started_anew_judge_as_forked_ones_do(
    locations: Paths, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flaxdrills.judging.parent_process.FORKS", False)
    async with WorkerPool(locations) as workers:
        for name in ("prints_control_characters", "leaves_a_daemon_behind", "segfault", "lacks_the_function"):
            report = await judged(workers, problem, (MISBEHAVING / f"{name}.py").read_text())
            assert report.verdict is EXPECTED[name][0], report.message
