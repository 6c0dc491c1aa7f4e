# no class of one's own: four Linears in a dict, one head after the other
import jax
import jax.numpy as jnp
from flax import nnx


def mha_cross(seed, x_q, x_kv, num_heads):
    rngs = nnx.Rngs(seed)
    d, e = x_q.shape[-1], x_kv.shape[-1]
    sizes = {"query": d, "key": e, "value": e, "out": d}
    layers = nnx.Dict({name: nnx.Linear(size, d, use_bias=False, rngs=rngs) for name, size in sizes.items()})
    q = jnp.split(layers.query(x_q), num_heads, axis=1)
    k = jnp.split(layers.key(x_kv), num_heads, axis=1)
    v = jnp.split(layers.value(x_kv), num_heads, axis=1)
    heads = []
    for a, b, c in zip(q, k, v, strict=False):
        heads.append(jax.nn.softmax(a @ b.T / (d // num_heads) ** 0.5, axis=1) @ c)
    return layers.out(jnp.concatenate(heads, axis=1))
