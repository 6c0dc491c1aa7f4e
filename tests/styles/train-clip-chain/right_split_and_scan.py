import jax
import jax.numpy as jnp
import optax
from flax import nnx


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss, jnp.zeros(())


def clipped_steps(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    limit: float,
) -> dict[str, jax.Array]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    tx = optax.chain(
        optax.clip_by_global_norm(limit),
        optax.sgd(lr, momentum=0.9),
    )
    graphdef, params = nnx.split(model)

    def one(carry, batch):
        params, memory = carry
        loss, grads = jax.value_and_grad(lambda p: mean_error(nnx.merge(graphdef, p), *batch))(params)
        updates, memory = tx.update(grads, memory, params)
        return (optax.apply_updates(params, updates), memory), (loss, optax.tree.norm(grads))

    (params, _), (losses, norms) = jax.lax.scan(one, (params, tx.init(params)), (xs, ys))
    nnx.update(model, params)
    return {
        "norms": norms,
        "losses": losses,
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
