"""A spec for each path, in one dict."""

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
    specs = {
        ("up", "kernel"): P(None, "model"),
        ("up", "bias"): P("model"),
        ("down", "kernel"): P("model"),
        ("down", "bias"): P(None),
    }
    flat = []
    for path, param in nnx.to_flat_state(nnx.state(model)):
        array = jax.device_put(param[...], NamedSharding(MESH, specs[path]))
        flat.append((path, param.replace(array)))
    nnx.update(model, nnx.from_flat_state(flat))
    x = jax.device_put(x, NamedSharding(MESH, P()))
    return {"y": forward(model, x), "model": model}
