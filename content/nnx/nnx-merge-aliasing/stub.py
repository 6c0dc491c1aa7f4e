"""What merge shares

Which layer of a model matters most?
`merge_aliasing(seed, x)` silences one layer at a time: it
makes a second model whose kernel in layer i is zero, and
compares the outputs. But only the first two outputs are
right. In the later ones the layers before are silent as
well, and at the end the model itself is broken. Find out
why, and mend it.

The models are large in practice. So each silenced model
must SHARE all Variables with the model, save the one
kernel that is zero. Copies of a whole model are not
accepted.

    seed     int
    x        float32 array of shape (n, d)
    returns  a dict: "outputs", float32 of shape
             (4, n, d): the output of the model, then that
             with layer 0 silenced, then layer 1, then
             layer 2; "model", the model, as it was built;
             and "silenced", a list of the three others

The values, also those of all Params, are compared with
the reference's. Besides, it is checked that in silenced
model i all Params but layers[i].kernel are the Variables
of the model. How you make the models is up to you.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        bias = nnx.initializers.normal(1.0)
        layers = []
        for _ in range(3):
            layer = nnx.Linear(d, d, bias_init=bias, rngs=rngs)
            layers.append(layer)
        self.layers = nnx.List(layers)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = x + jnp.tanh(layer(x))
        return x


def merge_aliasing(seed: int, x: jax.Array) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    outputs, silenced = [model(x)], []
    for i in range(3):
        other = nnx.merge(*nnx.split(model))
        kernel = other.layers[i].kernel
        kernel[...] = jnp.zeros_like(kernel)
        outputs.append(other(x))
        silenced.append(other)
    return {
        "outputs": jnp.stack(outputs),
        "model": model,
        "silenced": silenced,
    }
