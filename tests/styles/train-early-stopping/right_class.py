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


class Watch:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.best = self.seen = 0
        self.lowest = None

    def over(self, loss):
        loss = float(loss)
        if self.lowest is None or self.lowest - loss > self.min_delta:
            self.lowest, self.best = loss, self.seen
        self.seen += 1
        return self.seen - 1 - self.best >= self.patience


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
    watch = Watch(patience, min_delta)
    over = False
    for _ in range(steps):
        loss = step(model, *train, *test, lr)
        losses.append(loss)
        over = watch.over(loss)
        if over:
            break
    return {
        "losses": jnp.stack(losses),
        "best": watch.best,
        "stopped": over,
        "kernel": model.kernel[...],
    }
