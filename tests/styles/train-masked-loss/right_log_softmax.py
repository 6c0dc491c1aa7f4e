import jax
import jax.numpy as jnp
import optax

cross_entropy = optax.softmax_cross_entropy_with_integer_labels


def mean_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> jax.Array:
    scores = jax.nn.log_softmax(logits)
    chosen = jnp.take_along_axis(scores, jnp.where(mask, labels, 0)[..., None], -1)[..., 0]
    return -jnp.where(mask, chosen, 0).sum() / mask.sum().clip(1)


def masked_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> dict[str, jax.Array]:
    grad_of = jax.value_and_grad(mean_loss)
    loss, grads = grad_of(logits, labels, mask)
    return {"loss": loss, "grads": grads}
