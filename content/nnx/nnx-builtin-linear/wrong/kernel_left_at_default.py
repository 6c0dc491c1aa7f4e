"""The bias starts at one, and the kernel as the layer draws it by default, with a spread that depends on the
number of inputs. Give the argument for the kernel a normal initializer with the standard deviation from the
task."""

# fact: has not nnx.Linear(..., kernel_init=_)
# fact: has nnx.Linear(..., bias_init=_)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
