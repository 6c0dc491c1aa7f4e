"""No Orbax: the leaves in an npz file, the keys as their data."""

from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from flax import nnx

TX = optax.adam(0.05)


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.8, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.norm(self.hidden(x))))


Run = tuple[Net, nnx.Optimizer, nnx.Rngs]


def build(seed: int, d_in: int, d_out: int) -> Run:
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, TX, wrt=nnx.Param)
    return model, optimizer, nnx.Rngs(noise=seed)


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    rngs: nnx.Rngs,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    x = x + 0.3 * rngs.noise.normal(x.shape)
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def start(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    stop: int,
    folder: str,
) -> tuple[Net, list[jax.Array]]:
    run = build(seed, xs.shape[-1], ys.shape[-1])
    file = Path(folder, "run.npz")
    leaves, treedef = jax.tree.flatten(nnx.state(run))
    done = 0
    if file.exists():
        held = np.load(file)
        done = int(held["done"])
        arrays = [jnp.asarray(held[f"leaf{i}"]) for i in range(len(leaves))]
        leaves = [
            jax.random.wrap_key_data(new) if jnp.issubdtype(old.dtype, jax.dtypes.prng_key) else new
            for old, new in zip(leaves, arrays, strict=True)
        ]
        nnx.update(run, jax.tree.unflatten(treedef, leaves))
    losses = [step(*run, x, y) for x, y in zip(xs[done:stop], ys[done:stop], strict=True)]
    leaves = [
        jax.random.key_data(leaf) if jnp.issubdtype(leaf.dtype, jax.dtypes.prng_key) else leaf
        for leaf in jax.tree.leaves(nnx.state(run))
    ]
    np.savez(file, done=stop, **{f"leaf{i}": np.asarray(leaf) for i, leaf in enumerate(leaves)})
    return run[0], losses


def train_in_parts(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    stops: tuple[int, ...],
    folder: str,
) -> dict[str, Any]:
    losses = []
    for stop in stops:
        model, part = start(seed, xs, ys, stop, folder)
        losses += part
    return {
        "losses": jnp.stack(losses),
        "kernel": model.hidden.kernel[...],
        "mean": model.norm.mean[...],
    }
