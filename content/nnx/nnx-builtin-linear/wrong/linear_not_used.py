"""An `nnx.Linear` was built, and the output does not depend on its kernel. The numbers come from somewhere
else. Return what the layer gives for `x`."""

# fact: checks

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    rngs = nnx.Rngs(seed)
    kernel = nnx.initializers.normal(0.02)(rngs.params(), layer.kernel.shape)
    return x @ kernel + 1.0
