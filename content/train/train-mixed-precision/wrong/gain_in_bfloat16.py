"""The gain is now kept in bfloat16, where small steps of a training are lost. Keep the Param in float32, and cast it
where it is used."""

# fact: checks

import math

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, width: int, *, rngs: nnx.Rngs):
        self.layer = nnx.Linear(
            width,
            width,
            dtype=jnp.bfloat16,
            rngs=rngs,
        )
        key = rngs.params()
        gain = 1.0 + jax.random.uniform(key, (width,))
        self.gain = nnx.Param(gain.astype(jnp.bfloat16))

    def __call__(self, x: jax.Array) -> jax.Array:
        branch = nnx.tanh(self.layer(x))
        gain = self.gain
        return (x + gain * branch) / math.sqrt(2)


class Net(nnx.Module):
    def __init__(
        self,
        d_in: int,
        width: int,
        depth: int,
        d_out: int,
        *,
        rngs: nnx.Rngs,
    ):
        half = jnp.bfloat16
        self.embed = nnx.Linear(d_in, width, dtype=half, rngs=rngs)
        blocks = [Block(width, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)
        self.head = nnx.Linear(width, d_out, dtype=half, rngs=rngs)

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        x = self.embed(x)
        found = []
        for block in self.blocks:
            x = block(x)
            found.append(x)
        return self.head(x), jnp.stack(found)


def mixed_forward(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    width: int,
    depth: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y.shape[1]
    net = Net(d_in, width, depth, d_out, rngs=nnx.Rngs(seed))
    answer, activations = net(x)
    error = answer.astype(jnp.float32) - y
    return {
        "activations": activations,
        "loss": jnp.mean(error**2),
    }
