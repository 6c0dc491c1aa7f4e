"""Raises the rows of optax_orbax.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import optax
import orbax.checkpoint
import orbax.checkpoint as ocp
from flax import linen as nn
from flax import nnx, serialization
from flax.training import checkpoints
from flax.training.train_state import TrainState

from tests.known_errors.raising.examples import KEY, X


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
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        contextlib.chdir(folder),
        orbax.checkpoint.StandardCheckpointer() as checkpointer,
    ):
        checkpointer.save("here", {"a": X})


def path_taken() -> None:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        orbax.checkpoint.StandardCheckpointer() as checkpointer,
    ):
        checkpointer.save(folder, {"a": jnp.ones(2)})


def _save_twice(**options: Any) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
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


def _state() -> Any:
    params = nn.Dense(3).init(KEY, X)["params"]
    return TrainState.create(apply_fn=nn.Dense(3).apply, params=params, tx=optax.sgd(0.1))


def trainstate_keywords() -> None:
    TrainState.create(nn.Dense(3).apply, {}, optax.sgd(0.1))


def trainstate_keywords__missing() -> None:
    TrainState.create(apply_fn=None, params={})


def trainstate_keywords__gradients() -> None:
    state = _state()
    state.apply_gradients(state.params)


def trainstate_keywords__mended() -> None:
    state = _state()
    state.apply_gradients(grads=state.params)


PARAMS = {"a": X}


def optax_update_state() -> None:
    optax.adam(0.1).update(PARAMS)


def optax_update_state__mended() -> None:
    tx = optax.adam(0.1)
    _updates, _opt_state = tx.update(PARAMS, tx.init(PARAMS), PARAMS)


def optax_chain_state() -> None:
    optax.chain(optax.clip(1.0), optax.sgd(0.1)).update(PARAMS, ())


def optax_chain_state__mended() -> None:
    tx = optax.chain(optax.clip(1.0), optax.sgd(0.1))
    tx.update(PARAMS, tx.init(PARAMS), PARAMS)


def optax_rate_missing() -> None:
    optax.adam()


def optax_rate_missing__mended() -> None:
    optax.adam(optax.constant_schedule(0.001)).init(PARAMS)


def optax_labels() -> None:
    optax.multi_transform({"a": optax.sgd(0.1)}, {"w": "b"}).init({"w": X})


def optax_labels__mended() -> None:
    optax.multi_transform({"a": optax.sgd(0.1), "b": optax.set_to_zero()}, {"w": "b"}).init({"w": X})


def optax_schedule() -> None:
    optax.warmup_cosine_decay_schedule(0.0, 1.0, warmup_steps=10, decay_steps=10)


def optax_schedule__mended() -> None:
    optax.warmup_cosine_decay_schedule(0.0, 1.0, warmup_steps=10, decay_steps=20)


def labels_rank() -> None:
    optax.softmax_cross_entropy_with_integer_labels(X, jnp.ones((2, 1), int))


def labels_rank__mended() -> None:
    optax.softmax_cross_entropy_with_integer_labels(X, jnp.ones(2, int))


def loss_shapes() -> None:
    optax.l2_loss(jnp.ones((2, 1)), jnp.ones(2))


def loss_shapes__mended() -> None:
    optax.l2_loss(jnp.ones((2, 1))[:, 0], jnp.ones(2))


def loss_positional() -> None:
    optax.sigmoid_binary_cross_entropy(X, X, X)


def bytes_incomplete() -> None:
    serialization.msgpack_restore(serialization.to_bytes(PARAMS)[:-3])


def bytes_object() -> None:
    serialization.to_bytes({"a": object()})


def _restored(saved: Any, target: Any) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ocp.StandardCheckpointer() as checkpointer:
        checkpointer.save(Path(folder, "one"), saved)
        checkpointer.wait_until_finished()
        checkpointer.restore(Path(folder, "one"), target)


def orbax_shape() -> None:
    _restored({"a": jnp.ones(3)}, {"a": jnp.ones(4)})


def orbax_shape__mended() -> None:
    _restored({"a": jnp.ones(3)}, jax.eval_shape(lambda: {"a": jnp.ones(3)}))


def orbax_tree() -> None:
    _restored({"a": jnp.ones(3)}, {"a": jnp.ones(3), "b": jnp.ones(2)})


def orbax_type() -> None:
    _restored({"a": "text"}, {"a": "text"})


def _managed(use: Callable[[Any], Any]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ocp.CheckpointManager(folder) as manager:
        use(manager)


def orbax_args() -> None:
    _managed(lambda manager: manager.save(1, PARAMS))


def orbax_args__mended() -> None:
    _managed(lambda manager: manager.save(1, args=ocp.args.StandardSave(PARAMS)))


def no_steps() -> None:
    _managed(lambda manager: manager.restore(None))


def no_steps__mended() -> None:
    def use(manager: Any) -> None:
        manager.save(1, args=ocp.args.StandardSave(PARAMS))
        manager.wait_until_finished()
        manager.restore(1, args=ocp.args.StandardRestore())

    _managed(use)
