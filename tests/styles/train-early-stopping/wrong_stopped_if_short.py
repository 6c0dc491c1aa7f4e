import jax
import jax.numpy as jnp
from flax import nnx


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
    best, lowest, bad = 0, float("inf"), 0
    for i in range(steps):
        loss = step(model, *train, *test, lr)
        losses.append(loss)
        if lowest - loss > min_delta:
            best, lowest, bad = i, loss, 0
        else:
            bad += 1
        if bad == patience:
            break
    return {
        "losses": jnp.stack(losses),
        "best": best,
        "stopped": len(losses) < steps,
        "kernel": model.kernel[...],
    }
