"""A while loop that carries what its question needs."""

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed: int, x: jax.Array, scale: float, tol: float, limit: int) -> dict[str, jax.Array]:
    """The fixed point, and after how many steps it was found."""
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def go_on(carry: tuple[jax.Array, jax.Array, jax.Array]) -> jax.Array:
        _, change, steps = carry
        return (change > tol) & (steps < limit)

    def step(carry: tuple[jax.Array, jax.Array, jax.Array]) -> tuple[jax.Array, jax.Array, jax.Array]:
        z, _, steps = carry
        new = jnp.tanh(layer(z) + x)
        return new, jnp.abs(new - z).max(), steps + 1

    start = (jnp.zeros(x.shape), jnp.array(jnp.inf), jnp.array(0, jnp.int32))
    z, _, steps = jax.lax.while_loop(go_on, step, start)
    return {"z": z, "steps": steps}
