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


@nnx.jit
def epoch(model, x, y, lr):
    count = len(x) // BATCH
    batches = jax.tree.map(lambda a: a[: count * BATCH].reshape(count, BATCH, -1), (x, y))
    graphdef, params = nnx.split(model)

    def one(params, batch):
        grads = jax.grad(lambda p: mean_error(nnx.merge(graphdef, p), *batch))(params)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), None

    nnx.update(model, jax.lax.scan(one, params, batches)[0])


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
        order = jax.random.permutation(rngs.shuffle(), len(x))
        epoch(model, x[order], y[order], lr)
        losses.append(mean_error(model, x, y))
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
    }
