"""The output does not depend on any bias. While the biases are zero no number shows it. Let the Sequential call
the layers; each adds its own bias."""

# fact: checks

from flax import nnx


def sequential(seed, x):
    class Kernel(nnx.Linear):
        def __call__(self, inputs):
            return inputs @ self.kernel

    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(Kernel(3, 8, rngs=rngs), nnx.relu, Kernel(8, 1, rngs=rngs))
    return model(x)
