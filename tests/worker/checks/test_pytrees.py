"""Claims about pytrees: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

import pytest
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of

LINEAR = "def f(x):\n    return nnx.state(nnx.Linear(3, 2, rngs=nnx.Rngs(0)))\n"


def test_the_type_of_what_is_returned() -> None:
    proven(
        lambda run: expect.is_a(run.output, nnx.State),
        right=[LINEAR, "def f(x):\n    return nnx.split(nnx.Linear(3, 2, rngs=nnx.Rngs(0)))[1]\n"],
        wrong={"dict": "def f(x):\n    return {'kernel': x}\n"},
        x=normal(3, seed=1),
    )


def test_how_many_leaves_a_filter_takes() -> None:
    proven(
        lambda run: expect.leaf_count(run.output, 2, nnx.Param),
        right=[
            LINEAR,
            "def f(x):\n    return nnx.Linear(3, 2, rngs=nnx.Rngs(0))\n",
            "class M(nnx.Module):\n    def __init__(self):\n        self.inner = nnx.Linear(3, 2, rngs=nnx.Rngs(0))\n"
            "        self.count = nnx.Variable(jnp.zeros(()))\ndef f(x):\n    return M()\n",
            "class P(nnx.Param): pass\ndef f(x):\n    return {'a': P(x), 'b': [nnx.Param(x)]}\n",
        ],
        wrong={
            "1 leaves": "def f(x):\n    return nnx.Linear(3, 2, use_bias=False, rngs=nnx.Rngs(0))\n",
            "0 leaves": "def f(x):\n    return nnx.to_pure_dict(nnx.state(nnx.Linear(3, 2, rngs=nnx.Rngs(0))))\n",
        },
        x=normal(3, seed=1),
    )


def test_the_paths_of_the_leaves() -> None:
    proven(
        lambda run: expect.paths(run.output, "layers/0/kernel", "layers/0/bias"),
        right=[
            "def f(x):\n    return {'layers': [{'kernel': x, 'bias': x}]}\n",
            "def f(x):\n    return nnx.Sequential(nnx.Linear(3, 2, rngs=nnx.Rngs(0)))\n",
            "def f(x):\n    return nnx.state(nnx.Sequential(nnx.Linear(3, 2, rngs=nnx.Rngs(0))), nnx.Param)\n",
        ],
        wrong={
            "missing: `layers/0/bias`": "def f(x):\n    return {'layers': [{'kernel': x}]}\n",
            "not asked for: `a`": "def f(x):\n    return {'a': x, 'layers': [{'kernel': x, 'bias': x}]}\n",
            "a single leaf": "def f(x):\n    return x\n",
        },
        x=normal(3, seed=1),
    )


def test_the_same_paths_as_the_reference() -> None:
    proven(
        expect.same_paths,
        right=["def f(a):\n    return {'p': a, 'q': [a]}\n", "def f(a):\n    return dict(q=(a,), p=2 * a)\n"],
        wrong={"missing: `q/0`": "def f(a):\n    return {'p': a, 'q': a}\n"},
        a=normal(2, seed=1),
    )


def test_a_cyclic_module_is_taken_apart() -> None:
    cyclic = "class M(nnx.Module):\n    def __init__(self):\n        self.k = nnx.Param(jnp.ones(2))\n"
    run = run_of(cyclic + "def f():\n    m = M()\n    m.me = m\n    return m\n")
    expect.leaf_count(run.output, 1, nnx.Param)


def test_dtype_shape_and_weak_type() -> None:
    proven(
        lambda run: expect.looks(run.output, dtype="float32", weak=False, shape=(2,)),
        right=[
            "def f(x):\n    return x * 2\n",
            "def f(x):\n    return {'a': jnp.float32(1) * x, 'b': np.ones(2, 'f')}\n",
        ],
        wrong={
            "bfloat16": "def f(x):\n    return x.astype(jnp.bfloat16)\n",
            "weak, and should be strong": "def f(x):\n    return jnp.full(2, 1.0)\n",
            "`a` has shape (1,)": "def f(x):\n    return {'a': x[:1]}\n",
        },
        x=normal(2, seed=1),
    )


def test_a_place_that_is_not_there_is_the_learners_mistake() -> None:
    proven(
        lambda run: expect.close(run.part(1, "kernel"), 0.0),
        right=[
            "def f(x):\n    return x, {'kernel': x}\n",
            "def f(x):\n    return [x, nnx.Linear(1, 1, rngs=nnx.Rngs(0))]\n",
        ],
        wrong={
            "has no number 2": "def f(x):\n    return x, \n",
            "has no `kernel`": "def f(x):\n    return x, x\n",
        },
        x=normal(2, seed=1),
    )


SHARED = """class M(nnx.Module):
    def __init__(self, kernel):
        self.a = nnx.Linear(2, 2, rngs=nnx.Rngs(0))
        self.b = nnx.Linear(2, 2, rngs=nnx.Rngs(0))
