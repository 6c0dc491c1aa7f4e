"""nnx.Linear without a bias."""

from flax import nnx


def linear_no_bias(seed, x, features):
    din = x.shape[0]
    init = nnx.initializers.normal(din**-0.5)
    return nnx.Linear(din, int(features), use_bias=False, kernel_init=init, rngs=nnx.Rngs(int(seed)))(x)
