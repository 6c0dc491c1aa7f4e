"""Which of NNX's two modes is the default here: graphs, in which a Variable may be reached twice, or trees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import flax

_FLAGS = ("nnx_graph_mode", "nnx_graph_updates")
"""Of flax.config; False is tree mode, which Flax plans to be the default."""


def use_tree_mode() -> None:
    """Have tree mode from here on, in all threads."""
    for flag in _FLAGS:
        flax.config.update(flag, False)


@contextmanager
def graph_mode() -> Iterator[None]:
    """Have graph mode meanwhile, in all threads."""
    before = [getattr(flax.config, flag) for flag in _FLAGS]
    for flag in _FLAGS:
        flax.config.update(flag, True)
    try:
        yield
    finally:
        for flag, value in zip(_FLAGS, before, strict=True):
            flax.config.update(flag, value)
