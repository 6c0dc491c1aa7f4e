"""A view for the evaluation, made first, and static mode for each call."""

from flax import nnx


@nnx.jit(static_argnames="training")
def observe(norm, batch, training=True):
    return norm(batch, use_running_average=not training)


def batchnorm_running(batches, x):
    norm = nnx.BatchNorm(x.shape[1], momentum=0.9, rngs=nnx.Rngs(0))
    evaluated = nnx.view(norm, use_running_average=True)
    for batch in batches:
        observe(norm, batch)
    return evaluated(x)
