import jax
import jax.numpy as jnp
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
    model.eval()
    quiet = nnx.graphdef(model)
    model.train()
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss_of(params, rest, x, y):
        net = nnx.merge(graphdef, params, rest, copy=True)
        loss = mean_error(net, x, y)
        return loss, nnx.state(net, nnx.Not(nnx.Param))

    @jax.jit
    def step(carry, x, y):
        params, rest, average = carry
        (loss, rest), grads = jax.value_and_grad(loss_of, has_aux=True)(params, rest, x, y)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        average = jax.tree.map(lambda a, p: decay * a + (1 - decay) * p, average, params)
        found = [mean_error(nnx.merge(quiet, p, rest), x_test, y_test) for p in (params, average)]
        return (params, rest, average), loss, found

    carry = params, rest, params
    losses, live, averaged = [], [], []
    for x, y in zip(xs, ys, strict=True):
        carry, loss, found = step(carry, x, y)
        losses.append(loss)
        live.append(found[0])
        averaged.append(found[1])
    mean = nnx.merge(quiet, carry[2], carry[1])
    return {
        "losses": jnp.stack(losses),
        "live": jnp.stack(live),
        "averaged": jnp.stack(averaged),
        "kernel": mean.hidden.kernel[...],
    }
