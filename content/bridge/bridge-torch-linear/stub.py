"""Linears from PyTorch

Port this PyTorch module to an nnx.Module of the same
name, with the same attribute names, and fill it with
trained weights.

class Rater(torch.nn.Module):
    def __init__(self, d, out):
        super().__init__()
        self.mix = torch.nn.Linear(d, d)
        self.rate = torch.nn.Linear(d, out, bias=False)

    def forward(self, x):
        return self.rate(torch.relu(self.mix(x)))

`torch_linear(state, x)` gets its state dict. All sizes
are to be read from the arrays in it. Build a Rater of
two nnx.Linear layers, give them these weights, and call
it on x. The model will be trained further: what PyTorch
trains is an nnx.Param, and there is no other.

    state    a dict of float32 arrays: "mix.weight",
             "mix.bias" and "rate.weight"
    x        float32 array of shape (n, d); n may be 1
    returns  a dict: "model", the Rater; and "y", what it
             gives for x, which is what PyTorch would
             give: float32 of shape (n, out)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
from flax import nnx


class Rater(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("make the two layers")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("port forward")


def torch_linear(
    state: dict[str, jax.Array],
    x: jax.Array,
) -> dict[str, Any]:
    for name, array in state.items():
        print(name, array.shape)
    raise NotImplementedError("build a Rater, and fill it")
