"""The hidden layer is made whole by a constraint."""

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
        h = nnx.gelu(self.up(x))
        h = jax.lax.with_sharding_constraint(h, NamedSharding(MESH, P()))
        return self.down(h)


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
    placed(model.up.kernel, P(None, "model"))
    placed(model.up.bias, P("model"))
    placed(model.down.kernel, P("model", None))
    placed(model.down.bias, P())
    x = jax.device_put(x, NamedSharding(MESH, P()))
    return {"y": forward(model, x), "model": model}
