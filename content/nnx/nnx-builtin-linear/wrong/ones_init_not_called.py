"""`nnx.initializers.ones_init` makes an initializer: it is to be called, without arguments, and what comes back
is passed on. (`ones`, without `_init`, is one already.)"""

# fact: has nnx.Linear(..., bias_init=nnx.initializers.ones_init)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones_init,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
