"""Whether names of the libraries exist. Imports what the worker imports."""

from __future__ import annotations

import warnings

import pytest

from flaxdrills.worker.run.missing_names import missing_names

THERE = [
    "flax",
    "flax.nnx",
    "flax.nnx.Linear",
    "flax.nnx.Linear.__call__",
    "flax.linen.Dense.features",
    "flax.linen.Dense.features.whatever",
    "flax.errors.ScopeParamNotFoundError",
    "flax.training.train_state.TrainState",
    "jax.numpy.float32",
    "jax.tree.map_with_path",
    "jax.experimental.shard_map",
    "jax.random.key",
    "optax.sgd",
]
GONE = [
    "flax.nnx.Linea",
    "flax.nnx.Linear.kernal",
    "flax.nonsense.Thing",
    "jax.nonsense",
    "jax.numpy.ones.nonsense",
    "nonsense.at.all",
]


def test_what_exists_is_not_missing() -> None:
    assert missing_names(THERE) == ()


@pytest.mark.parametrize("name", GONE)
def test_what_does_not_exist_is(name: str) -> None:
    assert missing_names(["jax.numpy.ones", name, "flax.nnx.Param"]) == (name,)


def test_an_old_name_that_warns_is_there() -> None:
    class Old:
        def __getattr__(self, name: str) -> object:
            warnings.warn("old", DeprecationWarning, stacklevel=2)
            return self

    import sys

    sys.modules["oldlib"] = Old()  # type: ignore[assignment]
    try:
        assert missing_names(["oldlib.thing"]) == ()
    finally:
        del sys.modules["oldlib"]
