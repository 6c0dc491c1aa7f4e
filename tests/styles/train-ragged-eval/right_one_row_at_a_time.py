import jax
import jax.numpy as jnp
from flax import nnx


@jax.jit
def eval_step(kernel, bias, x, y):
    return jnp.mean((x @ kernel + bias - y) ** 2)


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
    k, b = model.kernel[...], model.bias[...]
    errors = jnp.stack(
        [eval_step(k, b, r, t) for x, y in zip(xs, ys, strict=False) for r, t in zip(x, y, strict=False)]
    )
    return {"loss": errors.mean(), "worst": errors.max()}
