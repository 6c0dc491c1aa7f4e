"""A schedule that comes late

`warm_up(seed, xs, ys, peak, warmup)` trains an nnx.Linear
with a learning rate that rises to peak and then stays
there. The symptom: the first batch changes nothing, and
the rates that are reported are not those that were used.

Mend both. In step number i, counted from 0, the learning
rate is peak * min(1, (i + 1) / warmup): the first step
takes peak / warmup, and step number warmup - 1 is the
first that takes peak. The optimizer gets its rate from a
schedule, so that step is traced once.

    seed     int
    xs       float32 array of shape (steps, n, in), a
             batch for each step
    ys       float32 array of shape (steps, n, out)
    peak     float, the largest learning rate
    warmup   int, 1 or more; there may be fewer steps
    returns  a dict: "rates", float32 of shape (steps,),
             the learning rate that each step used;
             "kernel", what the kernel holds at the end

The values are compared with the reference's. Besides, it
is checked that there is an nnx.Optimizer, and a function
named step, which is traced, to be compiled, once for all
steps.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

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
    rate = optax.linear_schedule(0.0, peak, warmup)
    tx = optax.sgd(rate)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    rates = []
    for x, y in zip(xs, ys, strict=True):
        step(model, optimizer, x, y)
        rates.append(rate(optimizer.step[...]))
    return {
        "rates": jnp.stack(rates),
        "kernel": model.kernel[...],
    }
