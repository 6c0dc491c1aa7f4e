import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return self.down(nnx.gelu(self.up(h)))


def build(seed: int, d: int, n: int) -> Block:
    keys = jax.random.split(jax.random.key(seed), n)
    return nnx.vmap(lambda key: Block(d, rngs=nnx.Rngs(key)))(keys)


# A while_loop: right values and a short program, but no gradient.
def scan_layers(seed, x, n):
    graphdef, state = nnx.split(build(seed, x.shape[1], n))

    def body(carry):
        i, h, sizes = carry
        h = h + nnx.merge(graphdef, jax.tree.map(lambda a: a[i], state))(h)
        return i + 1, h, sizes.at[i].set(jnp.sqrt(jnp.mean(h**2)))

    start = (jnp.array(0), x, jnp.zeros(n))
    _, h, sizes = jax.lax.while_loop(lambda carry: carry[0] < n, body, start)
    return h, sizes
