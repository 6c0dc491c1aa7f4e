"""The test rows reach the model in their own units, and it was trained on rows with mean 0 and standard deviation 1. Subtract
and divide by what the training rows had before they were changed."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx

Pair = tuple[jax.Array, jax.Array]


def standardised(x: jax.Array) -> jax.Array:
    return (x - x.mean(axis=0)) / x.std(axis=0)


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
    lr: float,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]
    return loss


def train_and_test(
    seed: int,
    train: Pair,
    test: Pair,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    (x, y), (x_test, y_test) = train, test
    x = standardised(x)
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {
        "kernel": model.kernel[...],
        "losses": jnp.stack(losses),
        "test": mean_error(model, x_test, y_test),
    }
