"""Claims about collectives, and how many bytes they move."""

from __future__ import annotations

import pytest

from flaxdrills.judging.picture import Series
from flaxdrills.worker import expect
from flaxdrills.worker.checks.collectives import each_collective
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of

MESH = "mesh = jax.make_mesh((8,), ('d',), axis_types=(jax.sharding.AxisType.Auto,))\nP = jax.sharding.PartitionSpec\n"


def test_collectives() -> None:
    mapped = "    return jax.shard_map(g, mesh=mesh, in_specs=P('d'), out_specs=P())(x)\n"
    proven(
        lambda run: expect.collectives(run, all_reduce=1, all_gather=0),
        right=[
            MESH + "def f(x):\n    g = lambda x: jax.lax.psum(x.sum(), 'd')\n" + mapped,
            MESH + "@jax.jit\ndef g(x):\n"
            "    return jax.lax.with_sharding_constraint(x, jax.NamedSharding(mesh, P('d'))).sum()\n"
            "def f(x):\n    return g(x)\n",
        ],
        wrong={
            "0 all-reduce": "def f(x):\n    return x.sum()\n",
            "2 all-reduce": MESH
            + "def f(x):\n    g = lambda x: jax.lax.psum(jnp.sin(jax.lax.psum(x.sum(), 'd')) * x.sum(), 'd')\n"
            + mapped,
            "1 all-gather": MESH
            + "def f(x):\n    g = lambda x: jax.lax.psum(jax.lax.all_gather(x, 'd')[0, 0], 'd')\n"
            + mapped,
        },
        x=normal(16, seed=1),
    )
    run = run_of("def f(x):\n    return jax.jit(jnp.sin).lower(x).compile().as_text()\n", x=normal(3, seed=1))
    expect.collectives_in(run.output, all_reduce=0)
    with pytest.raises(expect.Unmet, match="should be the text"):
        expect.collectives_in(normal(3, seed=1))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "sent"),
    [
        ("  %p = f32[4,4]{1,0} parameter(0)\n  ROOT %all-reduce = f32[4,4]{1,0} all-reduce(%p), channel_id=1", 2 * 64),
        ("  %f = bf16[4,4]{1,0} fusion(%p)\n  %g = bf16[4,16]{0,1} all-gather(%f), dimensions={1}", 128),
        ("  %p.1 = f32[1,8]{1,0} parameter(0)\n  ROOT %r.7 = f32[1,1]{1,0} reduce-scatter(%p.1), dimensions={0}", 32),
        ("  %p.1 = s32[2]{0} parameter(0)\n  %c = s32[2]{0} collective-permute(%p.1), channel_id=1", 8),
        (
            "  %s.2 = (f32[2,4]{1,0}, f32[]) all-reduce-start(%a, %b)\n  %d = f32[2,4]{1,0} all-reduce-done(%s.2)",
            2 * 36,
        ),
        ("  %m = pred[3]{0} parameter(0)\n  %g = pred[6]{0} all-gather(%m)", 6),
        ("  %m = f8e4m3fn[3]{0} parameter(0)\n  %g = f8e4m3fn[6]{0} all-gather(%m)", 6),
        ("  %p = f32[4,4]{1,0} parameter(0)\n  ROOT %d = f32[4]{0} reduce(%p, %z)", 0),
    ],
)
def test_the_bytes_that_each_device_sends(lines: str, sent: int) -> None:
    assert sum(one.sent for one in each_collective(lines)) == sent


def test_a_program_is_compiled_for_arrays_as_they_were_placed() -> None:
    placed = "def f(x):\n    x = jax.device_put(x, jax.NamedSharding(mesh, P('d')))\n"
    proven(
        lambda run: expect.collectives(run, all_reduce=1, all_gather=0),
        right=[
            MESH + placed + "    return jax.jit(jnp.sum)(x)\n",
            MESH + placed + "    return jnp.sin(x).sum()\n",
        ],
        wrong={
            "0 all-reduce": MESH + placed + "    return jnp.sin(x)\n",
            "1 all-gather": MESH
            + placed
            + "    whole = jax.jit(lambda x: x, out_shardings=jax.NamedSharding(mesh, P()))(x)\n"
            + "    return x.sum(), whole\n",
        },
        x=normal(16, seed=1),
    )


def test_a_step_that_is_called_again_is_one_program() -> None:
    step = "@jax.jit\ndef g(x):\n    return jnp.broadcast_to(x.sum(), x.shape)\n"
    placed = "def f(x):\n    x = jax.device_put(x, jax.NamedSharding(mesh, P('d')))\n    y = g(x)\n"
    again = "    y = jax.device_put(y, x.sharding)\n    for _ in range(3):\n        y = g(y)\n    return y\n"
    alone = "def f(x):\n    return x + x.sum()\n"
    proven(
        lambda run: expect.collectives(run, all_reduce=1),
        right=[MESH + step + placed + again, MESH + step + placed + "    return y\n"],
        wrong={"0 all-reduce": alone},
        x=normal(16, seed=1),
    )
    proven(
        expect.exchanged,
        right=[MESH + step + placed + again, MESH + step + placed + "    return y\n"],
        wrong={"send nothing": alone},
        x=normal(16, seed=1),
    )
    proven(
        lambda run: expect.exchanged(run, "all-reduce"),
        right=[MESH + step + placed + again, MESH + step + placed + "    return y\n"],
        wrong={
            "no all-reduce, only all-gather": MESH
            + "def f(x):\n    x = jax.device_put(x, jax.NamedSharding(mesh, P('d')))\n"
            + "    return jax.jit(jnp.sin, out_shardings=jax.NamedSharding(mesh, P()))(x)\n"
        },
        x=normal(16, seed=1),
    )


def test_what_is_sent_is_drawn_beside_the_reference() -> None:
    mapped = "    return jax.shard_map(g, mesh=mesh, in_specs=P('d'), out_specs=P())(x)\n"
    reduced = f"{MESH}def f(x):\n    g = lambda x: jax.lax.psum(x.sum(0), 'd')\n{mapped}"
    gathered = (
        f"{MESH}def f(x):\n    g = lambda x: jax.lax.psum(jax.lax.all_gather(x, 'd').sum((0, 1)), 'd') / 8\n{mapped}"
    )
    run = run_of(gathered, reduced, x=normal(16, 3, seed=1))
    assert expect.traffic(run).rows == (
        Series("yours: 1 all-gather", (8 * 2 * 3 * 4.0,)),
        Series("yours: 1 all-reduce", (2 * 3 * 4.0,)),
        Series("reference: 1 all-reduce", (2 * 3 * 4.0,)),
    )
    alone = run_of("def f(x):\n    return x.sum(0)\n", x=normal(16, 3, seed=1))
    assert [row.name for row in expect.traffic(alone).rows] == ["yours: none", "reference: none"]
