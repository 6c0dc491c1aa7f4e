import jax
import jax.numpy as jnp
import optax

cross_entropy = optax.softmax_cross_entropy_with_integer_labels


def mean_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> jax.Array:
    losses = cross_entropy(logits, jnp.where(mask, labels, 0))
    mean = jnp.mean(losses, where=mask)
    return jnp.where(
        mask.any(), jnp.where(mask, losses, 0).sum() / jnp.maximum(1, mask.sum()), 0 * jnp.nan_to_num(mean)
    )


def masked_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> dict[str, jax.Array]:
    grad_of = jax.value_and_grad(mean_loss)
    loss, grads = grad_of(logits, labels, mask)
    return {"loss": loss, "grads": grads}
