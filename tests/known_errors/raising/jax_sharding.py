"""Raises the rows of jax_sharding.toml, on eight simulated devices."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from flax import nnx
from jax import P
from jax.sharding import AxisType

from tests.known_errors.raising.examples import X
from tests.known_errors.raising.meshes import AUTO, EXPLICIT, laid, product_of_parts


def mesh_devices() -> None:
    jax.make_mesh((16,), ("x",))


def mesh_names() -> None:
    jax.make_mesh((2, 4), ("x",))


def mesh_names__mesh() -> None:
    jax.sharding.Mesh(np.array(jax.devices()), ("x", "y"))


def mesh_names__types() -> None:
    jax.make_mesh((2, 4), ("data", "model"), axis_types=(AxisType.Explicit,))


def mesh_names__mended() -> None:
    jax.make_mesh((2, 4), ("data", "model"))


def mesh_sizes() -> None:
    jax.make_mesh(((4,), 2), ("x", "y"))


def mesh_mixed() -> None:
    mesh = jax.make_mesh((2, 2), ("x", "y"), axis_types=(AxisType.Auto, AxisType.Explicit))
    with jax.set_mesh(mesh):
        nnx.Param(jnp.ones((2, 2)), out_sharding=("x", "y"))


def mesh_mixed__mended() -> None:
    with jax.set_mesh(EXPLICIT):
        nnx.Param(jnp.ones((2, 2)), out_sharding=("x", "y"))


def mesh_context() -> None:
    jax.shard_map(lambda x: x, in_specs=P("x"), out_specs=P("x"))(jnp.ones(4))


def mesh_context__put() -> None:
    jax.device_put(X, P("x"))


def mesh_context__empty() -> None:
    jax.shard_map(lambda x: x, mesh=jax.sharding.Mesh(np.empty((), object), ()), in_specs=P(), out_specs=P())(X)


def mesh_context__shape() -> None:
    _ = jax.ShapeDtypeStruct((4,), jnp.float32, sharding=P("x")).sharding


def mesh_context__mended() -> None:
    with jax.set_mesh(AUTO):
        jax.shard_map(lambda x: x, in_specs=P("x"), out_specs=P("x"))(jnp.ones(4))


def mesh_context_devices() -> None:
    jnp.zeros((2, 2), out_sharding=jax.NamedSharding(EXPLICIT, P("x")))
    pytest.skip("This jax takes the mesh from the sharding.")


def mesh_context_devices__mended() -> None:
    with jax.set_mesh(EXPLICIT):
        jnp.zeros((2, 2), out_sharding=jax.NamedSharding(EXPLICIT, P("x")))


def indivisible() -> None:
    jax.device_put(jnp.ones(3), jax.NamedSharding(AUTO, P("x")))


def indivisible__explicit() -> None:
    jax.device_put(jnp.ones(3), jax.NamedSharding(EXPLICIT, P("x")))


def indivisible__jit() -> None:
    jax.jit(lambda x: x, in_shardings=jax.NamedSharding(AUTO, P("x")))(jnp.ones(3))


def indivisible__shard_map() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("x"), out_specs=P("x"))(jnp.ones(3))


def indivisible__mended() -> None:
    jax.device_put(jnp.pad(jnp.ones(3), (0, 1)), jax.NamedSharding(AUTO, P("x")))


def spec_rank() -> None:
    jax.device_put(X, jax.NamedSharding(AUTO, P(None, None, "x")))


def spec_rank__jit() -> None:
    jax.jit(lambda x: x, in_shardings=jax.NamedSharding(AUTO, P("x", None)))(jnp.ones(4))


def spec_rank__result() -> None:
    jax.jit(lambda x: x.sum(), out_shardings=jax.NamedSharding(AUTO, P("x")))(X)


def spec_rank__shape() -> None:
    jax.ShapeDtypeStruct((4, 4), jnp.float32, sharding=jax.NamedSharding(AUTO, P(None, "x", None)))


def spec_rank__shard_map() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("x", None), out_specs=P("x"))(jnp.ones(4))


def spec_rank__shard_map_result() -> None:
    jax.shard_map(lambda x: x.sum(), mesh=AUTO, in_specs=P("x"), out_specs=P("x"))(jnp.ones(4))


def spec_rank__mended() -> None:
    jax.shard_map(lambda x: x.sum()[None], mesh=AUTO, in_specs=P("x"), out_specs=P("x"))(jnp.ones(4))


def spec_duplicate() -> None:
    jax.NamedSharding(AUTO, P("x", "x"))


def spec_duplicate__jit() -> None:
    with jax.set_mesh(AUTO):
        jax.jit(lambda x: x, in_shardings=P("x", "x"))(X)


def shard_map_replicated() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("x"), out_specs=P())(jnp.ones(4))


def shard_map_replicated__mended() -> None:
    jax.shard_map(lambda x: jax.lax.psum(x, "x"), mesh=AUTO, in_specs=P("x"), out_specs=P())(jnp.ones(4))


def shard_map_axis() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("y"), out_specs=P("x"))(jnp.ones(4))


def shard_map_axis__result() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("x"), out_specs=P("y"))(jnp.ones(4))


def shard_map_mesh() -> None:
    mesh = jax.sharding.AbstractMesh((2,), ("y",), axis_types=(AxisType.Auto,))
    jax.shard_map(lambda x: x, mesh=mesh, in_specs=P("y"), out_specs=P("y"))(laid(P("x"), mesh=AUTO))


def shard_map_mesh__mended() -> None:
    jax.shard_map(lambda x: x, mesh=AUTO, in_specs=P("x"), out_specs=P("x"))(laid(P("x"), mesh=AUTO))


def varying() -> None:
    product_of_parts(jax.lax.mul_p.bind)


def varying__mended() -> None:
    product_of_parts(jnp.multiply)
    product_of_parts(lambda x, y: jax.lax.mul_p.bind(x, jax.lax.pcast(y, "x", to="varying")))


def devices_differ() -> None:
    jax.device_put(1.0, jax.devices()[0]) + jax.device_put(1.0, jax.devices()[1])


def devices_differ__mesh() -> None:
    with jax.set_mesh(jax.make_mesh((8,), ("x",))):
        jax.jit(lambda x: x)(laid(P("x"), mesh=AUTO))


def devices_differ__mended() -> None:
    first = jax.devices()[0]
    jax.device_put(1.0, first) + jax.device_put(jax.device_put(1.0, jax.devices()[1]), first)


def sharding_of_argument() -> None:
    jax.jit(lambda x: x, in_shardings=jax.NamedSharding(AUTO, P("x")))(laid(P(None, "x"), mesh=AUTO))


def sharding_of_argument__mended() -> None:
    along = jax.NamedSharding(AUTO, P("x"))
    jax.jit(lambda x: x, in_shardings=along)(jax.device_put(laid(P(None, "x"), mesh=AUTO), along))


def in_shardings_number() -> None:
    jax.jit(lambda x, y: x, in_shardings=(None, None, None))(1.0, 2.0)


def in_shardings_number__mended() -> None:
    jax.jit(lambda x, y: x, in_shardings=(None, None))(1.0, 2.0)


def sharding_sum() -> None:
    laid(P("x", "y")) @ laid(P("y"))


def sharding_sum__mended() -> None:
    with jax.set_mesh(EXPLICIT):
        jnp.einsum("ij,jk->ik", laid(P("x", "y")), laid(P("y")), out_sharding=P("x", None))


def sharding_operands() -> None:
    laid(P("x")) @ laid(P(None, "x"))


def sharding_operands__product() -> None:
    laid(P("x", "y")) * laid(P("y", "x"))


def sharding_operands__joined() -> None:
    jnp.concatenate([laid(P("x", "y")), laid(P("x"))])


def sharding_operands__mended() -> None:
    with jax.set_mesh(EXPLICIT):
        laid(P("x", "y")) * jax.sharding.reshard(laid(P("y", "x")), P("x", "y"))


def sharding_result() -> None:
    laid(P("x", "y"))[jnp.arange(4)]


def sharding_result__reshape() -> None:
    laid(P("x", "y")).reshape(4, 2, 8).reshape(-1)


def sharding_result__mended() -> None:
    with jax.set_mesh(EXPLICIT):
        laid(P("x", "y")).at[jnp.arange(4)].get(out_sharding=P("x", "y"))
        jax.sharding.reshard(laid(P("x", "y")), P("x")).reshape(4, 2, 8).reshape(-1)


def shape_without_value() -> None:
    jax.jit(lambda: jax.ShapeDtypeStruct((3,), jnp.float32))()


def from_callback_traced() -> None:
    along = jax.NamedSharding(AUTO, P("x"))
    jax.jit(lambda x: jax.make_array_from_callback((4,), along, lambda index: x))(jnp.ones(2))


def nan_of_jit() -> None:
    with jax.debug_nans(True):
        jax.jit(lambda: jnp.nan)()
