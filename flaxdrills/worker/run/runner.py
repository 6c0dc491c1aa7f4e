"""The process in which the learner's code runs: it gets ready, takes one job, and is ended."""

from __future__ import annotations

import contextlib
import importlib.metadata
import logging
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flaxdrills.judging.events import Broke, Event, Preparing, Ready
from flaxdrills.judging.protocol import AfterVerdict, Job, Preparation, Task, decode, json_of
from flaxdrills.sandbox.landlock import restrict_writes
from flaxdrills.sandbox.resource_limits import limit_resources
from flaxdrills.sandbox.seccomp import filter_system_calls
from flaxdrills.system.settings import Platform
from flaxdrills.worker.run.audit_hooks import refuse_audit_hooks
from flaxdrills.worker.run.result_pipe import Say, sender
from flaxdrills.worker.supervise import stack_dump

_TOLD_VERSIONS = ("flax", "jax", "jaxlib", "optax")


Tell = Callable[[Event], None]
Follow = Callable[[AfterVerdict], None]
"""What can be done with a solution whose verdict is known."""


def run(orders: int, words: int, place: int) -> None:
    """Read the secret, the preparation and then the job (or a series of them) from `orders`; say all on `words`.

    Where it is, when the referee asks, goes to `place`.
    """
    stack_dump.answer_on(place)
    with os.fdopen(orders, "rb") as stream:
        say = sender(words, bytes.fromhex(stream.readline().decode()))
        preparation = decode(stream.readline())

        def tell(event: Event) -> None:
            # What the solution printed before is on its way first.
            _flush()
            say({"event": json_of(event)})

        assert isinstance(preparation, Preparation)
        try:
            work = _prepare(preparation, say, tell)
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


def _prepare(preparation: Preparation, say: Say, tell: Tell) -> Callable[[Job], Follow | None]:
    """Get everything ready, and return what is to be done with a job."""
    started = time.perf_counter()
    for name in ("absl", "jax", "orbax"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from flaxdrills.worker.jax_internals.compile_cache_writes import send_compiled, write_no_more, write_whole
    from flaxdrills.worker.jax_internals.mlir_contexts import share_contexts

    share_contexts()
    tell(Preparing("opening the device"))
    # The device has threads, and a fence holds only for those that are begun behind it. A GPU must be opened outside.
    is_behind = preparation.platform is Platform.CPU
    if is_behind:
        _fence_in(with_cache=preparation.task.is_ours)
    device = _open_device(preparation)
    if is_behind and not preparation.task.is_ours:
        send_compiled(lambda key, text: say({"compiled": key, "value": text}))
    else:
        write_whole()
    checks: tuple[str, ...] = ()
    work: Callable[[Job], Follow | None]
    if preparation.task in (Task.LESSON, Task.BLOCK, Task.COPY):
        from flaxdrills.worker.run.lesson_blocks import run_block, run_blocks

        work = partial(run_blocks if preparation.task is Task.LESSON else run_block, tell=tell)
        if preparation.task is Task.BLOCK:
            # What a lesson says to be printed is what goes to the standard output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    else:
        from flaxdrills.worker.run.after_verdict import examine
        from flaxdrills.worker.run.judge_solution import rehearse
        from flaxdrills.worker.run.problem_checks import read_problem_checks
        from flaxdrills.worker.run.restore_interpreter import keep_all

        tell(Preparing("running the reference on its cases"))
        exam = read_problem_checks(Path(preparation.folder), preparation.function)
        rehearse(exam, say)
        checks = exam.names
        work = partial(examine, exam, preparation.function, keep_all(exam.modules), say=say, tell=tell)
    if not preparation.task.is_ours:
        write_no_more(Path.cwd().parent / "xla")
        refuse_audit_hooks()
    limit_resources()
    if not is_behind:
        _fence_in(with_cache=preparation.task.is_ours)
    tell(Ready(device, _versions(), checks, time.perf_counter() - started))
    return work


def _fence_in(*, with_cache: bool) -> None:
    """From here on nothing is written but in this process's own folder, and in the shared cache of what is compiled.

    This holds for this thread and what it begins, and what `filter_system_calls` refuses for all.
    """
    from flaxdrills.worker.jax_internals.compile_cache_writes import shared_folder

    # The one that the solution sees is a folder in it.
    folders = [Path.cwd().parent, *(shared_folder() if with_cache else ())]
    # A kernel that refuses is one that `flaxdrills doctor` tells of.
    with contextlib.suppress(OSError):
        filter_system_calls()
    with contextlib.suppress(OSError):
        restrict_writes(*folders)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def _open_device(preparation: Preparation) -> str:
    """Open the device and say what it is. Raises RuntimeError when it is not the one that was asked for."""
    import jax

    if preparation.platform is Platform.CPU:
        jax.config.update("jax_platforms", "cpu")
        jax.config.update("jax_num_cpu_devices", preparation.devices)
    devices = jax.devices()
    if preparation.platform is Platform.GPU and devices[0].platform == "cpu":
        raise RuntimeError(
            "A GPU was asked for, and jax sees none. Install flaxdrills[cuda13] (or cuda12) on a machine with a "
            "driver, or leave --device gpu away."
        )
    if len(devices) < preparation.devices:
        raise RuntimeError(f"This problem needs {preparation.devices} devices, and jax sees {len(devices)}.")
    kind = devices[0].device_kind
    return f"{len(devices)} x {kind}" if len(devices) > 1 else str(kind)


def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, importlib.metadata.version(name)) for name in _TOLD_VERSIONS)


def _reason(error: Exception) -> str:
    from flaxdrills.worker.run.problem_checks import BrokenProblem

    if "RESOURCE_EXHAUSTED" in str(error):
        return f"The device has no memory left for the reference; does something else use it? {error}"
    if isinstance(error, BrokenProblem | RuntimeError):
        return str(error)
    return f"The worker could not get ready: {type(error).__name__}: {error}"


if __name__ == "__main__":
    run(*map(int, sys.argv[1:4]))