"""


def test_sharing() -> None:
    proven(
        lambda run: expect.shared(run.output, "a/kernel", "b/kernel"),
        right=[
            SHARED + "        self.b.kernel = self.a.kernel\ndef f(x):\n    return M(x)\n",
            SHARED + "        self.b = self.a\ndef f(x):\n    return nnx.clone(M(x))\n",
            SHARED + "        self.b.kernel = self.a.kernel\ndef f(x):\n    return nnx.merge(*nnx.split(M(x)))\n",
        ],
        wrong={
            "one and the same object": SHARED + "        self.b.kernel = nnx.Param(self.a.kernel[...])\n"
            "def f(x):\n    return M(x)\n",
            "has no `b`": "def f(x):\n    return {'a': {'kernel': x}}\n",
        },
        x=normal(2, seed=1),
    )


def test_a_snapshot_is_apart_from_the_live_model() -> None:
    model = "def f(x):\n    m = nnx.Linear(2, 2, rngs=nnx.Rngs(0))\n"
    proven(
        lambda run: expect.apart(run.part(0), run.part(1)),
        right=[
            model + "    return m, nnx.clone(m)\n",
            model + "    return m, jax.tree.map(jnp.copy, nnx.state(m))\n",
            model + "    return m, nnx.as_pure(nnx.state(m))\n",
        ],
        wrong={"the same object": model + "    return m, nnx.merge(*nnx.split(m))\n"},
        x=normal(2, seed=1),
    )


@pytest.mark.parametrize("params", [{"w": normal(2, seed=1), "b": [normal(3, seed=2)]}])
def test_arguments_are_left_alone(params: object) -> None:
    proven(
        lambda run: expect.unchanged(run, "params"),
        right=[
            "def f(params):\n    return jax.tree.map(lambda p: p + 1, params)\n",
            "def f(params):\n    params = dict(params)\n    params['w'] = 0.0\n    return params\n",
            "def f(params):\n    params['w'] = params['w'] + 0\n    return params\n",
        ],
        wrong={
            "`params` at `w`": "def f(params):\n    params['w'] = params['w'] + 1\n    return params\n",
            "came or went": "def f(params):\n    params.pop('w')\n    return params\n",
        },
        params=params,
    )


def test_a_module_that_is_given_is_left_alone() -> None:
    proven(
        lambda run: expect.unchanged(run, "model"),
        right=[
            "def f(model):\n    copy = nnx.clone(model)\n    copy.kernel[...] = 0 * copy.kernel\n    return copy\n",
            "def f(model):\n    g, s = nnx.split(model)\n    return nnx.merge(g, jax.tree.map(lambda a: 2 * a, s))\n",
        ],
        wrong={
            "`model` at ": "def f(model):\n    model.kernel[...] = 0 * model.kernel\n    return model\n",
        },
        model=expect.made(lambda: nnx.Linear(2, 2, rngs=nnx.Rngs(0))),
    )


def test_the_original_of_a_surgery_keeps_its_values() -> None:
    model = "def f(x):\n    m = nnx.Linear(2, 2, rngs=nnx.Rngs(0))\n"
    proven(
        lambda run: expect.original_kept(run, "kernel", "bias"),
        right=[
            model + "    c = nnx.clone(m)\n    c.kernel[...] = 0 * c.kernel\n    return c(x)\n",
            model + "    g, s = nnx.split(m)\n    return nnx.merge(g, jax.tree.map(lambda a: 2 * a, s))(x)\n",
            "@nnx.jit\ndef g(m):\n    return m.kernel.sum()\n" + model + "    return g(m)\n",
        ],
        wrong={
            "`kernel` of the module that you built": model + "    c = nnx.merge(*nnx.split(m))\n"
            "    c.kernel[...] = 0 * c.kernel\n    return c(x)\n"
        },
        x=normal(2, seed=1),
    )


def test_optimizer_and_gradients_are_of_some_params_only() -> None:
    step = """def f(x):
    m = nnx.Linear(2, 1, rngs=nnx.Rngs(0))
    wrt = WRT
    o = nnx.Optimizer(m, optax.adam(1e-2), wrt=wrt)
    g = nnx.grad(lambda m: m(x).sum(), argnums=nnx.DiffState(0, wrt))(m)
    o.update(m, g)
    return o
"""
    kernel, every = "nnx.All(nnx.Param, nnx.PathContains('kernel'))", "nnx.Param"
    jitted = step.replace("    o.update(m, g)", "    nnx.jit(lambda o, m, g: o.update(m, g))(o, m, g)")
    by_hand = "lambda path, v: 'kernel' in path"

    right = [step.replace("WRT", kernel), jitted.replace("WRT", kernel), step.replace("WRT", by_hand)]
    wrong = {"`bias`, `kernel`": step.replace("WRT", every)}
    proven(lambda run: expect.moments(run, "mu", "kernel"), right=right, wrong=wrong, x=normal(3, 2, seed=1))
    proven(lambda run: expect.gradients(run, "kernel"), right=right, wrong=wrong, x=normal(3, 2, seed=1))
