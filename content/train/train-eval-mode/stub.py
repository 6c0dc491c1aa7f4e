"""An evaluation that jumps

`eval_mode(seed, x, y, x_test, y_test, lr, steps)` trains a
network, and evaluates it on a few test rows after each
step. The training is right. The symptoms:

- the losses of the evaluation jump, and the same model
  evaluated twice gives two losses;
- a test row gets a different answer alone than together
  with other rows;
- with a different test set the averages of the norms end
  elsewhere.

Yet model.eval() is called, and all layers have the
attributes that it sets. Mend the program:

- in an evaluation no layer draws a key, uses the statistics
  of the batch, or changes its state;
- in a step all of them do what they do now: a step is
  unchanged, also after an evaluation.

    seed     int
    x, y     float32 arrays of shape (n, d) and (n, out)
    x_test, y_test
             float32 arrays of shape (m, d) and (m, out);
             m may be 1
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict of float32 arrays: "losses" of shape
             (steps,), in training mode, each from before
             its step; "evals" of shape (steps,), each from
             after its step; "means" of shape (2, 5), the
             running means of both norms at the end

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.8, rngs=rngs)
        self.drop = nnx.Dropout(0.3, rngs=rngs)

    def __call__(self, x: jax.Array, train: bool = True) -> jax.Array:
        h = self.norm(self.linear(x), use_running_average=not train)
        return self.drop(nnx.relu(h), deterministic=not train)


class Net(nnx.Module):
    def __init__(self, d: int, d_out: int, *, rngs: nnx.Rngs):
        self.one = Block(d, rngs=rngs)
        self.two = Block(5, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(self.two(self.one(x)))


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params):
        net = nnx.merge(graphdef, params, rest, copy=True)
        loss = jnp.mean((net(x) - y) ** 2)
        return loss, nnx.state(net, nnx.Not(nnx.Param))

    gradient = jax.value_and_grad(mean_error, has_aux=True)
    (loss, moved), grads = gradient(params)
    nnx.update(model, moved)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def evaluate(model: Net, x: jax.Array, y: jax.Array) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


def eval_mode(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses, evals = [], []
    for _ in range(steps):
        model.train()
        losses.append(step(model, optimizer, x, y))
        model.eval()
        evals.append(evaluate(model, x_test, y_test))
    norms = model.one.norm, model.two.norm
    return {
        "losses": jnp.stack(losses),
        "evals": jnp.stack(evals),
        "means": jnp.stack([norm.mean[...] for norm in norms]),
    }
