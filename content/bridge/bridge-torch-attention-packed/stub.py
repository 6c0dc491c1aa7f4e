"""Three projections in one array

Port this PyTorch module, which has been trained.

class Mixer(torch.nn.Module):
    def __init__(self, d, num_heads):
        super().__init__()
        self.norm = torch.nn.LayerNorm(d, eps=1e-6)
        self.attn = torch.nn.MultiheadAttention(
            d, num_heads, batch_first=True)

    def forward(self, x):               # (n, t, d)
        h = self.norm(x)
        return x + self.attn(h, h, h)[0]

`torch_attention_packed(state, x, num_heads)` gets its
state dict. Build an nnx.Module of the same name, with an
nnx.LayerNorm and an nnx.MultiHeadAttention under the
same attribute names, and with the weights of the state
dict. Call it on x, all positions at once.

    state      a dict of float32 arrays: "norm.weight"
               and "norm.bias", (d,);
               "attn.in_proj_weight", (3 * d, d);
               "attn.in_proj_bias", (3 * d,);
               "attn.out_proj.weight", (d, d);
               "attn.out_proj.bias", (d,)
    x          float32 array of shape (n, t, d); n and t
               may be 1
    num_heads  an int that divides d
    returns    a dict: "model", the Mixer; and "y", what
               it gives for x, which is what PyTorch
               would give: float32 of shape (n, t, d)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Mixer(nnx.Module):
    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("make norm and attn")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("port forward")


def torch_attention_packed(
    state: dict[str, jax.Array],
    x: jax.Array,
    num_heads: int,
) -> dict[str, Any]:
    print(jax.tree.map(jnp.shape, state))
    raise NotImplementedError("build a Mixer, and fill it")
