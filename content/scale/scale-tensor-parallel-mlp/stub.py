"""Columns, then rows

`split_mlp(seed, x, hidden, out)` splits both kernels of
an MLP over the eight devices of `MESH`, each by its
columns. The output is right. But the report shows that
each device sends the whole hidden layer to all others.

Place the Params so that one all-reduce is all that the
devices send in `forward`. Each device still holds an
eighth of each kernel, and of the bias of `up`.

    seed     int
    x        float32 array of shape (n, d); d is a
             multiple of 8
    hidden   int, the outputs of `up`: a multiple of 8
    out      int, the outputs of `down`: a multiple of 8
    returns  a dict: "y", what `forward` gives, float32 of
             shape (n, out), whole on each device; "model",
             the MLP with its Params as they were placed

The values are compared with the reference's. Besides, it
is checked which parts each device holds, that y is whole
on each device, and that one all-reduce is compiled, and
no other collective.
"""

from typing import Any

import jax
from flax import nnx
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("model",), axis_types=(AxisType.Auto,))


class MLP(nnx.Module):
    def __init__(
        self,
        d: int,
        hidden: int,
        out: int,
        *,
        rngs: nnx.Rngs,
    ):
        drawn = nnx.initializers.normal()
        self.up = nnx.Linear(d, hidden, bias_init=drawn, rngs=rngs)
        self.down = nnx.Linear(hidden, out, bias_init=drawn, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.down(nnx.gelu(self.up(x)))


@nnx.jit
def forward(model: MLP, x: jax.Array) -> jax.Array:
    y = model(x)
    whole = NamedSharding(MESH, P())
    return jax.lax.with_sharding_constraint(y, whole)


def placed(param: nnx.Param, spec: P) -> None:
    param[...] = jax.device_put(param[...], NamedSharding(MESH, spec))


def split_mlp(
    seed: int,
    x: jax.Array,
    hidden: int,
    out: int,
) -> dict[str, Any]:
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    # Both by columns. The hidden layer has to be sent.
    placed(model.up.kernel, P(None, "model"))
    placed(model.up.bias, P("model"))
    placed(model.down.kernel, P(None, "model"))
    placed(model.down.bias, P("model"))
    x = jax.device_put(x, NamedSharding(MESH, P()))
    return {"y": forward(model, x), "model": model}
