"""The process in which the learner's code runs: it gets ready, takes one job, and is ended."""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from flaxdrills.judging.events import Broke, Event, NoGpu, Preparing, Ready
from flaxdrills.judging.protocol import AfterVerdict, Job, Preparation, Task, decode, json_of
from flaxdrills.judging.worker_stages import OPENING_DEVICE, RUNNING_REFERENCE
from flaxdrills.problems.run_limits import FILE_BYTES, OPEN_FILES
from flaxdrills.sandbox.capabilities import drop_capabilities
from flaxdrills.sandbox.landlock import restrict_files
from flaxdrills.sandbox.rlimits import limit_resources
from flaxdrills.sandbox.seccomp import filter_system_calls
from flaxdrills.system.installed_versions import REPORTED
from flaxdrills.system.settings import Platform
from flaxdrills.worker.run.audit_hooks import refuse_audit_hooks
from flaxdrills.worker.run.result_pipe import Say, sender
from flaxdrills.worker.supervise import stack_dump

Tell = Callable[[Event], None]
Follow = Callable[[AfterVerdict], None]
"""What can be done with a solution whose verdict is known."""
Work = Callable[[Job], Follow | None]
"""What is done with a job."""


class _NoGpuError(Exception):
    """A GPU was asked for, and jax sees none; the message says what to do."""


def run(orders: int, messages: int, position: int) -> None:
    """Read the secret, the preparation and then the job (or a series of them) from `orders`; say all on `messages`.

    Where it is, when the supervisor asks, goes to `position`.
    """
    stack_dump.answer_on(position)
    with os.fdopen(orders, "rb") as stream:
        say = sender(messages, bytes.fromhex(stream.readline().decode()))
        preparation = decode(stream.readline())

        def tell(event: Event) -> None:
            # What the solution printed before is on its way first.
            _flush()
            say({"event": json_of(event)})

        assert isinstance(preparation, Preparation)
        try:
            work = _prepare(preparation, say, tell)
        except _NoGpuError as error:
            tell(NoGpu(str(error)))
            return
        except Exception as error:
            tell(Broke(_reason(error)))
            return
        follow = None
        for line in stream:
            order = decode(line)
            if isinstance(order, Job):
                follow = work(order)
            elif isinstance(order, AfterVerdict) and follow is not None:
                follow(order)
                return


