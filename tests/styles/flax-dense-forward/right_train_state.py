"""Held by a TrainState."""

import jax
import optax
from flax import linen as nn
from flax.training.train_state import TrainState


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    state = TrainState.create(apply_fn=model.apply, params=params, tx=optax.sgd(0.1))
    return state.apply_fn({"params": state.params}, x)
