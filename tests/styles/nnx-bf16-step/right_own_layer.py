"""Layers of its own that cast by hand."""

import jax.numpy as jnp
from flax import nnx


class Dense(nnx.Module):
    def __init__(self, a, b, rngs):
        made = nnx.Linear(a, b, rngs=rngs)
        self.kernel, self.bias = nnx.Param(made.kernel[...]), nnx.Param(made.bias[...])

    def __call__(self, x):
        half = jnp.bfloat16
        return x.astype(half) @ self.kernel.astype(half) + self.bias.astype(half)


class Net(nnx.Module):
    def __init__(self, d_in, d_out, rngs):
        self.hidden = Dense(d_in, 8, rngs)
        self.head = Dense(8, d_out, rngs)

    def __call__(self, x):
        return self.head(jnp.tanh(self.hidden(x)))


def bf16_step(seed, x, y, lr, steps):
    model = Net(x.shape[1], y.shape[1], nnx.Rngs(seed))

    @nnx.jit
    def step(model):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x).astype(float) - y) ** 2))(model)
        for layer in ("hidden", "head"):
            for name in ("kernel", "bias"):
                getattr(getattr(model, layer), name)[...] -= lr * getattr(getattr(grads, layer), name)[...]
        return loss

    losses = [step(model) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "params": nnx.to_pure_dict(nnx.state(model, nnx.Param))}
