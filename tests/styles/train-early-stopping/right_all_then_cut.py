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


def cut(losses, patience, min_delta):
    best = 0
    for i, loss in enumerate(losses):
        if losses[best] - loss > min_delta:
            best = i
        if i - best == patience:
            return i + 1, best, True
    return len(losses), best, False


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
    kernels = []
    for _ in range(steps):
        loss = step(model, *train, *test, lr)
        losses.append(loss)
        kernels.append(model.kernel[...])
    count, best, stopped = cut([float(loss) for loss in losses], patience, min_delta)
    return {
        "losses": jnp.stack(losses[:count]),
        "best": best,
        "stopped": stopped,
        "kernel": kernels[count - 1],
    }
