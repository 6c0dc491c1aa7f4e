"""Each row is a softmax of its own over a slice."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Causal self-attention with several heads and no biases."""

    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        length = x.shape[0]
        heads = (length, self.num_heads, -1)
        q = self.query(x).reshape(heads)
        k = self.key(x).reshape(heads)
        v = self.value(x).reshape(heads)
        scores = jnp.einsum("qhc,khc->hqk", q, k)
        scores = scores / jnp.sqrt(q.shape[-1])
        seen = jnp.tril(jnp.ones((length, length), bool))
        del seen
        rows = []
        for i in range(length):
            shares = jax.nn.softmax(scores[:, i, : i + 1], axis=-1)
            rows.append(jnp.pad(shares, ((0, 0), (0, length - i - 1))))
        weights = jnp.stack(rows, axis=1)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(x.shape)), weights


def mha_causal(seed: int, x: jax.Array, num_heads: int) -> dict[str, jax.Array]:
    """The output, with shape `(T, d)`, and the weights, `(num_heads, T, T)`."""
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    out, weights = model(x)
    return {"out": out, "weights": weights}
