# A static argument that is new in each call, so observe is traced for each batch.
from functools import partial

from flax import nnx


@partial(nnx.jit, static_argnums=2)
def observe(norm, batch, number):
    return norm(batch)


def batchnorm_running(batches, x):
    norm = nnx.BatchNorm(x.shape[1], momentum=0.9, rngs=nnx.Rngs(0))
    for number, batch in enumerate(batches):
        observe(norm, batch, number)
    return norm(x, use_running_average=True)
