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
from typing import TextIO

import jax

from flaxdrills.judging.events import Done, Event, Missing, Ran
from flaxdrills.judging.protocol import Job
from flaxdrills.problems.lesson import blocks_of
from flaxdrills.system.sanitize import visible
from flaxdrills.worker.explain import exception
from flaxdrills.worker.run.discard_output import output_discarded
from flaxdrills.worker.run.missing_names import missing_names
from flaxdrills.worker.run.nnx_mode import graph_mode


def run_blocks(job: Job, *, tell: Callable[[Event], None]) -> None:
    """Run every block of the lesson that `job` holds in one namespace, and tell what each printed.

    What a block raises ends that block, and stands at the end of its output as "Type: message".
    """
    started = time.perf_counter()
    module = _module()
    for number, block in enumerate(blocks_of(job.source)):
        with graph_mode() if block.graph_mode else contextlib.nullcontext():
            tell(Ran(number, _output(block.code, _name(number), module)))
    if job.names:
        # Afterwards, so that what a look-up imports does not change what the lesson prints.
        tell(Missing(missing_names(job.names)))
    tell(Done(time.perf_counter() - started))


def run_block(job: Job, *, tell: Callable[[Event], None]) -> None:
    """Run the block in `job` after those before it, as `run_blocks` would; what it prints is not caught.

    What it raises is told besides.
    """
    started = time.perf_counter()
    module = _module()
    with output_discarded():
        for number, code in enumerate(job.before):
            _run(code, _name(number), module, sys.stdout)
    if error := _run(job.source, job.filename, module, sys.stdout):
        tell(exception.raised(error, job.filename, ""))
    tell(Done(time.perf_counter() - started))


def _module() -> types.ModuleType:
    module = types.ModuleType("lesson")
    sys.modules["lesson"] = module
    return module


def _name(number: int) -> str:
    return f"<block {number + 1}>"


def _output(code: str, filename: str, module: types.ModuleType) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        _run(code, filename, module, printed)
    return visible(printed.getvalue())


def _run(code: str, filename: str, module: types.ModuleType, printed: TextIO) -> BaseException | None:
    """Run `code`; returns what it raised, which is written to `printed`, and so are warnings."""
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)

    def show(message: Warning | str, category: type[Warning], *_: object) -> None:
        printed.write(f"{category.__name__}: {message}\n")

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = show  # type: ignore[assignment]
        try:
            exec(compile(code, filename, "exec", dont_inherit=True), vars(module))
            jax.effects_barrier()
        except BaseException as error:
            printed.write(f"{type(error).__name__}: {exception.message_of(error)}\n")
            return error
    return None
