import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(model, x, y):
    return ((model(x) - y) ** 2).mean(axis=1)


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
    rows = xs[0].shape[0]
    errors = []
    for x, y in zip(xs, ys, strict=False):
        n = len(x)
        more = ((0, rows - n), (0, 0))
        errors.append(eval_step(model, jnp.pad(x, more), jnp.pad(y, more))[:n])
    errors = jnp.concatenate(errors)
    return {"loss": errors.mean(), "worst": errors.max()}
