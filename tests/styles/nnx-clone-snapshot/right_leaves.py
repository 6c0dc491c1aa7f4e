# The arrays are kept as a list of leaves, old spelling; the model goes on as a new one.
import jax
import jax.numpy as jnp
from flax import nnx


def error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> None:
    grads = nnx.grad(error)(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]


def clone_snapshot(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    k: int,
    rounds: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = []
    for _ in range(rounds):
        graphdef, params = nnx.split(model)
        slow, treedef = jax.tree.flatten(params)
        for _ in range(k):
            step(model, x, y, lr)
        fast = jax.tree.leaves(nnx.state(model))
        mean = [s + 0.5 * (f - s) for s, f in zip(slow, fast, strict=True)]
        model = nnx.merge(graphdef, jax.tree.unflatten(treedef, mean))
        losses.append(error(model, x, y))
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