def _prepare(preparation: Preparation, say: Say, tell: Tell) -> Work:
    """Get everything ready, and return what is to be done with a job."""
    started = time.perf_counter()
    for name in ("absl", "jax", "orbax"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from flaxdrills.worker.jax_internals.mlir_contexts import share_contexts
    from flaxdrills.worker.jax_internals.shared_compilations import share_compilations
    from flaxdrills.worker.run.nnx_mode import use_tree_mode

    share_contexts()
    tell(Preparing(OPENING_DEVICE))
    # The device has threads, and restrictions hold only for those that begin later. A GPU cannot be opened under most
    # of them, and may share memory with its driver.
    with contextlib.suppress(OSError):
        drop_capabilities(_read_later(preparation.folder))
    is_restricted_first = preparation.platform is Platform.CPU
    if is_restricted_first:
        _restrict_process(preparation, shares_memory=False)
    share_no_more = share_compilations(
        Path.cwd().parent / "xla", lambda key, text: say({"compiled": key, "value": text})
    )
    device = _open_device(preparation)
    if preparation.tree_mode:
        use_tree_mode()
    work, checks = _work_on_lesson(preparation.task, tell) or _work_on_solutions(preparation, say, tell)
    if not preparation.task.is_ours:
        share_no_more()
        refuse_audit_hooks()
    limit_resources(FILE_BYTES, OPEN_FILES)
    if not is_restricted_first:
        _restrict_process(preparation, shares_memory=True)
    tell(Ready(device, _versions(), checks, time.perf_counter() - started))
    return work


def _work_on_lesson(task: Task, tell: Tell) -> tuple[Work, tuple[str, ...]] | None:
    """What is to be done with a job where that is code of a lesson, which has no checks."""
    if task not in (Task.LESSON, Task.BLOCK, Task.COPY):
        return None
    from flaxdrills.worker.run.run_lesson import run_block, run_blocks

    if task is Task.BLOCK:
        # What a lesson says to be printed is what goes to the standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return partial(run_blocks if task is Task.LESSON else run_block, tell=tell), ()


def _work_on_solutions(preparation: Preparation, say: Say, tell: Tell) -> tuple[Work, tuple[str, ...]]:
    """What is to be done with a job where that is a solution, and the names of the checks that are made on it."""
    from flaxdrills.worker.run.after_verdict import judge_job
    from flaxdrills.worker.run.judge_solution import run_reference
    from flaxdrills.worker.run.problem_checks import read_problem_checks
    from flaxdrills.worker.run.restore_interpreter import note_interpreter

    tell(Preparing(RUNNING_REFERENCE))
    read = read_problem_checks(Path(preparation.folder), preparation.function, preparation.not_demanded)
    checks = run_reference(read, say)
    work = partial(judge_job, checks, preparation.function, note_interpreter(checks.modules), say=say, tell=tell)
    return work, checks.names


def _read_later(folder: str) -> Iterator[str]:
    """The problem's folder, and a file of each that modules came from: more may be imported."""
    yield folder
    files = [file for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]
    yield from {os.path.dirname(file): file for file in files}.values()


def _restrict_process(preparation: Preparation, *, shares_memory: bool) -> None:
    """From here on nothing is written but in the scratch folder. What JAX takes for its cache lies in it, too.

    This holds for this thread and what it begins, and what `filter_system_calls` refuses for all.
    """
    # A kernel that refuses is one that `flaxdrills doctor` tells of.
    with contextlib.suppress(OSError):
        filter_system_calls(shares_memory=shares_memory)
    with contextlib.suppress(OSError):
        needed = (preparation.folder, os.environ.get("JAX_COMPILATION_CACHE_DIR", "/"))
        restrict_files(Path.cwd().parent, map(Path, preparation.hidden), map(Path, needed))


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def _open_device(preparation: Preparation) -> str:
    """Open the device and say what it is. Raises RuntimeError where there are too few, _NoGpuError without a GPU."""
    import jax

    if preparation.platform is Platform.CPU:
        jax.config.update("jax_platforms", "cpu")
        jax.config.update("jax_num_cpu_devices", preparation.devices)
    devices = jax.devices()
    if preparation.platform is Platform.GPU and devices[0].platform == "cpu":
        raise _NoGpuError(_why_no_gpu())
    if len(devices) < preparation.devices:
        raise RuntimeError(f"This problem needs {preparation.devices} devices, and jax sees {len(devices)}.")
    kind = devices[0].device_kind
    return f"{len(devices)} x {kind}" if len(devices) > 1 else str(kind)


def _why_no_gpu() -> str:
    has_cuda = any(importlib.util.find_spec(f"jax_cuda{version}_plugin") for version in (12, 13))
    why = (
        "JAX has CUDA here and sees no GPU. `nvidia-smi` says whether there is one, and its driver."
        if has_cuda
        else "JAX is installed here without CUDA: `pip install 'jax[cuda13]'` adds it (`cuda12` for an older driver)."
    )
    return f'A GPU was asked for. {why} To use the CPU: `--device cpu`, or `device = "cpu"` in the settings.'


def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, importlib.metadata.version(name)) for name in REPORTED)


def _reason(error: Exception) -> str:
    from flaxdrills.worker.run.problem_checks import BrokenProblem

    if "RESOURCE_EXHAUSTED" in str(error):
        return f"The device has no memory left for the reference; does something else use it? {error}"
    if isinstance(error, BrokenProblem | RuntimeError):
        return str(error)
    return f"The worker could not get ready: {type(error).__name__}: {error}"


if __name__ == "__main__":
    run(*map(int, sys.argv[1:4]))
