import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(model, x, y, count):
    errors = ((model(x) - y) ** 2).mean(axis=1)
    real = jnp.arange(len(x)) < count
    return jnp.sum(errors * real), jnp.max(errors)


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
    rows = len(xs[0])
    total, worst = 0.0, []
    for x, y in zip(xs, ys, strict=False):
        places = jnp.minimum(jnp.arange(rows), len(x) - 1)
        a, b = eval_step(model, x[places], y[places], jnp.array(len(x)))
        total += a
        worst.append(b)
    return {"loss": total / sum(len(x) for x in xs), "worst": jnp.stack(worst).max()}
