"""Claims about NNX variables: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven

X = normal(4, 3, seed=1)


def test_a_seed_is_that_of_an_rngs() -> None:
    layer = "nnx.Linear(3, 1, rngs={})"
    proven(
        lambda run: expect.seeded(run, 5),
        right=[
            f"def f(x):\n    return {layer.format('nnx.Rngs(5)')}(x)\n",
            f"def f(x):\n    return {layer.format('nnx.Rngs(params=jax.random.key(5))')}(x)\n",
            f"@nnx.jit\ndef make():\n    return {layer.format('nnx.Rngs(5)')}\ndef f(x):\n    return make()(x)\n",
        ],
        wrong={
            "with the seed 5": f"def f(x):\n    return {layer.format('nnx.Rngs(0)')}(x)\n",
            "No nnx.Rngs": "def f(x):\n    return x\n",
        },
        x=X,
    )


def test_a_number_in_a_variable_is_a_float() -> None:
    model = "def f(x):\n    m = nnx.Module()\n    m.n = nnx.Variable({})\n    class M(nnx.Module):\n" + (
        "        def __init__(self): self.n = nnx.Variable({})\n    M()\n    return x\n"
    )
    proven(
        lambda run: expect.floats(run, "n"),
        right=[model.replace("{}", value) for value in ("0.0", "jnp.zeros(())", "np.float32(0)", "jnp.bfloat16(0)")],
        wrong={
            "holds an int,": model.replace("{}", "0"),
            "int32 array": model.replace("{}", "jnp.array(0)"),
            "holds None": model.replace("{}", "None"),
        },
        x=X,
    )


def test_what_is_used_belongs_to_a_kind_of_module() -> None:
    own = "class Own(nnx.Module):\n    def __init__(self): self.kernel = nnx.Param(jnp.ones((3, 1)))\n"
    linear = "nnx.Linear(3, 1, rngs=nnx.Rngs(0))"
    proven(
        lambda run: expect.uses(run, "kernel", of=nnx.Linear),
        right=[
            f"def f(x):\n    return {linear}(x)\n",
            f"def f(x):\n    return x @ {linear}.kernel\n",
            f"def f(x):\n    return nnx.clone({linear})(x)\n",
            # There is none: that is for `has_module` to say.
            own + "def f(x):\n    return x @ Own().kernel\n",
        ],
        wrong={"is not used": own + f"def f(x):\n    {linear}\n    return x @ Own().kernel\n"},
        x=X,
    )


def test_what_a_module_counts_is_what_is_returned() -> None:
    model = (
        "class M(nnx.Module):\n    def __init__(self): self.n = nnx.Variable(jnp.zeros(()))\n"
        "    def __call__(self): self.n[...] += 1.0\n"
    )
    proven(
        lambda run: expect.uses(run, "n"),
        right=[
            model + "def f(x):\n    m = M()\n    m()\n    return m.n[...]\n",
            # It starts over, so its first value counts for nothing.
            model + "def f(x):\n    m = M()\n    m.n[...] = jnp.zeros(())\n    m()\n    return m.n[...]\n",
        ],
        wrong={"is not used": model + "def f(x):\n    M()()\n    return jnp.float32(1.0)\n"},
        x=X,
    )


def test_both_sides_are_said_where_a_value_differs() -> None:
    model = "class M(nnx.Module):\n    def __init__(self): self.b = nnx.Param({})\ndef f(x):\n    M()\n    return x\n"
    proven(
        lambda run: expect.variable(run, "b", nnx.Param, value=X[0] * 0.0, shape=(3,)),
        right=[model.format("jnp.zeros(3)"), model.format("np.zeros(3, np.float32)")],
        wrong={
            "`b` holds [1. 1. 1.], and should hold [0. 0. 0.]": model.format("jnp.ones(3)"),
            "has shape (1, 3), and should have (3,)": model.format("jnp.zeros((1, 3))"),
            "holds a list, and should hold an array": model.format("[0.0, 0.0, 0.0]"),
        },
        x=X,
    )
