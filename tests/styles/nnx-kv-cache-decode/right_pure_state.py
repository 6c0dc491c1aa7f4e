# jax.jit on a state that is handed from step to step; Params apart from the cache; written back at the end
import jax
import jax.numpy as jnp
from flax import nnx


def kv_cache_decode(seed, x, num_heads):
    model = nnx.MultiHeadAttention(
        num_heads=num_heads, in_features=x.shape[2], use_bias=False, decode=True, rngs=nnx.Rngs(seed)
    )
    model.init_cache(x.shape)
    graphdef, params, cache, rest = nnx.split(model, nnx.Param, nnx.Cache, ...)

    @jax.jit
    def step(params, cache, rest, token):
        layer = nnx.merge(graphdef, params, cache, rest)
        y = layer(token[:, None])
        return y[:, 0], nnx.state(layer, nnx.Cache)

    rows = []
    for token in x.swapaxes(0, 1):
        y, cache = step(params, cache, rest, token)
        rows.append(y)
    nnx.update(model, cache)
    return jnp.stack(rows, axis=1)
