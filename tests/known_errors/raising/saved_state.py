"""Raises the rows of saved_state.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value, arg-type, call-arg"

from __future__ import annotations

import tempfile
from typing import Any, NamedTuple

import optax
from flax import serialization, struct
from flax.training import checkpoints
from flax.training.train_state import TrainState

from tests.known_errors.raising.examples import X


@struct.dataclass
class Point:
    """Two numbers."""

    x: float
    y: float


class Pair(NamedTuple):
    """One number that has a name."""

    value: int


def restore_missing() -> None:
    serialization.from_state_dict(Point(1.0, 2.0), {"y": 1.0})


def restore_missing__train_state() -> None:
    params = {"w": X}

    class State(TrainState):
        """Has a field more."""

        batch_stats: Any

    saved = serialization.to_state_dict(TrainState.create(apply_fn=None, params=params, tx=optax.sgd(0.1)))
    serialization.from_state_dict(State.create(apply_fn=None, params=params, tx=optax.sgd(0.1), batch_stats=1), saved)


def restore_missing__mended() -> None:
    serialization.from_state_dict(Point(1.0, 2.0), serialization.to_state_dict(Point(3.0, 4.0))).replace(x=1.0)


def restore_unknown() -> None:
    serialization.from_state_dict(Point(1.0, 2.0), {"x": 1.0, "y": 1.0, "z": 1.0})


def restore_length() -> None:
    serialization.from_state_dict([1, [1]], {"0": 1, "1": {"0": 1, "1": 2}})


def restore_length__optimizer() -> None:
    saved = serialization.to_bytes(optax.chain(optax.clip(1.0), optax.sgd(0.1)).init({"w": X}))
    serialization.from_bytes(optax.chain(optax.clip(1.0), optax.scale(1.0), optax.sgd(0.1)).init({"w": X}), saved)


def restore_length__mended() -> None:
    tx = optax.chain(optax.clip(1.0), optax.sgd(0.1))
    serialization.from_bytes(tx.init({"w": X}), serialization.to_bytes(tx.init({"w": X})))


def restore_named() -> None:
    serialization.from_state_dict(Pair(1), {"other": 1})


def restore_named__optimizer() -> None:
    serialization.from_bytes(
        optax.scale_by_adam().init({"w": X}), serialization.to_bytes(optax.trace(0.9).init({"w": X}))
    )


def checkpoint_absent() -> None:
    checkpoints.restore_checkpoint(tempfile.mkdtemp(), None, step=17)


def checkpoint_absent__mended() -> None:
    folder = tempfile.mkdtemp()
    checkpoints.save_checkpoint(folder, {"x": X}, step=17)
    checkpoints.restore_checkpoint(folder, None)


def checkpoint_single() -> None:
    checkpoints.save_checkpoint(tempfile.mkdtemp(), X, step=0)


def checkpoint_single__mended() -> None:
    checkpoints.save_checkpoint(tempfile.mkdtemp(), {"x": X}, step=0)
