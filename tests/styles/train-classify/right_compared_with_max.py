"""A row is right where its own logit is the largest."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def classify(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    classes: int,
    grid: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    """The losses before each step, the accuracy after the last one, and the probabilities on the grid."""
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(x.shape[1], 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, classes, rngs=rngs),
    )
    optimizer = nnx.Optimizer(model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)

    def mean_loss(model: nnx.Sequential) -> jax.Array:
        return optax.softmax_cross_entropy_with_integer_labels(model(x), y).mean()

    @nnx.jit
    def step(model: nnx.Sequential, optimizer: nnx.Optimizer) -> jax.Array:
        loss, grads = nnx.value_and_grad(mean_loss)(model)
        optimizer.update(model, grads)
        return loss

    losses = [step(model, optimizer) for _ in range(steps)]
    accuracy = jnp.mean(model(x)[jnp.arange(len(y)), y] >= model(x).max(axis=-1))
    return {"losses": jnp.stack(losses), "accuracy": accuracy, "map": nnx.softmax(model(grid))}
