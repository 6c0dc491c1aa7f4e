"""The short batch is left out. Then its rows are not measured at all, and one trace is enough only because the rest of the
data is ignored."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    errors = ((model(x) - y) ** 2).mean(axis=1)
    return errors.mean(), errors.max()


def evaluate(
    seed: int,
    xs: list[jax.Array],
    ys: list[jax.Array],
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(
        xs[0].shape[1],
        ys[0].shape[1],
        bias_init=nnx.initializers.ones,
        rngs=rngs,
    )
    pairs = zip(xs, ys, strict=True)
    found = [eval_step(model, x, y) for x, y in pairs if len(x) == len(xs[0])]
    means, worst = zip(*found, strict=True)
    return {
        "loss": jnp.stack(means).mean(),
        "worst": jnp.stack(worst).max(),
    }
