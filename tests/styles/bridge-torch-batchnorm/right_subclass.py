"""A subclass of nnx.BatchNorm with PyTorch's arguments."""

import jax.numpy as jnp
from flax import nnx


class TorchNorm(nnx.BatchNorm):
    def __init__(self, state, momentum):
        super().__init__(state["weight"].shape[0], momentum=1 - momentum, rngs=nnx.Rngs(0))
        nnx.update(self, {"scale": state["weight"], "bias": state["bias"]})
        nnx.update(self, {"mean": state["running_mean"], "var": state["running_var"]})

    def __call__(self, x, **kwargs):
        before = self.var[...]
        y = super().__call__(x, **kwargs)
        if not self.use_running_average:
            unbiased = jnp.var(x, axis=0, ddof=1)
            self.var[...] = before * self.momentum + unbiased * (1 - self.momentum)
        return y


def torch_batchnorm(state, batches, x, momentum):
    norm = TorchNorm(state, momentum)
    train = jnp.stack([norm(batch) for batch in batches])
    norm.eval()
    return {"train": train, "eval": norm(x), "mean": norm.mean[...], "var": norm.var[...]}
