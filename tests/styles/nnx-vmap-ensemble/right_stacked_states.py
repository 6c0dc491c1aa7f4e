"""Members from a loop, stacked; the pass is one einsum."""

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed, x, y, n):
    keys = jax.random.split(jax.random.key(seed), n)
    members = [nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key)) for key in keys]
    graphdef = nnx.graphdef(members[0])
    stacked = jax.tree.map(lambda *arrays: jnp.stack(arrays), *[nnx.state(member) for member in members])
    ensemble = nnx.merge(graphdef, stacked)
    answers = jnp.einsum("bi,nio->nbo", x, ensemble.kernel[...]) + ensemble.bias[...][:, None]
    losses = jnp.mean((answers - y) ** 2, axis=(1, 2))
    return ensemble, losses, nnx.merge(graphdef, jax.tree.map(lambda a: a[jnp.argmin(losses)], stacked))
