"""The biases are there, and the output does not depend on them: the forward pass multiplies by the kernels and
leaves the rest of the layers out. While they are zero no number shows it. Call the layers instead of
reaching into them; each knows what it has to do."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return jax.nn.relu(x @ self.hidden.kernel) @ self.out.kernel


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
