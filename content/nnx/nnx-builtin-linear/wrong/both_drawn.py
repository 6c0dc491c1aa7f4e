"""The bias was drawn as well, with a normal initializer, and the task wants it to be all ones. The layer takes
one initializer for each of its parameters."""

# fact: has nnx.Linear(..., bias_init=nnx.initializers.normal(_))

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.normal(0.02),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
