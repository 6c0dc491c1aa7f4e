import jax
import jax.numpy as jnp
import optax
from flax import nnx


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    optimizer.update(model, grads)


def warm_up(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    peak: float,
    warmup: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = nnx.Linear(d_in, d_out, rngs=rngs)
    rate = optax.linear_schedule(peak / warmup, peak, len(xs) - 1)
    tx = optax.sgd(rate)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    rates = []
    for x, y in zip(xs, ys, strict=True):
        rates.append(rate(optimizer.step[...]))
        step(model, optimizer, x, y)
    return {
        "rates": jnp.stack(rates),
        "kernel": model.kernel[...],
    }
