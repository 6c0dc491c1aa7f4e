import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(model, average, x, y, real):
    errors = jnp.mean((model(x) - y) ** 2, axis=-1)
    average.update(values=errors, mask=real)
    return jnp.max(errors, initial=0.0, where=real)


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
    average, worst, rows = nnx.metrics.Average(), 0.0, len(xs[0])
    for x, y in zip(xs, ys, strict=False):
        extra = rows - len(x)
        x, y = (jnp.concatenate([a, jnp.ones((extra, a.shape[1]))]) for a in (x, y))
        worst = jnp.maximum(worst, eval_step(model, average, x, y, jnp.arange(rows) < rows - extra))
    return {"loss": average.compute(), "worst": worst}
