# One compiled observe takes all batches; the layer's own attribute is set.
import jax
from flax import nnx


@nnx.jit
def observe(norm, batches):
    graphdef, state = nnx.split(norm)

    def one(state, batch):
        inner = nnx.merge(graphdef, state)
        inner(batch, use_running_average=False)
        return nnx.state(inner), None

    state, _ = jax.lax.scan(one, state, batches)
    nnx.update(norm, state)


def batchnorm_running(batches, x):
    norm = nnx.BatchNorm(num_features=x.shape[-1], momentum=0.9, rngs=nnx.Rngs(0))
    observe(norm, batches)
    norm.use_running_average = True
    return norm(x)
