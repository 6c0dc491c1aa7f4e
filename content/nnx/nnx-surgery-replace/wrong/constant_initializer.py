"""The kernel was initialised with the value, so nothing was replaced.

An initializer can do it here because the value is known before the layer exists. Surgery is for the other
case, a layer that is already there: loaded, trained, or built by someone else's code. Build it as it comes,
and change it afterwards."""

# fact: checks

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    fill = nnx.initializers.constant(replacement_value)
    layer = nnx.Linear(x.shape[0], features, kernel_init=fill, rngs=nnx.Rngs(seed))
    return layer(x)
