"""A loop over the flat State builds a new one."""

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
    graphdef, state = nnx.split(model)

    new = []
    for path, variable in nnx.to_flat_state(state):
        match path:
            case ("layers", int(i), "kernel"):
                variable = variable.replace(variable * decay ** (depth - 1 - i))
        new.append((path, variable))
    return model(x), nnx.merge(graphdef, nnx.from_flat_state(new))(x)
