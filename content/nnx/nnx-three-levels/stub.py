"""A path is an address

Port this network of PyTorch, of three levels:

    class Block(Module):
        def __init__(self, width):
            self.inner = Linear(width, width)
            self.gate = Linear(width, width)
        def forward(self, x):
            gate = sigmoid(self.gate(x))
            return x + gate * relu(self.inner(x))

    class Body(Module):
        def __init__(self, d_in, width):
            self.stem = Linear(d_in, width)
            self.block = Block(width)
        def forward(self, x):
            return self.block(self.stem(x))

    class Net(Module):
        def __init__(self, d_in, width, d_out):
            self.body = Body(d_in, width)
            self.head = Linear(width, d_out)
        def forward(self, x):
            return self.head(self.body(x))

`three_levels(weights, x)` builds it, gives it the trained
weights, and runs it on x.

    weights  its state_dict(), as JAX arrays. The names:
             body.stem, body.block.inner,
             body.block.gate and head, each followed by
             .weight of shape (out, in), and by .bias
    x        float32 array of shape (n, in)
    returns  a tuple (y, state): a float32 array of shape
             (n, out), and nnx.state of the model

PyTorch's Linear computes x @ weight.T + bias. In the port
the layers are nnx.Linears, under the names that the
attributes have above. The sizes are those of the weights.

The values are compared with the reference's. Besides, it
is checked that the state has exactly the eight Params,
at the paths body/stem/kernel, body/stem/bias and so on,
that they hold the trained weights, that the layers are
nnx.Linears, and that a call of the model gives y.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, width, d_out, *, rngs):
        raise NotImplementedError("build body and head")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("body, then head")


def three_levels(
    weights: dict[str, jax.Array],
    x: jax.Array,
) -> tuple[jax.Array, nnx.State]:
    raise NotImplementedError("build, load, run")
