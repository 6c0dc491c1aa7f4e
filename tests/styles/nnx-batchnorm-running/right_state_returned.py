"""Split, and the statistics as a result."""

import jax
from flax import nnx


def batchnorm_running(batches, x):
    norm = nnx.BatchNorm(x.shape[1], momentum=0.9, rngs=nnx.Rngs(0))
    graphdef, stats, rest = nnx.split(norm, nnx.BatchStat, ...)

    @jax.jit
    def observe(stats, batch):
        layer = nnx.merge(graphdef, stats, rest)
        layer(batch)
        return nnx.state(layer, nnx.BatchStat)

    for i in range(len(batches)):
        stats = observe(stats, batches[i])
    nnx.update(norm, stats)
    norm.use_running_average = True
    return norm(x)
