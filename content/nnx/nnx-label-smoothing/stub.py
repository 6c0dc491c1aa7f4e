"""Label smoothing

Port this PyTorch function to JAX. Rows that are padding have the
label -100: they must not count.

    def loss(logits, labels, alpha):
        log_p = logits.log_softmax(dim=-1)
        index = labels.clamp(min=0)[:, None]
        hard = -log_p.gather(-1, index)[:, 0]
        spread = -log_p.mean(dim=-1)
        loss = (1 - alpha) * hard + alpha * spread
        return loss[labels != -100].mean()

Its last line makes an array whose length depends on the values
of labels. Under jax.jit every shape must be known while the
function is traced, so that line needs a different form.

`label_smoothing(logits, labels, alpha)`:

    logits   float32 array of shape (n, classes)
    labels   int32 array of shape (n,): a class, or -100
    alpha    float from 0 to 1
    returns  the mean loss of the rows whose label is not -100,
             float32 of shape (); at least one row has a class

Use optax or not, as you like. The logits of a padded row may be
anything, NaN included, and no value and no gradient of the
result may suffer from it.

The values are compared with the reference's. Besides, it is
checked that with NaN in the padded rows the gradient with
respect to logits is finite, and zero there.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def label_smoothing(
    logits: jax.Array,
    labels: jax.Array,
    alpha: float,
) -> jax.Array:
    # In place of this zero: the mean of the smoothed losses.
    return jnp.zeros(())
