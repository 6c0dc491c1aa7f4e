"""Raises the rows of optax_orbax.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import contextlib
import tempfile
from typing import Any

import jax.numpy as jnp
import optax
import orbax.checkpoint
from flax import nnx
from flax.training import checkpoints

from tests.known_errors.raising.examples import X


def metric_argument() -> None:
    nnx.metrics.Average().update(loss=1.0)


def metric_labels() -> None:
    nnx.metrics.Accuracy().update(logits=X, labels=X)


def labels_dtype() -> None:
    optax.softmax_cross_entropy_with_integer_labels(X, jnp.ones(2))


def optax_params() -> None:
    tx = optax.adamw(0.1)
    params = {"a": jnp.ones(2)}
    tx.update(params, tx.init(params))


def path_relative() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        orbax.checkpoint.StandardCheckpointer() as checkpointer,
    ):
        checkpointer.save("here", {"a": X})


def path_taken() -> None:
    with tempfile.TemporaryDirectory() as folder, orbax.checkpoint.StandardCheckpointer() as checkpointer:
        checkpointer.save(folder, {"a": jnp.ones(2)})


def _save_twice(**options: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.save_checkpoint(folder, {"a": X}, 1)
        checkpoints.save_checkpoint(folder, {"a": X}, 1, **options)


def step_taken() -> None:
    _save_twice()


def step_taken__mended() -> None:
    _save_twice(overwrite=True)


def metric_labels__threshold() -> None:
    nnx.metrics.Accuracy(threshold=0.5).update(logits=X, labels=jnp.ones(2, int))


def metric_labels__mended() -> None:
    nnx.metrics.Accuracy().update(logits=X, labels=X.argmax(-1))
    nnx.metrics.Accuracy(threshold=0.5).update(logits=X, labels=X.astype(int))
