"""The numbers are right now: each batch is weighted by its rows. `eval_step` still sees two shapes, and is traced for each
of them. Fill up the last batch, so that there is one shape."""

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
    return errors.sum(), errors.max()


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
    found = [eval_step(model, x, y) for x, y in pairs]
    means, worst = zip(*found, strict=True)
    return {
        "loss": jnp.stack(means).sum() / sum(map(len, xs)),
        "worst": jnp.stack(worst).max(),
    }
