"""A scan inside a vmap

Port this NumPy code to `vmap_of_scan(seed, x, lengths, depth)`. Row b passes through the first lengths[b]
layers only, and is divided by its own length after each.

    def forward(kernels, biases, x, lengths):
        out = x.copy()
        for b in range(len(x)):
            h = x[b]
            for i in range(lengths[b]):
                h = np.tanh(h @ kernels[i] + biases[i]) + h
                h = h / np.sqrt(np.sum(h ** 2))
            out[b] = h
        return out

The layers are given by `build`, as one module that is stacked
along axis 0: kernels (depth, d, d) and biases (depth, d).

    seed     int
    x        float32 array of shape (rows, d), no row is zero
    lengths  int32 array of shape (rows,), each from 0 to depth
    depth    int, 1 or more
    returns  float32 array of shape (rows, d)

The values are compared with the reference's. Besides, it is checked
that the program grows neither with the rows nor with the depth: it
has the matrix product of one layer, in a loop that JAX knows.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed: int, d: int, depth: int) -> nnx.Linear:
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(
        lambda key: nnx.Linear(
            d,
            d,
            bias_init=bias_init,
            rngs=nnx.Rngs(key),
        )
    )(keys)


def vmap_of_scan(
    seed: int,
    x: jax.Array,
    lengths: jax.Array,
    depth: int,
) -> jax.Array:
    # In place of these zeros: build the layers, and send each row
    # through its first ones.
    return jnp.zeros(x.shape)
