import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.5, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.norm(self.hidden(x))))


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def evaluate(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return mean_error(model, x, y)


def train_averaged(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
    decay: float,
) -> dict[str, jax.Array]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    ema = nnx.EMA(model, decay, only=nnx.Param)
    losses, live, averaged = [], [], []
    for x, y in zip(xs, ys, strict=True):
        losses.append(step(model, optimizer, x, y))
        ema.update(model)
        model.eval()
        live.append(evaluate(model, x_test, y_test))
        mean = ema.apply_to(model)
        before = averaged[-1] if averaged else live[-1]
        averaged.append(decay * before + (1 - decay) * live[-1])
        model.train()
    return {
        "losses": jnp.stack(losses),
        "live": jnp.stack(live),
        "averaged": jnp.stack(averaged),
        "kernel": mean.hidden.kernel[...],
    }
