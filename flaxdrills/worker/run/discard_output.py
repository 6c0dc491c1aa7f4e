"""Dropping what is printed while a check calls the learner's code again."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def output_discarded() -> Iterator[None]:
    """Descriptors 1 and 2 lead nowhere until the block ends, where they are still what they were."""
    _flush()
    kept: list[tuple[int, int]] = []
    # A solution may have closed them, or may open no more.
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for number in (1, 2):
            with contextlib.suppress(OSError):
                kept.append((number, os.dup(number)))
                os.dup2(nowhere, number)
        os.close(nowhere)
    try:
        yield
    finally:
        _flush()
        for number, copy in kept:
            with contextlib.suppress(OSError):
                os.dup2(copy, number)
                os.close(copy)


def _flush() -> None:
    # What stands there may be the solution's, and anything.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
