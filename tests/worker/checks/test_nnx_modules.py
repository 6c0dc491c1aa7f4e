"""Claims about NNX objects: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of, runs_of

X = normal(4, 3, seed=1)
MLP = """class MLP(nnx.Module):
    def __init__(self, rngs):
        self.hidden = nnx.Linear(3, 5, rngs=rngs)
        self.out = nnx.Linear(5, 1, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))

"""


def test_modules_are_seen_however_they_come_about() -> None:
    proven(
        lambda run: expect.has_module(run, nnx.Linear, 2),
        right=[
            MLP + "def f(x):\n    return MLP(nnx.Rngs(0))(x)\n",
            MLP + "def f(x):\n    return nnx.merge(*nnx.split(nnx.eval_shape(lambda: MLP(nnx.Rngs(0)))))\n",
            "@nnx.vmap\ndef make(r):\n    return nnx.Linear(3, 3, rngs=r)\n"
            "def f(x):\n    return make(nnx.Rngs(0).split(2)).kernel[...]\n",
            "def f(x):\n    class Mine(nnx.Linear): pass\n    r = nnx.Rngs(0)\n"
            "    return Mine(5, 1, rngs=r)(nnx.Linear(3, 5, rngs=r)(x))\n",
        ],
        wrong={
            "no Linear": "def f(x):\n    return x @ jnp.ones((3, 1))\n",
            "only 1 Linear": "def f(x):\n    return nnx.Linear(3, 1, rngs=nnx.Rngs(0))(x)\n",
        },
        x=X,
    )


def test_a_module_that_is_built_and_not_called() -> None:
    proven(
        lambda run: expect.calls_module(run, nnx.Linear, 1),
        right=[
            "def f(x):\n    return nnx.Linear(3, 1, rngs=nnx.Rngs(0))(x)\n",
            "def f(x):\n    m = nnx.clone(nnx.Linear(3, 1, rngs=nnx.Rngs(0)))\n"
            "    return nnx.jit(lambda m, x: m(x))(m, x)\n",
            "def f(x):\n    m = nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n"
            "    return nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(m, x)\n",
        ],
        wrong={
            "No Linear was called": "def f(x):\n    return x @ nnx.Linear(3, 1, rngs=nnx.Rngs(0)).kernel[...]\n",
            "called 2 times": "def f(x):\n    m = nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n    return m(x) + m(x)\n",
        },
        x=X,
    )


def test_a_variable_that_is_made_with_its_value() -> None:
    proven(
        lambda run: expect.created_with(run, "bias", 1.0),
        right=[
            "def f(x):\n    return nnx.Linear(3, 1, bias_init=nnx.initializers.ones, rngs=nnx.Rngs(0))(x)\n",
            "def f(x):\n    one = nnx.initializers.constant(1.0)\n"
            "    return nnx.jit(lambda: nnx.Linear(3, 1, bias_init=one, rngs=nnx.Rngs(0)))()(x)\n",
            "def f(x):\n    return x @ jnp.ones((3, 1)) + 1.0\n",
        ],
        wrong={
            "`bias` holds [0.], and should hold [1.]": "def f(x):\n    m = nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n"
            "    m.bias[...] = jnp.ones(1)\n    return m(x)\n",
        },
        x=X,
    )


def test_what_is_put_back_into_the_model_that_was_built() -> None:
    model = (
        "class M(nnx.Module):\n    def __init__(self):\n        self.n = nnx.Variable(jnp.zeros(()))\n"
        "    def __call__(self, x):\n        self.n[...] += 1.0\n        return x\n"
    )
    step = (
        "def f(x):\n    m = M()\n    graphdef, state = nnx.split(m)\n    @jax.jit\n    def step(state):\n"
        "        inner = nnx.merge(graphdef, state)\n        inner(x)\n        return nnx.state(inner)\n"
        "    state = step(state)\n"
    )
    proven(
        lambda run: expect.built_holds(run, "n", 1.0),
        right=[
            model + step + "    nnx.update(m, state)\n    return x\n",
            model + step + "    m.n = state['n'][...]\n    return x\n",
            model + "def f(x):\n    m = M()\n    return nnx.jit(lambda m, x: m(x))(m, x)\n",
            model + "def f(x):\n    return nnx.jit(M)()(x)\n",
        ],
        wrong={
            "of the model that you built holds 0.0": model + step + "    return state['n'][...]\n",
            "and should hold 1.0": model + step + "    m = nnx.merge(graphdef, state)\n    return m.n[...]\n",
            "No module": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_a_call_that_jit_kept_is_not_missed() -> None:
    source = (
        "m = nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n@nnx.jit\ndef g(m, x):\n    return m(x)\n"
        "def f(x):\n    return g(m, x)\n"
    )
    for run in runs_of(source, source, expect.case("one", x=X), expect.case("two", x=X + 1)):
        expect.calls_module(run, nnx.Linear, 1)


def test_the_tree_of_modules() -> None:
    nested = MLP.replace(
        "self.out = nnx.Linear(5, 1, rngs=rngs)", "self.out = nnx.Sequential(nnx.Linear(5, 1, rngs=rngs))"
    )
    proven(
        lambda run: expect.submodules(run.output, {"hidden": nnx.Linear, "out": nnx.Module}),
        right=[
            MLP + "def f(x):\n    return MLP(nnx.Rngs(0))\n",
            nested + "def f(x):\n    return nnx.clone(MLP(nnx.Rngs(0)))\n",
            "class L(nnx.Linear): pass\n"
            + MLP.replace("nnx.Linear", "L")
            + "def f(x):\n    return nnx.jit(lambda: MLP(nnx.Rngs(0)))()\n",
        ],
        wrong={
            "has no `hidden`": "def f(x):\n    return nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n",
            "`hidden` is a Conv": MLP.replace("nnx.Linear(3, 5", "nnx.Conv(3, 5, 3")
            + "def f(x):\n    return MLP(nnx.Rngs(0))\n",
        },
        x=X,
    )
    proven(
        lambda run: expect.submodule_count(run.output, nnx.Linear, 2),
        right=[MLP + "def f(x):\n    return MLP(nnx.Rngs(0))\n", nested + "def f(x):\n    return MLP(nnx.Rngs(0))\n"],
        wrong={
            "contains 1 Linear": "def f(x):\n    return nnx.Linear(3, 1, rngs=nnx.Rngs(0))\n",
            "should be a module": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_keys_drawn_from_a_stream() -> None:
    proven(
        lambda run: expect.draws(run, "dropout", 1),
        right=[
            "def f(x):\n    return nnx.Dropout(0.5, rngs=nnx.Rngs(dropout=0))(x)\n",
            "def f(x):\n    return nnx.jit(lambda m, x: m(x))(nnx.Dropout(0.5, rngs=nnx.Rngs(dropout=0)), x)\n",
            "def f(x):\n    return jax.random.normal(nnx.Rngs(dropout=1).dropout(), x.shape)\n",
            "def f(x):\n"
            "    return nn.Dropout(0.5).apply({}, x, deterministic=False, rngs={'dropout': jax.random.key(0)})\n",
        ],
        wrong={
            "No key": "def f(x):\n    return nnx.Dropout(0.5, deterministic=True, rngs=nnx.Rngs(dropout=0))(x)\n",
            "2 keys": "def f(x):\n    m = nnx.Dropout(0.5, rngs=nnx.Rngs(dropout=0))\n    return m(m(x))\n",
        },
        x=X,
    )


def test_optimizers_and_rngs_are_objects_and_no_modules() -> None:
    run = run_of(
        "def f():\n    m = nnx.Linear(2, 1, rngs=nnx.Rngs(0))\n    nnx.Optimizer(m, optax.sgd(1.0), wrt=nnx.Param)\n"
    )
    assert [type(made) for made in run.objects(nnx.Optimizer)] == [nnx.Optimizer]
    assert [type(made) for made in run.modules()] == [nnx.Linear]


def test_layers_have_the_settings_that_the_task_names() -> None:
    proven(
        lambda run: expect.settings(run, nnx.Dropout, rate=0.5),
        right=[
            "def f(x):\n    return nnx.Dropout(0.5, rngs=nnx.Rngs(0))(x)\n",
            "def f(x):\n    class Mine(nnx.Dropout): pass\n    return Mine(rate=1 / 2, rngs=nnx.Rngs(1))(x)\n",
        ],
        wrong={"is 0.1": "def f(x):\n    nnx.Dropout(0.1, rngs=nnx.Rngs(0))\n    return x\n"},
        reference="def f(x):\n    return x\n",
        x=X,
    )
