"""The output is what the module that the task names gives alone: each right way holds, and none of the wrong ones."""

from __future__ import annotations

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, normal
from tests.worker.checks.proving import proven, run_of

X = normal(4, 3, seed=1)
NET = """class Net(nn.Module):
    act: object = nn.relu

    def setup(self):
        self.first = nn.Dense(5)
        self.last = nn.Dense(2)

    def half(self, x):
        return self.act(self.first(x))

    def rest(self, h):
        return self.last(h)

    def __call__(self, x):
        return self.rest(self.half(x))

def f(x):
    m = Net()
    v = m.init(jax.random.key(0), x)
    p = v["params"]
"""
LINEAR = NET.replace("nn.relu", "lambda h: h")
PARTS = (
    "    h = nn.relu(nn.Dense(5).apply({'params': p['first']}, x))\n"
    "    return nn.Dense(2).apply({'params': p['last']}, h)\n"
)
BY_HAND = (
    "    return nn.relu(x @ p['first']['kernel'] + p['first']['bias']) @ p['last']['kernel'] + p['last']['bias']\n"
)
AFFINE = """class Affine(nn.Module):
    width: int

    @nn.compact
    def __call__(self, x, flag=True):
        kernel = self.param("kernel", nn.initializers.lecun_normal(), (x.shape[-1], self.width))
        return x @ kernel + self.param("bias", nn.initializers.zeros, (self.width,))

"""
BUILT = """class First(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(5, name="first")(x)

class Last(nn.Module):
    @nn.compact
    def __call__(self, h):
        return nn.Dense(2, name="last")(h)

def f(x):
    key = jax.random.key(0)
    p = {**First().init(key, x)["params"], **Last().init(key, jnp.ones((1, 5)))["params"]}
"""
"""No module has all layers, and each layer has the name, and so the values, that it has in `Net`."""
APPLIED = NET + "    return m.apply(v, x)\n"


def test_the_output_comes_out_of_the_whole_module() -> None:
    proven(
        expect.output_of_module,
        right=[
            APPLIED,
            NET + "    return m.bind(v)(x)\n",
            NET + "    return jax.vmap(m.bind(v))(x)\n",
            NET + "    return m.apply(v, x, method=lambda m, x: m.last(nn.relu(m.first(x))))\n",
            NET + "    return jnp.concatenate([m.apply(v, x[:2]), m.apply(v, x[2:])])\n",
            NET + "    y = m.apply(v, x)\n    assert (y == m.bind(v)(x)).all()\n    return y\n",
            NET.replace(
                "return self.rest(self.half(x))", "h = self.half(x)\n        return {'h': h, 'y': self.rest(h)}"
            )
            + "    return m.apply(v, x)['y']\n",
            # An input in another form: what it should return then is not known.
            NET.replace("half(x)))", "half(x.T)))", 1)
            .replace("rest(self.half(x))", "rest(self.half(x.T))")
            .replace("key(0), x)", "key(0), x.T)")
            + "    return m.apply(v, x.T)\n",
            AFFINE
            + NET.replace("nn.Dense(", "Affine(")
            + "    return m.apply(v, x, flag=False)\n".replace(", flag=False", ""),
        ],
        wrong={
            "`Net` ran only in `init`": NET + PARTS,
            "does not come out of `Net` alone": LINEAR + PARTS,
            "Outside of `init` these were called: `Dense`": NET
            + "    b = m.bind(v)\n    return b.last(nn.relu(b.first(x)))\n",
            "does not come out of that call": NET + "    m.apply(v, x)\n" + BY_HAND,
            "something else was done to it": NET
            + BY_HAND.replace("return", "y =")
            + "    return (m.apply(v, x) + y) / 2\n",
            "comes out of calls of parts (`Dense`)": BUILT + PARTS,
        },
        x=X,
        reference=APPLIED,
    )


def test_where_the_values_are_wrong_other_checks_say_so() -> None:
    """A network without its activation is applied as it should be."""
    expect.output_of_module(run_of(LINEAR + "    return m.apply(v, x)\n", APPLIED, x=X))
    expect.output_of_module(
        run_of(NET.replace("Dense(2)", "Dense(2, use_bias=False)") + APPLIED[len(NET) :], APPLIED, x=X)
    )


