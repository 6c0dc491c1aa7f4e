import jax
import jax.numpy as jnp
from flax import nnx

BATCH = 3


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
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]


def train_shuffled(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    epochs: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(params=seed, shuffle=seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = []
    for _ in range(epochs):
        order = jax.random.permutation(rngs.shuffle(), BATCH)
        rows, answers = (
            jnp.concatenate([a[i : i + BATCH][order] for i in range(0, len(x) - BATCH + 1, BATCH)]) for a in (x, y)
        )
        for i in range(0, len(x) - BATCH + 1, BATCH):
            batch = slice(i, i + BATCH)
            step(model, rows[batch], answers[batch], lr)
        losses.append(mean_error(model, x, y))
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
    }
