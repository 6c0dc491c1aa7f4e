import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(model, x, y):
    errors = ((model(x) - y) ** 2).mean(axis=1)
    return jnp.nansum(errors), jnp.nanmax(errors)


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

    def fill(a):
        return jnp.pad(a, ((0, rows - len(a)), (0, 0)), constant_values=jnp.nan)

    found = [eval_step(model, fill(x), fill(y)) for x, y in zip(xs, ys, strict=False)]
    return {
        "loss": sum(a for a, _ in found) / sum(len(x) for x in xs),
        "worst": max(b for _, b in found) if False else jnp.stack([b for _, b in found]).max(),
    }
