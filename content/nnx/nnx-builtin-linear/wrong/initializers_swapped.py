"""The kernel is all ones and the bias is drawn: each of the two initializers went to the other parameter. Look
at the names of the arguments."""

# fact: has nnx.Linear(..., kernel_init=nnx.initializers.ones)
# fact: has nnx.Linear(..., bias_init=nnx.initializers.normal(_))

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.ones,
        bias_init=nnx.initializers.normal(0.02),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
