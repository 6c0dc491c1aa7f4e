import jax
import jax.numpy as jnp
import optax

cross_entropy = optax.softmax_cross_entropy_with_integer_labels


def mean_loss(
    logits: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    raise NotImplementedError


def masked_loss(
    logits: jax.Array,
    labels: jax.Array,
    mask: jax.Array,
) -> dict[str, jax.Array]:
    def total(logits):
        return jnp.sum(cross_entropy(logits, labels), where=mask)

    loss, grads = jax.value_and_grad(total)(logits)
    count = jnp.maximum(mask.sum(), 1)
    loss, grads = loss / count, grads / count
    return {"loss": loss, "grads": grads}
