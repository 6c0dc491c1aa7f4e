# the gradient of the two kernels alone, as arrays, in a clone
import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.5, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.down = nnx.Linear(8, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.relu(self.norm(self.up(x)))
        return self.down(self.dropout(h))


def tree_mode_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(kernels):
        inner = nnx.clone(model)
        inner.up.kernel[...], inner.down.kernel[...] = kernels
        error = jnp.mean((inner(x) - y) ** 2)
        return error, (inner.norm.mean[...], inner.dropout.rngs.count[...])

    kernels = (model.up.kernel[...], model.down.kernel[...])
    (loss, (mean, count)), (up, down) = jax.value_and_grad(mean_error, has_aux=True)(kernels)
    model.norm.mean[...] = mean
    model.dropout.rngs.count[...] = count
    return {
        "loss": loss,
        "up": up,
        "down": down,
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
