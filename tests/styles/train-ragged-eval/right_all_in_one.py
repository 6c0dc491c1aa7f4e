import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(model, x, y):
    errors = jnp.square(model(x) - y).mean(1)
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
    loss, worst = eval_step(model, jnp.concatenate(xs), jnp.concatenate(ys))
    return {"loss": loss, "worst": worst}
