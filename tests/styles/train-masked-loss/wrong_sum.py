import jax
import jax.numpy as jnp
import optax

cross_entropy = optax.softmax_cross_entropy_with_integer_labels


def mean_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> jax.Array:
    losses = jnp.where(mask, cross_entropy(logits, labels), 0.0)
    return losses.sum()


def masked_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> dict[str, jax.Array]:
    grad_of = jax.value_and_grad(mean_loss)
    loss, grads = grad_of(logits, labels, mask)
    return {"loss": loss, "grads": grads}
