"""Rates by the epoch

Port this training loop to NNX. It has two schedulers:

    model = Linear(d, out)
    opt = torch.optim.SGD(model.parameters(), lr=lr,
                          momentum=0.9)
    drops = MultiStepLR(opt, milestones, gamma=factor)
    fading = ExponentialLR(opt, gamma=fade)
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            opt.zero_grad()
            ((model(x) - y) ** 2).mean().backward()
            opt.step()
        drops.step()
        fading.step()

Both act on the rate of the one optimizer, at the end of
each epoch. So in `epoch_rates(seed, xs, ys, lr, milestones,
factor, fade, epochs)` the rate is multiplied by fade after
each epoch, and besides by factor after m epochs, for each
m in milestones. An epoch is one step with each of the
batches, xs[0] and ys[0] first. `train` is there: it takes
one step with each batch that it is given.

    seed        int
    xs          float32 array of shape (batches, n, in)
    ys          float32 array of shape (batches, n, out)
    lr          float, the rate of the first epoch
    milestones  tuple of ints that rise from 1 or more;
                some may be larger than epochs
    factor      float between 0 and 1
    fade        float between 0 and 1
    epochs      int, 1 or more
    returns     a dict: "rates", float32 of shape
                (epochs * batches,), the learning rate of
                each step; "losses" of the same shape, each
                measured before its step; "kernel", what
                the kernel holds at the end

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train(
    model: nnx.Linear,
    tx: optax.GradientTransformation,
    xs: jax.Array,
    ys: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    """One step with each batch: losses, and the kernel after all."""
    graphdef, params = nnx.split(model)

    def loss_of(params: nnx.State, x: Any, y: Any) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y) ** 2)

    def step(carry: Any, batch: Any) -> tuple[Any, jax.Array]:
        params, memory = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        updates, memory = tx.update(grads, memory)
        params = optax.apply_updates(params, updates)
        return (params, memory), loss

    start = (params, tx.init(params))
    (params, _), losses = jax.lax.scan(step, start, (xs, ys))
    return losses, params["kernel"][...]


def epoch_rates(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    milestones: tuple[int, ...],
    factor: float,
    fade: float,
    epochs: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    nnx.Linear(d_in, d_out, rngs=rngs)
    raise NotImplementedError("schedule, rule and epochs")
