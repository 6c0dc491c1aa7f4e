"""`rngs` was given a whole number. The layer asks it for keys, and a number has none to give: wrap the seed in
an `nnx.Rngs`."""

# fact: checks

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=seed,
    )
    return layer(x)
