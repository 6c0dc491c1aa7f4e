"""The kernel holds its old numbers times the value, and it should hold nothing but the value.

After scaling, the random numbers of the initializer still show through. Replacing means that none of them is
left: every entry is the value itself. A new array of the old one's shape and dtype is what you need."""

# fact: checks

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel[...] = layer.kernel[...] * replacement_value
    return layer(x)
