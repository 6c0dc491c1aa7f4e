"""No layer: PyTorch's rules in jnp."""

import jax.numpy as jnp


def torch_batchnorm(state, batches, x, momentum):
    def apply(x, mean, var):
        return (x - mean) / jnp.sqrt(var + 1e-5) * state["weight"] + state["bias"]

    mean, var, train = state["running_mean"], state["running_var"], []
    for batch in batches:
        train.append(apply(batch, batch.mean(0), batch.var(0)))
        mean = (1 - momentum) * mean + momentum * batch.mean(0)
        var = (1 - momentum) * var + momentum * batch.var(0, ddof=1)
    return {"train": jnp.stack(train), "eval": apply(x, mean, var), "mean": mean, "var": var}
