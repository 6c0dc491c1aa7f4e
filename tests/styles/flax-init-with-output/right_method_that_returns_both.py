# A method that calls the layer and picks its kernel, run by init_with_output.
import jax
from flax import linen as nn


def output_and_kernel(dense, x):
    y = dense(x)
    return {"y": y, "kernel": dense.get_variable("params", "kernel")}


def init_with_output(seed, x, features):
    result, _ = nn.Dense(int(features)).init_with_output(
        {"params": jax.random.key(int(seed))}, x, method=output_and_kernel
    )
    return result
