"""What a solution of nnx-label-smoothing is judged by.

Each case but one has padded rows, and one has a large alpha, so that the mean over classes shows. The gradient is
asked for with NaN in the padded rows: a mask that comes too late lets it through.
"""

import jax
import jax.numpy as jnp
import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def some(*labels: int) -> np.ndarray:
    """Labels."""
    return np.array(labels, np.int32)


CASES = [
    case("two rows are padding", logits=2.0 * normal(5, 4, seed=1), labels=some(3, -100, 0, 2, -100), alpha=0.1),
    case("no padding", logits=normal(4, 3, seed=2) - 5.0, labels=some(1, 0, 2, 1), alpha=0.25),
    case("a batch of one, alpha 0.8", logits=3.0 * normal(1, 6, seed=3), labels=some(5), alpha=0.8),
    case("large logits, no smoothing", logits=1000.0 * normal(3, 2, seed=4), labels=some(-100, 1, 0), alpha=0.0),
    case("only the first row counts", logits=normal(7, 5, seed=5), labels=some(4, *[-100] * 6), alpha=0.05),
]


def check_gradient(run: Run) -> None:
    """With NaN in the padded rows, the gradient is finite, and zero there"""
    arguments = run.arguments
    padded = np.asarray(arguments["labels"]) == -100
    if not padded.any():
        return
    poisoned = jnp.where(padded[:, None], jnp.nan, arguments["logits"])

    def loss(logits: jax.Array) -> jax.Array:
        return jnp.sum(jnp.asarray(run.call({**arguments, "logits": logits})))

    grad = np.asarray(expect.learner_calls(jax.grad(loss), poisoned))
    if not np.isfinite(grad).all():
        expect.fail("With NaN in the padded rows, the gradient of logits holds NaN.", "NaN in the gradient")
    if grad[padded].any():
        expect.fail("The gradient of a padded row is not zero.", "a padded row has a gradient")
