"""The numbers are right, and there is no `nnx.Optimizer`: you take the steps yourself. The task wants an optimizer that gets
its rate from a schedule."""

# fact: has not nnx.Optimizer

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
    rate: jax.Array,
    x: jax.Array,
    y: jax.Array,
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    for name in ("kernel", "bias"):
        getattr(model, name)[...] -= rate * grads[name][...]


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
    rates = []
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        rate = jnp.asarray(peak * min(1, (i + 1) / warmup))
        step(model, rate, x, y)
        rates.append(rate)
    return {
        "rates": jnp.stack(rates),
        "kernel": model.kernel[...],
    }
