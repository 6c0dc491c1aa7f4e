import jax
import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.size = nnx.BatchStat(jnp.array(1.0))
        self.deterministic = False
        self.use_running_average = False

    # Subtle: each switch guards the other thing. train() and eval() are right, the third mode is not.
    def __call__(self, x: jax.Array) -> jax.Array:
        if not self.deterministic:
            self.size[...] = 0.5 * self.size + 0.5 * jnp.abs(x).mean()
        if self.use_running_average:
            return x
        return x + self.size * self.stream.normal(x.shape)


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    outputs = [model(x), model(x)]
    model.set_attributes(deterministic=False)
    outputs += [model(x), model(x)]
    model.train()
    return jnp.stack([*outputs, model(x)])
