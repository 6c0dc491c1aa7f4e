import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return self.perturb("out", nnx.tanh(self.linear(h)))


class Net(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        sizes = [d, *[4] * (depth - 1)]
        blocks = [Block(size, rngs=rngs) for size in sizes]
        self.blocks = nnx.List(blocks)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return self.head(x)


def perturb_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))

    def forward(zeros):
        model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
        out = nnx.capture(model, init=zeros)(x)
        error = out - y
        return (error * error).sum() / error.size

    @jax.jit
    def loss_and_grads(zeros):
        return jax.value_and_grad(forward)(zeros)

    _, zeros = nnx.capture(model, nnx.Perturbation)(x)
    loss, grads = loss_and_grads(zeros)
    by_block = {path[1]: v.get_value() for path, v in nnx.to_flat_state(grads)}
    return {"loss": loss, "grads": jnp.stack([by_block[i] for i in range(depth)])}
