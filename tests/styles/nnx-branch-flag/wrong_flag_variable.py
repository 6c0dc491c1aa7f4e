# Mistake: the flag is kept in a Variable, and the layer is chosen with jnp.where: an array too many in the state.
import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, features, use_extra, *, rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)
        self.extra = nnx.Linear(features, features, rngs=rngs) if use_extra else None
        self.use_extra = nnx.Variable(jnp.array(use_extra))

    def __call__(self, x):
        x = jax.nn.relu(self.stem(x))
        if self.extra is not None:
            x = jnp.where(self.use_extra[...], jax.nn.relu(self.extra(x)), x)
        return self.head(x)


def branch_flag(seed, x, features, use_extra):
    model = Net(x.shape[1], features, use_extra, rngs=nnx.Rngs(seed))
    return model(x), nnx.state(model)
