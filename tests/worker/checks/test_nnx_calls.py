"""Claims about calls of NNX modules: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of

X = normal(4, 3, seed=1)

NET = """class Net(nnx.Module):
    def __init__(self):
        self.layers = nnx.List([nnx.Linear(3, 3, rngs=nnx.Rngs(i)) for i in range(2)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x

"""
HOLLOW = NET.replace("        for layer in self.layers:\n            x = nnx.relu(layer(x))\n", "")
BESIDE = "    for layer in m.layers:\n        x = nnx.relu(layer(x))\n    return x\n"


def test_the_output_is_what_a_call_of_the_module_gives() -> None:
    proven(
        lambda run: expect.call_gives(run, "layers", run.arguments["x"]),
        right=[
            NET + "def f(x):\n    return Net()(x)\n",
            NET + "def f(x):\n    m = Net()\n    return jnp.stack([m(row) for row in x])\n",
            NET + "def f(x):\n    return Net()(x[None])[0]\n",
            NET + "def f(x):\n    return jax.vmap(Net())(x)\n",
            NET + "def f(x):\n    g, s = nnx.split(Net())\n    return jax.jit(lambda s, x: nnx.merge(g, s)(x))(s, x)\n",
            NET + "class Out(nnx.Module):\n    def __init__(self): self.net = Net()\n"
            "    def __call__(self, x): return self.net(x)\ndef f(x):\n    return Out()(x)\n",
            # No `__call__`, or one that asks for more: nothing is known.
            NET.replace("__call__", "forward") + "def f(x):\n    return Net().forward(x)\n",
            NET.replace("(self, x)", "(self, x, train)").replace("return x", "return x * train")
            + "def f(x):\n    m = Net()\n    return m(x[:2], 1.0).repeat(2, 0) * 0.0 + m(x, 1.0)\n",
        ],
        wrong={
            "does not come out of a call": HOLLOW + "def f(x):\n    m = Net()\n    m(x)\n" + BESIDE,
            "No call of the module": NET + "def f(x):\n    m = Net()\n" + BESIDE,
            "gives something else": HOLLOW + "def f(x):\n    m = Net()\n    x = m(x)\n" + BESIDE,
        },
        x=X,
    )


def test_the_output_of_a_kind_of_module() -> None:
    model = "    m = nnx.Sequential(nnx.Linear(3, 3, rngs=nnx.Rngs(0)), nnx.relu)\n"
    proven(
        lambda run: expect.call_gives(run, nnx.Sequential, run.arguments["x"]),
        right=[
            "def f(x):\n" + model + "    return m(x)\n",
            "def f(x):\n    class Mine(nnx.Sequential): pass\n"
            + model.replace("nnx.Seq", "Mine or nnx.Seq", 0)
            + "    return m(x)\n",
        ],
        wrong={"does not come out": "def f(x):\n" + model + "    m(x)\n    return nnx.relu(m.layers[0](x))\n"},
        x=X,
    )


COUNTER = """class Counter(nnx.Module):
    def __init__(self):
        self.n = nnx.Variable(jnp.zeros(()))
        self.rate = nnx.Param(jnp.array(0.5))

    def __call__(self, x):
        self.n[...] = self.rate * self.n + x.sum()
        return x

"""
RUN = "def f(x):\n    m = Counter()\n    m(x)\n    return m.n[...]\n"


def _decays(run: expect.Run) -> None:
    total = run.arguments["x"].sum()
    expect.call_changes(
        run, "n", lambda held: held["rate"] * held["n"] + total, run.arguments["x"], returns=lambda held: X
    )


def test_one_more_call_changes_what_a_module_holds() -> None:
    outside = "def f(x):\n    m = Counter()\n    m(x)\n    m.n[...] = m.rate * m.n + x.sum()\n    return m.n[...]\n"
    update = "        self.n[...] = self.rate * self.n + x.sum()\n"
    proven(
        _decays,
        right=[
            COUNTER + RUN,
            COUNTER.replace("    def __call__", "    @nnx.jit\n    def __call__") + RUN,
            COUNTER + "class Out(nnx.Module):\n    def __init__(self): self.inner = Counter()\n"
            "    def __call__(self, x): return self.inner(x)\n"
            "def f(x):\n    m = Out()\n    m(x)\n    return m.inner.n[...]\n",
            COUNTER.replace("jnp.zeros(())", "np.zeros(1, np.float32)").replace("self.n[...] =", "self.n[:] =") + RUN,
            COUNTER.replace("(self, x)", "(self, x, rate)") + RUN.replace("m(x)", "m(x, 0.5)"),
            COUNTER + "@jax.jit\n" + RUN,
        ],
        wrong={
            "takes its `n` from": COUNTER.replace(update, "") + outside,
            "has no `__call__`": COUNTER.replace("__call__", "update") + RUN.replace("m(x)", "m.update(x)"),
            "does not return": COUNTER.replace("return x", "return None") + RUN,
            "raised": COUNTER.replace("return x", "assert self.n < 9.0 - 1e9")
            + "def f(x):\n    return Counter().n[...]\n",
            "No module": "def f(x):\n    return x\n",
        },
        x=X,
    )


@pytest.mark.parametrize(
    "odd", ["None", "'text'", "jax.random.key(0)", "[[1.0], [2.0, 3.0]]", "object()", "nnx.Variable('text')"]
)
def test_whatever_an_attribute_holds_is_no_fault_of_the_problem(odd: str) -> None:
    source = (
        f"class M(nnx.Module):\n    def __init__(self):\n        self.a = nnx.Variable({odd})\n"
        "    def __call__(self, x):\n        return x\ndef f(x):\n    return M()(x)\n"
    )
    run = run_of(source, "def f(x):\n    return x\n", x=X)
    claims: list[Any] = [
        lambda: expect.variable(run, "a", nnx.Variable, shape=(3,)),
        lambda: expect.variable(run, "a", nnx.Variable, dtype="float32"),
        lambda: expect.variable(run, "a", nnx.Variable, value=0.5),
        lambda: expect.holds(run, "a", 0.5),
        lambda: expect.built_holds(run, "a", 0.5),
        lambda: expect.floats(run, "a"),
        lambda: expect.call_adds(run, "a", 1.0, X, returns=X),
        lambda: expect.leaf_holds(run.modules()[0], "a", X),
    ]
    for claim in claims:
        with pytest.raises(expect.Unmet):
            claim()
    for suppressed in (expect.uses, expect.reads):
        with contextlib.suppress(expect.Unmet):
            suppressed(run, "a")


@pytest.mark.parametrize("output", ["jax.random.key(3)", "['text', None]", "object()"])
def test_an_output_of_keys_or_text_is_no_fault_of_the_problem(output: str) -> None:
    source = (
        f"def f(x):\n    nnx.Rngs(params=0).params()\n    nnx.Linear(3, 1, rngs=nnx.Rngs(0))(x)\n    return {output}\n"
    )
    run = run_of(source, "def f(x):\n    return x\n", x=X)
    claims: list[Any] = [
        lambda: expect.call_gives(run, nnx.Linear, X),
        lambda: expect.answered_by(run, "nnx"),
        lambda: expect.uses(run, "kernel"),
        lambda: expect.drawn_from(run, "params", 0),
    ]
    for claim in claims:
        with contextlib.suppress(expect.Unmet):
            claim()


def _draws_both(run: expect.Run) -> None:
    expect.drawn_from(run, "params", 0)
    expect.drawn_from(run, "noise", 1)


def test_numbers_are_drawn_with_the_keys_of_a_stream() -> None:
    begin = "def f(x):\n    r = nnx.Rngs(params=1, noise=2)\n"
    proven(
        _draws_both,
        right=[
            begin + "    return jnp.stack([jax.random.normal(r.params()), jax.random.normal(r.noise())])\n",
            begin + "    noise = r.noise.normal(())\n    return jnp.stack([r.params.normal(()), noise])\n",
            begin + "    return nnx.jit(lambda r: jnp.stack([r.params.normal(()), r.noise.normal(())]))(r)\n",
            # Nothing was drawn: that is for `draws` to say.
            "def f(x):\n    return jnp.zeros(2)\n",
        ],
        wrong={
            "Number 1": begin + "    r.params()\n    return jnp.stack([jnp.array(0.5), r.noise.normal(())])\n",
            "Number 2": begin + "    r.noise()\n    return jnp.stack([r.params.normal(()), jnp.array(0.5)])\n",
        },
        x=X,
    )


def test_the_output_is_read_out_of_what_an_attribute_holds() -> None:
    begin = "class M(nnx.Module):\n    def __init__(self, x):\n        self.xs = nnx.data([x, x * x])\n"
    proven(
        lambda run: expect.reads(run, "xs"),
        right=[
            begin + "def f(x):\n    return jnp.stack([v.sum() for v in jax.tree.leaves(nnx.state(M(x)))])\n",
            begin.replace("[x, x * x]", "[nnx.Param(x), nnx.Param(x * x)]")
            + "def f(x):\n    return M(x).xs[1].sum()\n",
            # It is filled later, or there is none: nothing is known.
            "class M(nnx.Module):\n    def __init__(self): self.xs = nnx.data([])\n"
            "def f(x):\n    m = M()\n    m.xs.append(x)\n    return x.sum()\n",
            begin + "@jax.jit\ndef f(x):\n    return M(x).xs[0].sum()\n",
        ],
        wrong={"does not depend on what `xs` holds": begin + "def f(x):\n    M(x)\n    return x.sum()\n"},
        x=X,
    )
