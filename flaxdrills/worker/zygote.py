"""A parent of workers for one problem: the reference ran in it, so that its children need not trace and lower anew.

An XLA client does not survive a fork, for its threads stay behind: what is loaded or compiled with it in the
child hangs. What JAX traced and lowered does survive. So a child forgets the device, opens its own, and finds
the lowered modules here. This reaches into JAX; a JAX that is made otherwise raises AttributeError or fails the
trial, and then there is no zygote.
"""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jax
from jax._src import compilation_cache, compiler, config, pjit, xla_bridge
from jax._src.interpreters import pxla
from jax._src.lib import _jax

from flaxdrills.wire import Preparation
from flaxdrills.worker.compilations import write_whole
from flaxdrills.worker.contexts import share_contexts
from flaxdrills.worker.descendants import die_with_parent, fork, reap
from flaxdrills.worker.exam import read_exam
from flaxdrills.worker.judge import rehearse
from flaxdrills.worker.removal import remove

_TRIAL_SLACK_S = 2.0
_TRIAL_TIMES = 10
"""A child gets ready in less time than the zygote, unless it hangs: it may take so many times as long, and some."""

_lowered: dict[Any, tuple[Any, Any]] = {}
"""What was lowered here: the jaxpr, which must not be forgotten for it is known by its id, and what came of it."""

_left: list[Any] = []
"""Clients of before a fork. They are never destroyed: that would wait for threads which are not there."""


def become_zygote(preparation: Preparation) -> bool:
    """Open the device and run the reference; returns whether workers can be forked from this process.

    They cannot where something had to be compiled: next time it is found in the cache. Raises whatever the
    problem's files raise, and AttributeError where JAX is made otherwise.
    """
    began, threads = time.monotonic(), threading.active_count()
    share_contexts()
    _remember_lowerings()
    compiled = _count_compilations()
    with _scratch_folder():
        _get_ready(preparation)
    ready_s = time.monotonic() - began
    if compiled() or threading.active_count() > threads:
        return False
    return _trial(preparation, _TRIAL_TIMES * ready_s + _TRIAL_SLACK_S)


def forget_device() -> None:
    """In a process that was forked from a zygote: let JAX open the device anew."""
    _left.append(xla_bridge._backends)
    xla_bridge._clear_backends()
    for cached in (xla_bridge.get_backend, xla_bridge.local_devices, xla_bridge.process_count):
        cached.cache_clear()
    # What holds executables of the client that is no more.
    pjit._cpp_pjit_cache_fun_only.clear()
    pjit._cpp_pjit_cache_explicit_attributes.clear()
    _jax.PjitFunctionCache.clear_all()
    pjit._pjit_lower.cache_clear()
    pjit.create_meta_ty.cache_clear()
    compilation_cache.reset_cache()


def _get_ready(preparation: Preparation) -> None:
    jax.config.update("jax_platforms", "cpu")
    jax.devices()
    write_whole()
    rehearse(read_exam(Path(preparation.folder), preparation.function), lambda _: None)


def _remember_lowerings() -> None:
    """From here on what is lowered is kept, and found again whatever client it is for."""
    lower, zygote = pxla._cached_lowering_to_hlo, os.getpid()

    def remembered(jaxpr: Any, name: str, backend: Any, *arguments: Any, **options: Any) -> Any:
        key = (id(jaxpr), name, backend.platform, arguments, *sorted(options.items()), config.trace_context())
        if key in _lowered:
            return _lowered[key][1]
        made = lower(jaxpr, name, backend, *arguments, **options)
        if os.getpid() == zygote:
            _lowered[key] = (jaxpr, made)
        return made

    pxla._cached_lowering_to_hlo = remembered


def _count_compilations() -> Callable[[], int]:
    """Count compilations from here on; returns what tells how many there were. With the first come threads of XLA's."""
    make = compiler.backend_compile_and_load
    count = 0

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        return make(*arguments, **options)

    compiler.backend_compile_and_load = counted
    return lambda: count


def _trial(preparation: Preparation, limit_s: float) -> bool:
    """Whether a child of this process can get ready, and in time."""
    pid = fork()
    if pid == 0:
        done = 1
        with contextlib.suppress(BaseException):
            die_with_parent()
            with _scratch_folder():
                forget_device()
                _get_ready(preparation)
            done = 0
        os._exit(done)
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    reap(pid)
    return False


@contextlib.contextmanager
def _scratch_folder() -> Iterator[None]:
    """A folder to work in, as a solution has it."""
    folder = tempfile.mkdtemp(prefix="flaxdrills-")
    before, tempfile.tempdir = tempfile.tempdir, folder
    back = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(back)
        tempfile.tempdir = before
        remove(folder)
