# An ordinary init, during which an interceptor keeps the output of the one call.
import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(int(features))
    kept = []

    def keep(next_fun, args, kwargs, context):
        y = next_fun(*args, **kwargs)
        if context.method_name == "__call__":
            kept.append(y)
        return y

    with nn.intercept_methods(keep):
        variables = model.init(jax.random.key(int(seed)), x)
    (y,) = kept
    return {"y": y, "kernel": variables["params"]["kernel"]}
