"""The bias of down is added by each device, before the sum."""

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
    def part(x: Any, uk: Any, ub: Any, dk: Any, db: Any) -> jax.Array:
        return jax.lax.psum(nnx.gelu(x @ uk + ub) @ dk + db, "model")

    specs = (P(), P(None, "model"), P("model"), P("model", None), P())
    mapped = jax.shard_map(part, mesh=MESH, in_specs=specs, out_specs=P())
    up, down = model.up, model.down
    return mapped(x, up.kernel[...], up.bias[...], down.kernel[...], down.bias[...])


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
