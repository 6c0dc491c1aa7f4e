# Mistake: None first, and a layer in its place afterwards; and it is built too early.
import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, features, use_extra, *, rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.extra = None
        if use_extra:
            self.extra = nnx.Linear(features, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)

    def __call__(self, x):
        x = jax.nn.relu(self.stem(x))
        if self.extra is not None:
            x = jax.nn.relu(self.extra(x))
        return self.head(x)


def branch_flag(seed, x, features, use_extra):
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], features, use_extra, rngs=rngs)
    return model(x), nnx.state(model)
