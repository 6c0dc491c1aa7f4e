"""Claims about where arrays are, on eight simulated devices."""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven

X = normal(8, 4, seed=1)
MESH = (
    "P, NS = jax.sharding.PartitionSpec, jax.NamedSharding\n"
    "mesh = jax.make_mesh((2, 4), ('data', 'model'), axis_types=(jax.sharding.AxisType.Auto,) * 2)\n"
)


def test_sharding() -> None:
    proven(
        lambda run: expect.sharded(run.output, ("data", None), shard=(4, 4), devices=8),
        right=[
            MESH + "def f(x):\n    return jax.device_put(x, NS(mesh, P('data')))\n",
            MESH + "def f(x):\n    return jax.jit(lambda x: x, out_shardings=NS(mesh, P(('data',), None)))(x)\n",
            MESH + "def f(x):\n    return nnx.Param(jax.device_put(x, NS(mesh, P('data', None))))\n",
        ],
        wrong={
            "is sharded PartitionSpec()": MESH + "def f(x):\n    return jax.device_put(x, NS(mesh, P()))\n",
            "should be PartitionSpec('data')": "def f(x):\n    return x\n",
            "is sharded PartitionSpec(None, 'model')": MESH
            + "def f(x):\n    return jax.device_put(x, NS(mesh, P(None, 'model')))\n",
            "not an array on a device": "def f(x):\n    return np.asarray(x)\n",
        },
        x=X,
    )
    proven(
        lambda run: expect.replicated(run.output, devices=8),
        right=[
            MESH + "def f(x):\n    return jax.device_put(x, NS(mesh, P()))\n",
            MESH + "def f(x):\n    return jax.jit(lambda x: x.sum(), out_shardings=NS(mesh, P()))(x)\n",
        ],
        wrong={
            "is split": MESH + "def f(x):\n    return jax.device_put(x, NS(mesh, P('data')))\n",
            "is on 1 device, and should be on 8": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_donation() -> None:
    proven(
        lambda run: expect.donated(run, "x"),
        right=[
            "def f(x):\n    return jax.jit(lambda x: x + 1, donate_argnums=0)(x)\n",
            "def f(x):\n    @functools.partial(jax.jit, donate_argnames='x')\n    def g(x):\n"
            "        return x + 1\n    return g(x=x)\n",
        ],
        wrong={"was not donated": "def f(x):\n    return jax.jit(lambda x: x + 1)(x)\n"},
        x=X,
    )
    proven(
        lambda run: expect.kept_buffers(run, "x"),
        right=[
            "def f(x):\n    return jax.jit(lambda x: x + 1)(x)\n",
            "def f(x):\n    return jax.jit(lambda x: x + 1, donate_argnums=0)(x.copy())\n",
        ],
        wrong={"was donated": "def f(x):\n    return jax.jit(lambda x: x + 1, donate_argnums=0)(x)\n"},
        x=X,
    )
    step = "    @nnx.jit{}\n    def step(m):\n        m.kernel[...] += 1\n    step(m)\n    return m\n"
    proven(
        lambda run: expect.donated(run, "kernel"),
        right=[
            "def f(x):\n    m = nnx.Linear(4, 2, rngs=nnx.Rngs(0))\n" + step.replace("{}", "(donate_argnums=0)"),
            "def f(x):\n    m = nnx.Linear(4, 2, rngs=nnx.Rngs(0))\n    g, s = nnx.split(m)\n"
            "    return nnx.merge(g, jax.jit(lambda s: jax.tree.map(lambda a: a + 1, s), donate_argnums=0)(s))\n",
        ],
        wrong={
            "`kernel` is still there": "def f(x):\n    m = nnx.Linear(4, 2, rngs=nnx.Rngs(0))\n"
            + step.replace("{}", "")
        },
        x=X,
    )


BIG = "    return nnx.Linear(512, 512, rngs=nnx.Rngs(0))"


def test_nothing_is_allocated() -> None:
    right = [
        f"def f(x):\n    def make():\n    {BIG}\n    return nnx.state(nnx.eval_shape(make), nnx.Param)\n",
        "def f(x):\n    return jax.eval_shape(nn.Dense(512).init, jax.random.key(0), jnp.ones((1, 512)))\n",
    ]
    wrong = f"def f(x):\n{BIG}\n"
    proven(lambda run: expect.abstract(run.output), right=right, wrong={"holds values": wrong}, x=X)
    proven(
        lambda run: expect.materialises_no(run, nnx.Param),
        right=right,
        wrong={
            "nnx.Param with values": f"def f(x):\n    def make():\n    {BIG}\n    make()\n"
            f"    return nnx.eval_shape(make)\n",
            "Linen param `kernel`": "def f(x):\n    v = nn.Dense(512).init(jax.random.key(0), jnp.ones((1, 512)))\n"
            "    return jax.tree.map(lambda a: jax.ShapeDtypeStruct(a.shape, a.dtype), v)\n",
        },
        x=X,
    )
    proven(
        lambda run: expect.allocates(run, 10_000),
        right=[*right, f"def f(x):\n    def make():\n    {BIG}\n    return make().bias\n"],
        wrong={"bytes of arrays alive": wrong},
        x=X,
    )
