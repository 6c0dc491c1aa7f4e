"""The kernel starts as it should, and the bias at zero, which is the layer's default. It has an argument of its
own; give it an initializer that makes ones."""

# fact: has nnx.Linear(..., kernel_init=_)
# fact: has not nnx.Linear(..., bias_init=_)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
