"""A clone is written to."""

import jax
from flax import nnx


class Net(nnx.Module):
    """`depth` layers of one width, and a head."""

    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        def linear(features: int) -> nnx.Linear:
            start = nnx.initializers.normal(1.0)
            return nnx.Linear(d, features, bias_init=start, rngs=rngs)

        self.layers = nnx.List([linear(d) for _ in range(depth)])
        self.head = linear(1)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return self.head(x)


def state_path_map(seed: int, x: jax.Array, depth: int, decay: float) -> tuple[jax.Array, jax.Array]:
    """The output of a fresh `Net`, and that of one with decayed kernels."""
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    before, decayed = model(x), nnx.clone(model)
    for i, layer in enumerate(decayed.layers):
        layer.kernel[...] *= decay ** (depth - 1 - i)
    return before, decayed(x)
