"""Heads by name

This module has two heads that look at the same input, and cannot be
built: its constructor raises an error. Fix it, and keep the names.

    heads        attribute that holds two nnx.Linear by name:
                 "a" from 3 features to 1, "b" from 3 features to 2.
                 Both have a bias and the default initializers and share
                 one nnx.Rngs; a is created first, then b.
    __call__(x)  returns an ordinary dict with what each head gives for x

`dict_of_heads(seed, x)` builds one such module with nnx.Rngs(seed) and
returns what it gives for x.

    seed     int
    x        float32 array of shape (n, 3)
    returns  dict: "a" -> float32 array of shape (n, 1),
                   "b" -> float32 array of shape (n, 2)

The values are compared with the reference's. Besides, it is checked that the
Params in nnx.state of a module with an attribute `heads` are at these paths
and at no others: heads/a/kernel, heads/a/bias, heads/b/kernel, heads/b/bias;
that the output depends on them; and that a call of the module gives what your
function returns.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.heads = {
            "a": nnx.Linear(3, 1, rngs=rngs),
            "b": nnx.Linear(3, 2, rngs=rngs),
        }

    def __call__(self, x: jax.Array) -> dict[str, jax.Array]:
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed: int, x: jax.Array) -> dict[str, jax.Array]:
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return model(x)
