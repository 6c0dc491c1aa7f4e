"""ALiBi: a bias for distance

The layer below knows nothing of positions. Extend it with ALiBi:
before the softmax, the score of query i and key j in head h loses

    slope_h * |i - j|
    slope_h = 2 ** (-8 * (h + 1) / num_heads)     h = 0, 1, ...

`alibi(seed, x, num_heads)` returns what the layer gives for x. It
stays an nnx.MultiHeadAttention with the Params that it has, so
that its old weights can still be loaded. No key is hidden: a
position sees both sides.

    seed       int, for nnx.Rngs
    x          float32 array of shape (T, d), without a batch
    num_heads  int that divides d
    returns    float32 array of shape (T, d)

The values are compared with the reference's. Besides, it is
checked that an nnx.MultiHeadAttention is called, that the output
comes out of that call, and that the layer has its four Params and
no others. The report draws how much each row of the output moves
when one position of x does.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def alibi(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    model = nnx.MultiHeadAttention(
        num_heads,
        x.shape[1],
        use_bias=False,
        decode=False,
        rngs=nnx.Rngs(seed),
    )
    return model(x)
