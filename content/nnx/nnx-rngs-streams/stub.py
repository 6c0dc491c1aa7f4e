"""Named key streams

Write rngs_streams(params_seed, dropout_seed):

1. Build one nnx.Rngs with two named streams: params, seeded with
   params_seed, and dropout, seeded with dropout_seed.
2. Take two keys from the stream params, one after the other, and one key
   from the stream dropout. With each draw one number:
   jax.random.normal(key).
3. Return the three numbers in this order: first params key, second params
   key, first dropout key.

    params_seed   int
    dropout_seed  int
    returns       float32 array of shape (3,)

The values are compared with the reference's. Besides, it is checked that
keys were taken from a stream that is named params and from one that is
named dropout, and that each number was drawn with a key of its stream.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed: int, dropout_seed: int) -> jax.Array:
    rngs = nnx.Rngs(0)  # one stream, called default: is that enough?
    print(rngs)
    # In place of these zeros: three numbers, drawn with keys of the streams.
    return jnp.zeros(3)
