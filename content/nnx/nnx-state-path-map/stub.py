"""Map a state by path

Port this rule from Linen to the Net below, which has its
layers in an nnx.List, and needs no change:

    def rule(path, array):
        # such as ("layers_1", "kernel"), or ("head", "bias")
        name, last = path
        if name.startswith("layers_") and last == "kernel":
            i = int(name.removeprefix("layers_"))
            return array * decay ** (depth - 1 - i)
        return array

    decayed = path_aware_map(rule, params)
    before = net.apply({"params": params}, x)
    after = net.apply({"params": decayed}, x)

`state_path_map(seed, x, depth, decay)` builds one Net with
nnx.Rngs(seed), as wide as a row of x, makes a second model
of it by the rule, and returns the outputs of both on x.
The first model stays as it was built.

    seed     int
    x        float32 array of shape (n, in)
    depth    int, 1 or more
    decay    float
    returns  a tuple (before, after): two float32 arrays
             of shape (n, 1), the output of the first
             model and that of the second

The values are compared with the reference's. Besides, it
is checked that at the end a model holds the kernels and
biases that were drawn, and that `after` comes out of a
call of a model.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        def linear(features):
            start = nnx.initializers.normal(1.0)
            return nnx.Linear(
                d,
                features,
                bias_init=start,
                rngs=rngs,
            )

        self.layers = nnx.List([linear(d) for _ in range(depth)])
        self.head = linear(1)

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return self.head(x)


def state_path_map(
    seed: int,
    x: jax.Array,
    depth: int,
    decay: float,
) -> tuple[jax.Array, jax.Array]:
    Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    raise NotImplementedError("map its state by path")
