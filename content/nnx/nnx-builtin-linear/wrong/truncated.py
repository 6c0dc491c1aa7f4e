"""The kernel was drawn from a truncated normal distribution, which leaves out the tails and draws other numbers
with the same key. The task names the plain one."""

# fact: has nnx.initializers.truncated_normal(...)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.truncated_normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
