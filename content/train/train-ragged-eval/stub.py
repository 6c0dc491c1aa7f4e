"""The short last batch

`evaluate(seed, xs, ys)` measures a new nnx.Linear on a
test set that comes in batches. The last batch may be
shorter than the others. The symptom: the same rows, cut
into batches of another size, give another loss. And for
the last batch eval_step is traced again.

Mend both. Each row counts alike, wherever it stands.
eval_step is traced once for all batches.

    seed     int
    xs       list of float32 arrays of shape (n, in); the
             last may have fewer rows
    ys       list of float32 arrays of shape (n, out),
             with the rows that xs has
    returns  a dict of two float32 scalars: "loss", the
             mean over all rows of the squared error of a
             row, which is the mean over its out entries;
             "worst", the largest squared error of a row

The values are compared with the reference's. Besides, it
is checked that a function named eval_step is traced, to
be compiled, and only once.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def eval_step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    errors = ((model(x) - y) ** 2).mean(axis=1)
    return errors.mean(), errors.max()


def evaluate(
    seed: int,
    xs: list[jax.Array],
    ys: list[jax.Array],
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(
        xs[0].shape[1],
        ys[0].shape[1],
        bias_init=nnx.initializers.ones,
        rngs=rngs,
    )
    pairs = zip(xs, ys, strict=True)
    found = [eval_step(model, x, y) for x, y in pairs]
    means, worst = zip(*found, strict=True)
    return {
        "loss": jnp.stack(means).mean(),
        "worst": jnp.stack(worst).max(),
    }
