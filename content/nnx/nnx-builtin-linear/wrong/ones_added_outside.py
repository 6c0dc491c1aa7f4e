"""The output does not depend on the layer's own bias. While the bias is all ones, a constant in its place gives
the same numbers; but training would move the bias, and the output would stay. Let the layer compute the
output, with its own bias."""

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
    return x @ layer.kernel + 1.0
