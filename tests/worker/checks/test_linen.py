"""Claims about Linen: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

from typing import Any

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of

X = normal(4, 3, seed=1)
DENSE = "def f(x):\n    m = nn.Dense(2)\n    v = m.init(jax.random.key(0), x)\n"
NORM = "def f(x):\n    m = nn.BatchNorm(use_running_average=False)\n    v = m.init(jax.random.key(0), x)\n"


def test_init_and_apply_are_counted_in_every_form() -> None:
    right = [
        DENSE + "    return m.apply(v, x)\n",
        "def f(x):\n    m = nn.Dense(2)\n    call = lambda m, x: m(x)\n"
        "    return nn.apply(call, m)(nn.init(call, m)(jax.random.key(0), x), x)\n",
        "def f(x):\n    m = nn.Dense(2)\n    y, v = m.init_with_output(jax.random.key(0), x)\n"
        "    return jax.jit(m.apply)(v, x)\n",
        "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        return nn.Dense(2)(x)\n"
        "def f(x):\n    m = M()\n    return m.apply(jax.jit(m.init)(jax.random.key(0), x), x)\n",
    ]
    proven(
        lambda run: expect.initialised(run, 1),
        right=right,
        wrong={
            "init of a Linen module was not called": "def f(x):\n    return x\n",
            "called 2 times": DENSE + "    return m.init(jax.random.key(0), x)\n",
        },
        x=X,
    )
    proven(
        lambda run: expect.applied(run, 1),
        right=right,
        wrong={
            "apply of a Linen module was not called": DENSE + "    return x @ v['params']['kernel']\n",
            "called 2 times": DENSE + "    return m.apply(v, x) + m.apply(v, x)\n",
        },
        x=X,
    )


def test_the_variables_that_init_created() -> None:
    proven(
        lambda run: expect.created(run, "params/Dense_0/kernel", "params/Dense_0/bias"),
        right=[
            "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        return nn.Dense(2)(x)\n"
            "def f(x):\n    return M().init(jax.random.key(0), x)\n",
            "class M(nn.Module):\n    def setup(self):\n        self.Dense_0 = nn.Dense(2)\n"
            "    def __call__(self, x):\n        return self.Dense_0(x)\n"
            "def f(x):\n    return jax.eval_shape(M().init, jax.random.key(0), x)\n",
        ],
        wrong={
            "it was `params/bias`, `params/kernel`": DENSE + "    return v\n",
            "No init": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_collections_given_and_returned() -> None:
    twice = NORM + "    y, new = m.apply(v, x, mutable={})\n    return m.apply({**v, **new}, x, mutable={})\n"
    names = "['batch_stats']"
    right = [
        twice.replace("{}", names),
        twice.replace("{}", "'batch_stats'"),
        NORM
        + "    s = v.pop('batch_stats')\n    for _ in range(2):\n"
        + "        call = lambda p, s, x: m.apply({'params': p, 'batch_stats': s}, x, mutable=['batch_stats'])\n"
        + "        y, new = jax.jit(call)(\n"
        + "            v['params'], s, x)\n        s = new['batch_stats']\n    return y\n",
    ]
    proven(
        lambda run: expect.collections(run, "params", "batch_stats"),
        right=right,
        wrong={"given `params`": DENSE + "    return m.apply(v, x)\n", "not called": "def f(x):\n    return x\n"},
        x=X,
    )
    proven(
        lambda run: expect.mutated(run, "batch_stats"),
        right=right,
        wrong={
            "No apply": NORM + "    return nn.BatchNorm(use_running_average=True).apply(v, x)\n",
            "`params`": twice.replace("{}", "['batch_stats', 'params']"),
        },
        x=X,
    )
    proven(
        lambda run: expect.fed_back(run, "batch_stats"),
        right=[*right, NORM + "    return m.apply(v, x, mutable=['batch_stats'])\n"],
        wrong={"not the one": right[0].replace("{**v, **new}", "v")},
        x=X,
    )


def test_a_leaf_is_carried_over_and_not_built_anew() -> None:
    proven(
        lambda run: expect.carried_over(run, "bias"),
        right=[
            DENSE + "    return m.apply({'params': {**v['params'], 'kernel': jnp.ones((3, 2))}}, x)\n",
            DENSE + "    v['params']['kernel'] = jnp.ones((3, 2))\n    return m.apply(v, x)\n",
            DENSE + "    v = jax.tree.map_with_path(\n"
            "        lambda p, a: jnp.ones_like(a) if 'kernel' in str(p) else jnp.array(a), v)\n"
            "    return jax.jit(m.apply)(v, x)\n",
        ],
        wrong={
            "not the one that init made": DENSE
            + "    return m.apply({'params': {'kernel': jnp.ones((3, 2)), 'bias': jnp.zeros(2)}}, x)\n",
            "given nothing": DENSE + "    return nn.Dense(2, use_bias=False).apply("
            "{'params': {'kernel': v['params']['kernel']}}, x)\n",
        },
        x=X,
    )


def test_calls_inside_a_module_with_shapes() -> None:
    model = (
        "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        {}\n"
        "def f(x):\n    return M().init_with_output(jax.random.key(0), x)[0]\n"
    )
    proven(
        lambda run: expect.submodule_called(run, nn.Dense, 2, inputs=((4, 3),)),
        right=[
            model.replace("{}", "return nn.Dense(2)(x) + nn.Dense(2)(x)"),
            model.replace("{}", "d = nn.Dense(2)\n        return d(x) * d(x)"),
            model.replace("{}", "return sum(nn.remat(nn.Dense)(2, name=n)(x) for n in 'ab')"),
            "class D(nn.Dense): pass\n" + model.replace("{}", "return D(2)(x) + D(2)(x)"),
        ],
        wrong={
            "1 times": model.replace("{}", "return nn.Dense(2)(x)"),
            "was not called": model.replace("{}", "return x"),
            "took shapes ((3,),)": model.replace("{}", "return nn.Dense(2)(x[0]) + nn.Dense(2)(x[1])"),
        },
        x=X,
    )
    lifted = "nn.vmap(nn.Dense, variable_axes={'params': None}, split_rngs={'params': False})(2, name='d')(x)"
    run = run_of(model.replace("{}", f"return {lifted}"), x=X)
    expect.submodule_called(run, nn.Dense, at="d", inputs=((3,),))


def test_rngs_that_apply_was_given() -> None:
    model = "def f(x):\n    m = nn.Dropout(0.5, deterministic=False)\n    k = jax.random.key(0)\n"
    proven(
        lambda run: expect.rngs_given(run, "dropout"),
        right=[
            model + "    return m.apply({}, x, rngs={'dropout': k})\n",
            model + "    return jax.jit(lambda x, k: m.apply({}, x, rngs=dict(dropout=k)))(x, k)\n",
        ],
        wrong={
            "was `params`": model
            + "    return m.apply({}, x, rngs=k) if False else m.apply({}, x, rngs={'params': k})\n",
            "No apply": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_the_reference_is_followed_when_every_param_is_created_otherwise() -> None:
    model = "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        {}\n"
    run_it = "def f(x):\n    m = M()\n    v = m.init(jax.random.key(0), x)\n    return m.apply(v, x)\n"
    setup = (
        "class M(nn.Module):\n    def setup(self):\n        self.b = nn.Dense(2, name='Dense_1')\n"
        "        self.a = nn.Dense(5, name='Dense_0')\n"
        "    def __call__(self, x):\n        return self.b(nn.relu(self.a(x)))\n"
    )
    by_hand = (
        "def f(x):\n    m = M()\n    p = m.init(jax.random.key(0), x)['params']\n"
        "    a, b = p['Dense_0'], p['Dense_1']\n"
        "    return nn.relu(x @ a['kernel'] + a['bias']) @ b['kernel'] + {}\n"
    )
    compact = model.replace("{}", "h = nn.relu(nn.Dense(5)(x))\n        return nn.Dense(2)(h)")
    proven(
        expect.follows,
        right=[
            compact + run_it,
            compact + run_it.replace("m.apply(v, x)", "jax.jit(m.apply)(v, x)"),
            setup.replace(", name='Dense_1'", "")
            .replace(", name='Dense_0'", "")
            .replace("self.b", "self.Dense_1")
            .replace("self.a", "self.Dense_0")
            + run_it,
            compact + by_hand.replace("{}", "b['bias']"),
            compact + run_it.replace("m.apply(v, x)", "m.init_with_output(jax.random.key(0), x)[0]"),
            compact + run_it.replace("def f", "@jax.jit\ndef f"),
        ],
        wrong={
            "one of them is not used": compact + by_hand.replace("{}", "0.0"),
            "Linen created the params nothing": "def f(x):\n    return x[:, :2]\n",
            "Linen created the params": model.replace("{}", "return nn.Dense(2)(x)") + run_it,
        },
        x=X,
    )


def test_what_is_computed_beside_the_module() -> None:
    by_hand = DENSE + "    p = v['params']\n    return {}\n"
    proven(
        lambda run: expect.answered_not_by(run, "linen"),
        right=[
            by_hand.replace("{}", "x @ p['kernel'] + p['bias']"),
            by_hand.replace("{}", "jnp.einsum('ni,io->no', x, p['kernel'])"),
            by_hand.replace("return {}", "y = x @ p['kernel']\n    assert (y == m.apply(v, x)).all()\n    return y"),
            "@jax.jit\n" + by_hand.replace("{}", "x @ p['kernel']"),
        ],
        wrong={
            "comes out of a call of a Linen module": DENSE + "    return m.apply(v, x)\n",
            "should be computed beside it": DENSE + "    return m.bind(v)(x)\n",
            "Your output": "def f(x):\n    return nn.Dense(2).init_with_output(jax.random.key(0), x)[0]\n",
        },
        x=X,
    )


def test_what_a_param_was_created_with() -> None:
    def claim(run: expect.Run) -> None:
        def filled(value: Any) -> None:
            if not expect.close(value, 0.5):
                expect.fail("another kernel")

        expect.param_created(run, "kernel", filled, "no kernel")

    model = "def f(x):\n    m = nn.Dense(2, kernel_init=nn.initializers.{})\n"
    run_it = "    return m.apply(m.init(jax.random.key(0), x), x)\n"
    proven(
        claim,
        right=[
            model.replace("{}", "constant(0.5)") + run_it,
            "@jax.jit\n" + model.replace("{}", "constant(0.5)") + run_it,
            "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n"
            "        return x @ self.param('kernel', lambda key: jnp.full((3, 2), 0.5))\n"
            "def f(x):\n    m = M()\n" + run_it,
        ],
        wrong={
            "another kernel": DENSE + "    p = {**v['params'], 'kernel': jnp.full((3, 2), 0.5)}\n"
            "    return m.apply({'params': p}, x)\n",
            "no kernel": "def f(x):\n    return x @ jnp.full((3, 2), 0.5)\n",
        },
        x=X,
    )