def test_what_the_reference_does_afterwards_may_be_done() -> None:
    proven(
        expect.output_of_module,
        right=[
            NET + "    return {'mean': m.apply(v, x).mean(), 'y': m.apply(v, x)[:1]}\n",
            NET + "    y = jax.jit(m.apply)(v, x)\n    return {'y': y[:1], 'mean': jnp.sum(y) / y.size}\n",
        ],
        wrong={
            "`mean` of what your function returned is not what `Net` returned": NET
            + BY_HAND.replace("return", "y =")
            + "    return {'mean': y.mean(), 'y': m.apply(v, x)[:1]}\n",
        },
        x=X,
    )


def test_the_class_of_the_module_can_be_asked_for() -> None:
    dense = "def f(x):\n    m = nn.Dense(2)\n    return m.apply(m.init(jax.random.key(0), x), x)\n"
    proven(
        lambda run: expect.output_of_module(run, nn.Dense),
        right=[dense, "class Own(nn.Dense): pass\n" + dense.replace("nn.Dense(", "Own(")],
        wrong={"a call of an nn.Dense, and none was called": AFFINE + dense.replace("nn.Dense(", "Affine(")},
        x=X,
    )


def test_the_methods_can_be_asked_for_by_name() -> None:
    halves = NET + "    h = m.apply(v, x, method='half')\n    return h, m.apply(v, h, method='rest')\n"
    both = NET.replace(
        "        return self.rest(self.half(x))", "        h = self.half(x)\n        return h, self.rest(h)"
    )
    proven(
        lambda run: expect.output_of_module(run, by_name=True),
        right=[
            halves,
            NET + "    b = m.bind(v)\n    h = b.half(x)\n    return h, b.rest(h)\n",
            NET + "    h = nn.apply(Net.half, m)(v, x)\n    return h, m.apply(v, h, method=lambda m, h: m.rest(h))\n",
            NET + "    h = jax.vmap(m.bind(v).half)(x)\n    return h, jax.jit(m.bind(v).rest)(h)\n",
        ],
        wrong={
            "No method `half` and no method `rest` was called from outside": both + "    return m.apply(v, x)\n",
            "No method `rest` was called from outside of the module. Called were: `Net.half`, `Net`": NET
            + "    return m.apply(v, x, method='half'), m.apply(v, x)\n",
            "Called were: `Dense`": NET + "    b = m.bind(v)\n    h = nn.relu(b.first(x))\n    return h, b.last(h)\n",
            "is not what a call of the method `half` or `rest` returned": NET
            + "    h = m.apply(v, x, method='half')\n    m.apply(v, h, method='rest')\n"
            "    return h, h @ p['last']['kernel'] + p['last']['bias']\n",
        },
        x=X,
        reference=halves,
    )


def test_numbers_are_read_from_what_init_returned() -> None:
    dense = "def f(x):\n    v = nn.Dense(2).init(jax.random.key(0), x)\n"
    proven(
        expect.read_from_init,
        right=[
            dense + "    return jnp.array(v['params']['kernel'].shape)\n",
            "def f(x):\n    v = jax.eval_shape(nn.Dense(2).init, jax.random.key(0), x)\n"
            "    return jnp.array([len(leaf.shape) + leaf.size for leaf in jax.tree.leaves(v['params']['kernel'])])"
            " * 0 + jnp.array(v['params']['kernel'].shape)\n",
            dense.replace("nn.Dense(2).init", "jax.jit(nn.Dense(2).init)")
            + "    return jnp.array(nn.Dense(2).bind(v).variables['params']['kernel'].shape)\n",
        ],
        wrong={"not all, read from them": dense + "    return jnp.array([x.shape[1], 2])\n"},
        x=X,
    )


def test_the_modules_that_ran() -> None:
    run: Run = run_of(NET + "    return m.bind(v)(x)\n", x=X)
    assert {type(module).__name__ for module in expect.modules_run(run)} == {"Net", "Dense"}
    assert [module.features for module in expect.modules_run(run, nn.Dense)] == [5, 2, 5, 2]
