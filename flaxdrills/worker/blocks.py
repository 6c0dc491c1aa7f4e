"""Running the code blocks of a lesson, as a reader would who types them one after the other."""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import time
import types
import warnings
from collections.abc import Callable

import jax

from flaxdrills.event import Done, Event, Missing, Ran
from flaxdrills.lesson import blocks_of
from flaxdrills.text import visible
from flaxdrills.wire import Job
from flaxdrills.worker.names import missing_names


def run_blocks(job: Job, *, tell: Callable[[Event], None]) -> None:
    """Run every block of the lesson that `job` holds in one namespace, and tell what each printed.

    What a block raises ends that block, and stands at the end of its output as "Type: message".
    """
    started = time.perf_counter()
    module = types.ModuleType("lesson")
    sys.modules["lesson"] = module
    for number, block in enumerate(blocks_of(job.source)):
        tell(Ran(number, _run(block.code, f"<block {number + 1}>", module)))
    if job.names:
        # Afterwards, so that what a look-up imports does not change what the lesson prints.
        tell(Missing(missing_names(job.names)))
    tell(Done(time.perf_counter() - started))


def _run(code: str, filename: str, module: types.ModuleType) -> str:
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    printed = io.StringIO()

    def show(message: Warning | str, category: type[Warning], *_: object) -> None:
        printed.write(f"{category.__name__}: {message}\n")

    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = show  # type: ignore[assignment]
        try:
            exec(compile(code, filename, "exec", dont_inherit=True), vars(module))
            jax.effects_barrier()
        except BaseException as error:
            printed.write(f"{type(error).__name__}: {error}\n")
    return visible(printed.getvalue())
