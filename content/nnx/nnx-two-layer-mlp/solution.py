"""An MLP: two Linear layers with a relu between them."""

import jax
from flax import nnx


class MLP(nnx.Module):
    """Linear, relu, Linear. Both layers draw their kernels from the same Rngs, `hidden` first."""

    def __init__(self, in_features: int, hidden: int, out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed: int, x: jax.Array, hidden: int, out: int) -> jax.Array:
    """The output of a fresh `MLP` on the rows of `x`, with shape `(n, out)`."""
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
