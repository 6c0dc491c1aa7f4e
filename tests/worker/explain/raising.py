"""Code that raises what the rows of known_errors.toml are about: a function a row, named as the row is."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

import flax
import flax.io
import jax
import jax.numpy as jnp
import numpy as np
import optax
import orbax.checkpoint
import pytest
from flax import linen as nn
from flax import nnx, serialization, traverse_util
from flax.core import FrozenDict
from flax.cursor import cursor
from flax.training import checkpoints
from flax.training.train_state import TrainState
from jax import export

X = jnp.ones((2, 3))
KEY = jax.random.key(0)


class Two(nn.Module):
    """A Dense that is made in setup."""

    def setup(self) -> None:
        self.inner = nn.Dense(2)

    def __call__(self, x: Any) -> Any:
        return self.inner(x)


def layer() -> Any:
    return nnx.Linear(3, 4, rngs=nnx.Rngs(0))


# JAX: tracing


def traced_truth() -> None:
    jax.jit(lambda x: x if x > 0 else -x)(1.0)


def traced_to_numpy() -> None:
    jax.jit(lambda x: np.sin(x))(X)


def traced_index() -> None:
    jax.jit(lambda n: list(range(5))[n])(2)


def traced_mask() -> None:
    jax.jit(lambda x: x[x > 0])(X)


def traced_number() -> None:
    jax.jit(lambda x: float(x))(1.0)


def leaked_tracer() -> None:
    kept = []
    jax.jit(lambda x: kept.append(x) or x)(1.0)
    kept[0] + 1


def key_reuse() -> None:
    with jax.debug_key_reuse(True):
        key = jax.random.key(0)
        jax.random.normal(key)
        jax.random.normal(key)


def traced_shape() -> None:
    jax.jit(lambda n: jnp.zeros(n))(3)


def traced_slice() -> None:
    jax.jit(lambda x, n: x[:n])(X, 1)


def varying_length() -> None:
    jax.jit(lambda x: jnp.unique(x))(X)


def unhashable_static() -> None:
    jax.jit(lambda x, n: x, static_argnums=1)(X, [1])


def no_array_passed() -> None:
    jax.jit(lambda x: 1)("text")


def no_array_returned() -> None:
    jax.jit(lambda x: "text")(X)


def array_item_assignment() -> None:
    X[0] = 1.0


def gradient_of_vector() -> None:
    jax.grad(lambda x: x * 2)(X)


def gradient_by_integer() -> None:
    jax.grad(lambda x: x * 2.0)(1)


def carry_changes() -> None:
    jax.lax.scan(lambda c, x: (jnp.concatenate([c, c]), x), jnp.ones(1), X)


def scan_body_pair() -> None:
    jax.lax.scan(lambda c, x: c, 0.0, X)


def scan_lengths() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, (jnp.ones(2), jnp.ones(3)))


def branch_structure() -> None:
    jax.lax.cond(True, lambda x: x, lambda x: (x, x), 1.0)


def branch_types() -> None:
    jax.lax.cond(True, lambda x: x, lambda x: jnp.int32(1), 1.0)


def vmap_lengths() -> None:
    jax.vmap(lambda a, b: a + b)(jnp.ones(2), jnp.ones(3))


def vmap_rank() -> None:
    jax.vmap(lambda a: a, in_axes=3)(X)


def unbound_axis() -> None:
    jax.lax.psum(1.0, "batch")


def donated() -> None:
    x = jnp.ones(3)
    jax.jit(lambda a: a + 1, donate_argnums=0)(x)
    x + 1


# Shapes and dtypes


def contracting() -> None:
    jnp.ones((2, 3)) @ jnp.ones((4, 5))


def broadcasting() -> None:
    jnp.ones(3) + jnp.ones(4)


def broadcasting_to() -> None:
    layer().kernel[...] = jnp.zeros((4, 3))


def reshaping() -> None:
    X.reshape(4)


def concatenating() -> None:
    jnp.concatenate([jnp.ones((2, 3)), jnp.ones((2, 4))])


def concatenating_scalars() -> None:
    jnp.concatenate([jnp.float32(1), jnp.float32(1)])


def stacking() -> None:
    jnp.stack([jnp.ones(2), jnp.ones(3)])


def too_many_indices() -> None:
    X[0, 0, 0]


def float_index() -> None:
    X[1.0]


def axis_out_of_range() -> None:
    X.sum(axis=2)


def arrays_wanted() -> None:
    jnp.sum([1.0, 2.0])


def einsum_lengths() -> None:
    jnp.einsum("ij,jk->ik", jnp.ones((2, 3)), jnp.ones((4, 5)))


def einsum_rank() -> None:
    jnp.einsum("ijk->i", X)


def float_seed() -> None:
    jax.random.key(1.0)


def no_key() -> None:
    jax.random.normal(0, (3,))


def keys_for_key() -> None:
    jax.random.normal(jax.random.split(KEY), (3,))


def float_shape() -> None:
    jnp.zeros((2.0, 3))


def ambiguous_truth() -> None:
    bool(jnp.array([True, False]))


def scalar_conversion() -> None:
    float(jnp.ones(2))


def pytrees_differ() -> None:
    jax.tree.map(lambda a, b: a, {"a": 1}, {"b": 1})


def dict_copy() -> None:
    {}.copy({"a": 1})  # type: ignore[call-arg]


def iterating_scalar() -> None:
    list(jnp.float32(1))


# Names that are gone or not imported


def not_imported() -> None:
    exec("jnp.ones(3)", {})


def gone_from_jax() -> None:
    jax.tree_map(lambda a: a, X)


def no_flax_module() -> None:
    exec("import flax.optim")


def gone_from_flax() -> None:
    nnx.GraphNode()


# flax.errors


def trace_level() -> None:
    model = layer()

    @jax.jit
    def step(x: Any) -> Any:
        model.kernel[...] = model.kernel * x
        return x

    step(2.0)


def rng_missing() -> None:
    nn.Dropout(0.5, deterministic=False).apply({}, X)


def rng_type() -> None:
    nn.Dense(2).init(0, X)


def variables_type() -> None:
    nn.Dense(4).apply(nn.Dense(4).init(KEY, X)["params"], X)


def variables_structure() -> None:
    nn.Dense(4).apply({"params": nn.Dense(4).init(KEY, X)}, X)


def param_missing() -> None:
    nn.Dense(4).apply({"params": {"kernel": jnp.ones((3, 4))}}, X)


def collection_missing() -> None:
    nn.Dense(4).apply({}, X)


def param_shape() -> None:
    variables = nn.Dense(4).init(KEY, X)
    nn.Dense(4).apply(variables, jnp.ones((2, 5)))


def variable_missing() -> None:
    class Counting(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return self.variable("state", "n", jnp.zeros, ()).value + x

    Counting().apply({"state": {"m": 1.0}}, X)


def filter_invalid() -> None:
    nn.Dense(4).apply(nn.Dense(4).init(KEY, X), X, mutable=3)


def lazy_init_value() -> None:
    class Copies(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return self.param("first", lambda key: x)

    Copies().lazy_init(KEY, jax.ShapeDtypeStruct((2, 3), jnp.float32))
    pytest.skip("This flax takes zeros where only a shape is known, and raises nothing.")


def collection_immutable() -> None:
    norm = nn.BatchNorm(use_running_average=False)
    norm.apply(norm.init(KEY, X), X)


def partition_name() -> None:
    class Stack(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            dense = nn.vmap(nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True})
            return dense(4, kernel_init=nn.with_partitioning(nn.initializers.ones_init(), (None, "model")))(x)

    Stack().init(KEY, X)


def name_in_use() -> None:
    class Twice(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3, name="a")(nn.Dense(3, name="a")(x))

    Twice().init(KEY, X)


def submodule_place() -> None:
    class Late(nn.Module):
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3)(x)

    Late().init(KEY, X)


def setup_frozen() -> None:
    class Changing(nn.Module):
        width: int

        def setup(self) -> None:
            self.width = 3

        def __call__(self, x: Any) -> Any:
            return x

    Changing(2).init(KEY, X)


def module_frozen() -> None:
    class Changing(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            self.last = x
            return x

    Changing().init(KEY, X)


def reserved_field() -> None:
    class Reserved(nn.Module):
        parent: int

    Reserved(1)


def method_invalid() -> None:
    nn.Dense(4).apply({}, X, method=3)


def unbound_compact() -> None:
    nn.Dense(4)(X)


def unbound_unbind() -> None:
    nn.Dense(4).unbind()


def unbound_share() -> None:
    nn.share_scope(nn.Dense(4), nn.Dense(4))


def init_on_class() -> None:
    nn.Dense.init(KEY, X)


def post_init() -> None:
    class Own(nn.Module):
        def __post_init__(self) -> None:
            self.a = 1

        def __call__(self, x: Any) -> Any:
            return x

    Own().init(KEY, X)


def descriptor() -> None:
    class Broken(nn.Module):
        @property
        def wide(self) -> Any:
            return self.missing

        def __call__(self, x: Any) -> Any:
            return self.wide

    Broken().init(KEY, X)


def transformed_return() -> None:
    class Returning(nn.Module):
        @nn.jit
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(2)

    Returning().init(KEY, X)


def transform_target() -> None:
    class Stack(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.vmap(nn.Dense(2))(x)

    Stack().init(KEY, X)


# NNX


def static_list() -> None:
    class Stack(nnx.Module):
        def __init__(self) -> None:
            self.layers = [layer()]

    Stack()


def static_becomes_data() -> None:
    class Late(nnx.Module):
        def __init__(self) -> None:
            self.a = None
            self.a = layer()

    Late()


def static_array() -> None:
    class Marked(nnx.Module):
        def __init__(self) -> None:
            self.a = nnx.static(jnp.ones(2))

    Marked()


def data_in_container() -> None:
    class Marked(nnx.Module):
        def __init__(self) -> None:
            self.a = [nnx.data(jnp.ones(2))]

    Marked()


def rng_value() -> None:
    nnx.Rngs(3.0)


def rng_stream() -> None:
    nnx.Rngs(params=0).dropout()


def rng_stream_item() -> None:
    nnx.Rngs(params=0)["dropout"]


def rngs_number() -> None:
    nnx.Linear(2, 3, rngs=0)


def rngs_missing() -> None:
    nnx.Linear(2, 3)


def dropout_rngs() -> None:
    nnx.Dropout(0.5)(X)


def mode_missing() -> None:
    nnx.Dropout(0.5, deterministic=None, rngs=nnx.Rngs(0))(X)


def filters_left() -> None:
    nnx.split(nnx.BatchNorm(3, rngs=nnx.Rngs(0)), nnx.Param)


def filters_order() -> None:
    nnx.split(layer(), ..., nnx.Param)


def leaves_number() -> None:
    graphdef, _ = nnx.split(layer())
    nnx.merge(graphdef, nnx.State({}))


def in_place() -> None:
    variable = nnx.Param(jnp.ones(2))
    variable += 1


def variable_attribute() -> None:
    nnx.Param(jnp.ones(2)).foo = 1


def unhashable_array() -> None:
    hash(nnx.Param(jnp.ones(2)))


def length_of_scalar() -> None:
    bool(nnx.Variable(jnp.array(False)))


def variable_to_lax() -> None:
    jax.lax.exp(nnx.Param(jnp.ones(2)))


def bound_method() -> None:
    nnx.jit(layer().__call__)(X)


def array_without_value() -> None:
    print(jnp.ones(2).value)


def optimizer_wrt() -> None:
    nnx.Optimizer(layer(), optax.sgd(0.1))


def optimizer_grads() -> None:
    optimizer = nnx.Optimizer(layer(), optax.sgd(0.1), wrt=nnx.Param)
    optimizer.update(nnx.State({}))


def optimizer_model() -> None:
    print(nnx.Optimizer(layer(), optax.sgd(0.1), wrt=nnx.Param).model)


def vmap_output() -> None:
    class Sum(nnx.Module):
        def __init__(self) -> None:
            self.c = nnx.Variable(jnp.zeros(()))

        def __call__(self, x: Any) -> Any:
            self.c[...] += x.sum()
            return x

    nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(Sum(), jnp.arange(6.0).reshape(2, 3))


def aliasing() -> None:
    model = layer()
    nnx.vmap(lambda a, b: 1.0, in_axes=(0, None))(model, model)


def one_carry() -> None:
    nnx.scan(lambda c, x: c, in_axes=(nnx.Carry, 0), out_axes=0)(0.0, X)


def state_axes() -> None:
    axes = nnx.StateAxes({...: 0})
    nnx.vmap(lambda m, x: x, in_axes=(axes, 0), graph=False)(layer(), X)


def duplicates() -> None:
    model = layer()
    nnx.jit(lambda a, b: 1.0, graph=False)(model, model)


def abstract_called() -> None:
    nnx.eval_shape(layer)(X)


def cache_not_made() -> None:
    nnx.MultiHeadAttention(2, 4, decode=True, rngs=nnx.Rngs(0))(jnp.ones((1, 1, 4)))


def decode_missing() -> None:
    nnx.MultiHeadAttention(2, 4, rngs=nnx.Rngs(0))(jnp.ones((1, 2, 4)))


def attention_heads() -> None:
    nnx.MultiHeadAttention(3, 4, rngs=nnx.Rngs(0))


def group_norm_groups() -> None:
    nnx.GroupNorm(4, rngs=nnx.Rngs(0))


def mesh_missing() -> None:
    nnx.Param(jnp.ones((2, 2)), out_sharding=("a", None))


def gradient_by_rng_state() -> None:
    class Model(nnx.Module):
        def __init__(self) -> None:
            self.d = nnx.Dropout(0.5, rngs=nnx.Rngs(0))

    nnx.grad(lambda m: 1.0, graph=False)(Model())


def view_unused() -> None:
    nnx.view(layer(), flavour=True)


def attributes_unknown() -> None:
    layer().set_attributes(flavour=True)


def weight() -> None:
    print(layer().weight)


# Linen


def mode_linen() -> None:
    nn.BatchNorm().init(KEY, X)


def param_place() -> None:
    class Late(nn.Module):
        def __call__(self, x: Any) -> Any:
            return self.param("a", nn.initializers.ones, (2,))

    Late().init(KEY, X)


def setup_attribute() -> None:
    print(Two().inner)


def frozen_dict() -> None:
    FrozenDict({"a": 1})["a"] = 2


def frozen_instance() -> None:
    variables = nn.Dense(2).init(KEY, X)
    TrainState.create(apply_fn=None, params=variables, tx=optax.sgd(0.1)).step = 3


def linen_hash() -> None:
    class Outer(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return jax.jit(nn.Dense(1))(x)

    Outer().init(KEY, X)


def scan_length() -> None:
    class Step(nn.Module):
        @nn.compact
        def __call__(self, c: Any, x: Any) -> Any:
            return c, x

    nn.scan(Step, variable_broadcast="params", split_rngs={"params": False})().init(KEY, X, None)


def bytes_keys() -> None:
    serialization.from_bytes({"a": jnp.ones(2), "b": jnp.ones(2)}, serialization.to_bytes({"a": jnp.ones(2)}))


def flatten_no_dict() -> None:
    traverse_util.flatten_dict([1])


def unpacking() -> None:
    _state, _params = {"a": 1, "b": 2, "c": 3}


def no_such_method_of_tuple() -> None:
    norm = nn.BatchNorm(use_running_average=False)
    norm.apply(norm.init(KEY, X), X, mutable=["batch_stats"]).sum()


def rngs_unexpected() -> None:
    nn.Dense(3, rngs=nnx.Rngs(0))


def module_has_no_init() -> None:
    layer().init(KEY, X)


# Optax and Orbax


def optax_params() -> None:
    tx = optax.adamw(0.1)
    params = {"a": jnp.ones(2)}
    tx.update(params, tx.init(params))


def path_taken() -> None:
    with tempfile.TemporaryDirectory() as folder, orbax.checkpoint.StandardCheckpointer() as checkpointer:
        checkpointer.save(folder, {"a": jnp.ones(2)})


# Sharding


def mesh_explicit() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    with jax.set_mesh(mesh):
        jax.lax.with_sharding_constraint(X, jax.P("a"))


def mesh_axis() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    jax.device_put(X, jax.NamedSharding(mesh, jax.P("b")))


def mesh_missing_constraint() -> None:
    jax.lax.with_sharding_constraint(X, jax.P("a"))


# More of the same


def symbolic_dimension() -> None:
    (length,) = export.symbolic_shape("n")
    shape = jax.ShapeDtypeStruct((length,), jnp.float32)
    export.export(jax.jit(lambda x: 1 if x.shape[0] > 3 else 0))(shape)


def predicate_scalar() -> None:
    jax.lax.cond(jnp.array([True, False]), lambda x: x, lambda x: -x, X)


def integer_conversion() -> None:
    range(jnp.float32(1))


def scope_invalid() -> None:
    scope = flax.core.bind({}, mutable=True)
    with scope.temporary():
        pass
    scope.put_variable("state", "a", 1)


def unbound_setup() -> None:
    Two().setup()


def checkpoint_outdated() -> None:
    with tempfile.TemporaryDirectory() as folder, flax.config.temp_flip_flag("use_orbax_checkpointing", False):
        checkpoints.save_checkpoint(folder, {"a": X}, 2)
        checkpoints.save_checkpoint(folder, {"a": X}, 1)


def file_exists() -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        one.touch()
        other.touch()
        flax.io.copy(str(one), str(other))


def cursor_find() -> None:
    cursor({"a": {"b": X}}).find(lambda path, value: path == "z")


def cursor_traverse() -> None:
    cursor({"a": {"b": X}}).apply_update(None)


def filter_type() -> None:
    nnx.state(layer(), 3)


def merge_order() -> None:
    graphdef, state = nnx.split(layer())
    nnx.merge(state, graphdef)


def pure_dict_key() -> None:
    nnx.replace_by_pure_dict(nnx.state(layer()), {"kernal": X})


def graph_updates() -> None:
    nnx.vjp(lambda model: model.kernel.sum(), layer())


def graph_updates_jaxpr() -> None:
    nnx.make_jaxpr(lambda model: model.kernel.sum())(layer())


def embed_dtype() -> None:
    nnx.Embed(3, 4, rngs=nnx.Rngs(0))(X)


def abstract_input() -> None:
    nn.Dense(3).init(KEY, jax.ShapeDtypeStruct((2, 3), jnp.float32))


def metric_argument() -> None:
    nnx.metrics.Average().update(loss=1.0)


def metric_labels() -> None:
    nnx.metrics.Accuracy().update(logits=X, labels=X)


def labels_dtype() -> None:
    optax.softmax_cross_entropy_with_integer_labels(X, jnp.ones(2))


def path_relative() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        orbax.checkpoint.StandardCheckpointer() as checkpointer,
    ):
        checkpointer.save("here", {"a": X})


def shard_map_specs() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    jax.shard_map(lambda x: x, mesh=mesh, in_specs=jax.P("a"), out_specs=jax.P("a"))(X)


def nan_found() -> None:
    with jax.debug_nans(True):
        jnp.log(-1.0)


def device_memory() -> None:
    jnp.zeros(1 << 45).block_until_ready()
