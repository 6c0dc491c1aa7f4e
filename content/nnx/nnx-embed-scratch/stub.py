"""An embedding that skips the padding

Port torch.nn.Embedding(vocab, d, padding_idx=pad) to NNX:
complete the module Embedding. Its padding gives zeros and is
never trained:

  - where the id is pad, the output is zeros;
  - the row pad of the table has no part in training: its
    gradient is zero.

The module has one Param, table: of shape (vocab, d),
jax.random.normal with the key rngs.params(). What it holds in row pad is up to you. Called with ids, it
looks up their vectors.

embed_scratch(seed, ids, vocab, d, pad) is given. It builds
the module, calls it, and takes the gradient of a loss.

    seed      int
    ids       int32 array of any shape, with ids from 0 to
              vocab - 1
    vocab, d  ints, the rows and the columns of the table
    pad       int, the id of the padding
    returns   a dict: "vectors", float32 of shape
              (*ids.shape, d), and "grads", float32 of shape
              (vocab, d), the gradient of the loss below with
              respect to the table

The values are compared with the reference's. Besides, it is
checked that table is an nnx.Param of this shape; that rows
are looked up, so that there is no product of matrices in the
trace (no dot_general); and that no nnx.Embed is used.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Embedding(nnx.Module):
    def __init__(
        self,
        vocab: int,
        d: int,
        pad: int,
        *,
        rngs: nnx.Rngs,
    ):
        raise NotImplementedError("draw the table")

    def __call__(self, ids: jax.Array) -> jax.Array:
        raise NotImplementedError("look up the vectors")


def embed_scratch(
    seed: int,
    ids: jax.Array,
    vocab: int,
    d: int,
    pad: int,
) -> dict[str, jax.Array]:
    model = Embedding(vocab, d, pad, rngs=nnx.Rngs(seed))

    def loss(model):
        return jnp.sum((model(ids) - 1) ** 2)

    grads = nnx.grad(loss)(model)
    return {
        "vectors": model(ids),
        "grads": grads.table[...],
    }
