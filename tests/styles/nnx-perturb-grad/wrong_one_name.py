import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return nnx.tanh(self.linear(h))


class Net(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        sizes = [d, *[4] * (depth - 1)]
        blocks = [Block(size, rngs=rngs) for size in sizes]
        self.blocks = nnx.List(blocks)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = self.perturb("out", block(x))
        return self.head(x)


def perturb_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    _, zeros = nnx.capture(model, nnx.Perturbation)(x)
    graphdef, state = nnx.split(model)

    def loss_fn(zeros):
        model = nnx.merge(graphdef, state)
        return jnp.mean((nnx.capture(model, init=zeros)(x) - y) ** 2)

    loss, grads = jax.value_and_grad(loss_fn)(zeros)
    # one zero under one name for all blocks: the gradients are added up
    return {"loss": loss, "grads": jnp.stack([grads["out"][...]] * depth)}
