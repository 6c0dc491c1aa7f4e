"""EarlyStopping bears one evaluation more than its patience says, so it gets one less."""

import jax
import jax.numpy as jnp
from flax import nnx
from flax.training.early_stopping import EarlyStopping


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
) -> jax.Array:
    grads = nnx.grad(mean_error)(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]
    return mean_error(model, x_test, y_test)


def train_until(
    seed: int,
    train: tuple[jax.Array, jax.Array],
    test: tuple[jax.Array, jax.Array],
    lr: float,
    steps: int,
    patience: int,
    min_delta: float,
) -> dict[str, jax.Array | int | bool]:
    d_in, d_out = train[0].shape[1], train[1].shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    losses = []
    stopper = EarlyStopping(min_delta=min_delta, patience=patience - 1)
    best = 0
    for i in range(steps):
        loss = step(model, *train, *test, lr)
        losses.append(loss)
        stopper = stopper.update(loss)
        if stopper.has_improved:
            best = i
        if stopper.should_stop:
            break
    return {
        "losses": jnp.stack(losses),
        "best": best,
        "stopped": stopper.should_stop,
        "kernel": model.kernel[...],
    }
