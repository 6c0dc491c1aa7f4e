import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.6, rngs=rngs)
        self.out = nnx.Linear(8, d_out, rngs=rngs)

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
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    optimizer.update(model, grads)


evaluate = nnx.jit(mean_error)


def train_and_keep(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
) -> dict[str, jax.Array | int]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = []
    best, lowest = 0, float("inf")
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        step(model, optimizer, x, y)
        model.eval()
        loss = evaluate(model, x_test, y_test)
        model.train()
        losses.append(loss)
        if loss < lowest:
            best, lowest = i, loss
            chosen = nnx.clone(model)

    chosen.eval()
    return {
        "losses": jnp.stack(losses),
        "best": best,
        "again": evaluate(chosen, x_test, y_test),
        "answers": chosen(x_test),
        "kernel": model.hidden.kernel[...],
    }
