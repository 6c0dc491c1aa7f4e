"""What works on the reference under jax.jit and jax.grad must work on a solution, in whatever style it is written."""

from __future__ import annotations

from typing import Any

import jax
import numpy as np
import pytest
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.checks.jit_and_grad import Demand, demand_of
from flaxdrills.worker.expect import made, normal
from flaxdrills.worker.run import load_module
from tests.worker.checks.proving import HEADER, run_of

X = normal(4, 3, seed=1)

CLASS = """class M(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(3, 5, rngs=rngs)
        self.b = nnx.Linear(5, 2, rngs=rngs)
    def __call__(self, x):
        h = self.a(x)
        return self.b(nnx.relu(h))
"""
MLP = CLASS + "def f(x):\n    m = M(nnx.Rngs(0))\n    return m(x)\n"


def mlp(*, relu: str = "nnx.relu(h)", y: str = "m(x)", before: str = "") -> str:
    """The MLP with another relu, another way to its output, or something done before that."""
    source = MLP.replace("nnx.relu(h)", relu).replace("return m(x)", f"return {y}")
    return source.replace("    return " + y, f"    {before}\n    return {y}") if before else source


DENSE = """def f(x):
    d = nn.Dense(4)
    v = d.init(jax.random.key(0), x)
    return d.apply(v, x)
"""


def dense(y: str) -> str:
    return DENSE.replace("d.apply(v, x)", y)


def refused(reference: str | Demand, source: str, **arguments: Any) -> expect.Unmet | None:
    """What the check says of `source`; None where it holds."""
    demand = reference if isinstance(reference, Demand) else demand_of(run_of(reference, **arguments))
    assert demand.name
    run = run_of(source, **arguments)

    def quiet() -> Any:
        again = load_module.load(HEADER + source, "/solution.py", "solution", is_quiet=True)
        return lambda given: load_module.member(again, "f")(*(given[name] for name in arguments))

    try:
        demand.met_by(run, "/solution.py", quiet)
    except expect.Unmet as unmet:
        return unmet
    return None


RIGHT = {
    "by where": mlp(relu="jnp.where(h > 0, h, 0)"),
    "row by row": mlp(y="jax.vmap(m)(x)"),
    "a loop of lax": mlp(y="jax.lax.map(m, x)"),
    "a loop of known length": mlp(relu="jax.lax.fori_loop(0, 1, lambda i, h: nnx.relu(h), h)"),
    "jitted": mlp(y="nnx.jit(lambda m, x: m(x))(m, x)"),
    "split and merged": mlp(y="nnx.merge(*nnx.split(m))(x)"),
    "jitted as a whole": MLP.replace("def f", "@jax.jit\ndef f"),
    "donated": CLASS
    + "@functools.partial(jax.jit, donate_argnums=0)\ndef g(x):\n    return M(nnx.Rngs(0))(x)\n"
    + "def f(x):\n    return g(x.copy())\n",
    "without jit": mlp(before="jax.config.update('jax_disable_jit', False)"),
    "kept from the first call on": CLASS
    + "@functools.lru_cache\ndef kept():\n    return M(nnx.Rngs(0))\ndef f(x):\n    return kept()(x)\n",
    "one more for its shapes": mlp(before="assert M(nnx.Rngs(1)).a.kernel.shape == m.a.kernel.shape"),
    "replaced when it was built": mlp(before="m.a.kernel[...] = jnp.ones((3, 5))"),
    "a new Param": mlp(before="m.b.bias = nnx.Param(m.b.bias + 0.0)"),
    "params looked at": mlp(before="k = float(m.a.kernel[...].std()) + np.asarray(m.b.kernel[...]).sum()"),
    "values looked at": mlp(before="print(float(m(x).sum()), np.asarray(x))"),
    "values asserted": mlp(before="assert (m(x) < 1e6).all()"),
    "values asserted by NumPy": mlp(before="np.testing.assert_allclose(m(x), m(x))"),
    "a gradient of its own": mlp(relu="relu(h)").replace(
        "class",
        "@jax.custom_vjp\ndef relu(x):\n    return jnp.maximum(x, 0)\n"
        "relu.defvjp(lambda x: (relu(x), x), lambda x, g: (jnp.where(x > 0, g, 0),))\nclass",
    ),
    "called only once": "called = []\n" + mlp(before="called.append(1)\n    assert len(called) == 1"),
    "counts in Python": "n = 0\n" + mlp(before="global n\n    n += 1\n    if n > 1: raise RuntimeError"),
}


@pytest.mark.filterwarnings("ignore:Some donated buffers")
@pytest.mark.parametrize("source", RIGHT.values(), ids=RIGHT)
def test_no_right_style_is_refused(source: str) -> None:
    unmet = refused(MLP, source, x=X)
    assert unmet is None, unmet


WRONG = {
    "cannot go back through a loop": mlp(
        relu="jax.lax.while_loop(lambda c: c[0] < 1, lambda c: (c[0] + 1, nnx.relu(c[1])), (0, h))[1]"
    ),
    "`h = np.maximum(np.asarray(h), 0)`": MLP.replace(
        "return self.b(nnx.relu(h))", "h = np.maximum(np.asarray(h), 0)\n        return self.b(h)"
    ),
    "TracerBoolConversionError": mlp(relu="jnp.array([[float(v) if v > 0 else 0.0 for v in row] for row in h])"),
    "IndexError": mlp(relu="nnx.relu(h[jnp.argmin(h) * 0 :])"),
    "ConcretizationTypeError": mlp(relu="h * float(h.max() > 0)"),
    "`return np.asarray(m(x))`": mlp(y="np.asarray(m(x))"),
    "self.b.kernel": mlp().replace("self.b(nnx.relu(h))", "nnx.relu(h) @ np.asarray(self.b.kernel[...])"),
    "No gradient reaches `x`, `kernel` of shape (3, 5), `bias` of shape (5,):": mlp(relu="jax.lax.stop_gradient(h)"),
    "No gradient reaches `kernel` of shape (3, 5):": mlp().replace(
        "self.a(x)", "x @ jax.lax.stop_gradient(self.a.kernel[...]) + self.a.bias"
    ),
    "No gradient reaches `bias` of shape (2,):": mlp(
        y="nnx.relu(m.a(x)) @ m.b.kernel + jax.lax.stop_gradient(m.b.bias[...])"
    ),
}


@pytest.mark.parametrize("says", WRONG)
def test_what_cannot_be_compiled_or_trained_is_named(says: str) -> None:
    unmet = refused(MLP, WRONG[says], x=X)
    assert unmet is not None
    assert says in str(unmet)


def test_the_line_is_where_the_trace_breaks() -> None:
    source = WRONG["`h = np.maximum(np.asarray(h), 0)`"]
    unmet = refused(MLP, source, x=X)
    assert unmet is not None
    assert (HEADER + source).splitlines()[unmet.line - 1].strip() == "h = np.maximum(np.asarray(h), 0)"
    assert f"line {unmet.line} (" in str(unmet)
    assert unmet.finding == "TracerArrayConversionError under jit"


def test_what_jit_has_kept_hides_nothing() -> None:
    stopped = mlp(relu="jax.lax.stop_gradient(nnx.relu(h))").replace("def f", "@jax.jit\ndef f")
    unmet = refused(MLP, stopped, x=X)
    assert unmet is not None
    assert "of shape (3, 5)" in str(unmet)


def test_linen_params() -> None:
    for right in (
        DENSE,
        dense("jax.jit(d.apply)(v, x)"),
        dense("d.bind(v)(x)"),
        dense("d.init_with_output(jax.random.key(0), x)[0]"),
        dense("x @ v['params']['kernel'] + v['params']['bias']"),
        DENSE.replace("d.init", "jax.jit(d.init)"),
        DENSE.replace("nn.Dense", "nn.remat(nn.Dense)"),
    ):
        assert refused(DENSE, right, x=X) is None
    for says, wrong in {
        "`kernel` of shape (3, 4), `bias` of shape (4,)": dense("d.apply(jax.lax.stop_gradient(v), x)"),
        "`return d.apply(v, np.asarray(x))`": dense("d.apply(v, np.asarray(x))"),
    }.items():
        unmet = refused(DENSE, wrong, x=X)
        assert unmet is not None
        assert says in str(unmet)


def test_what_is_demanded_follows_from_the_reference() -> None:
    def name(source: str, **arguments: Any) -> str:
        return demand_of(run_of(source, **arguments)).name

    both = "Your function works under jax.jit and jax.grad"
    assert name(MLP, x=X) == both
    assert name("def f(x):\n    return x.shape[0] + x.astype(int)\n", x=X) == "Your function works under jax.jit"
    assert name("def f(x):\n    return np.asarray(x)\n", x=X) == ""
    assert name("def f(seed):\n    return seed * 2\n", seed=1.0) == ""
    # Without an array among the arguments, gradients may reach what is created.
    assert name(MLP.replace("(x):\n    m =", "(s):\n    x = jnp.ones((1, 3)) * s\n    m ="), s=1.0) == (
        "Your function works under jax.grad"
    )
    # One array is looked at, the other is not.
    mixed = demand_of(run_of("def f(x, n):\n    return x * float(np.asarray(n)[0])\n", x=X, n=np.ones(1, np.float32)))
    assert (mixed.name, mixed.arrays) == (both, ("x",))
    # A relu that is zero everywhere has a gradient all the same.
    assert name("def f(x):\n    return nnx.relu(x)\n", x=-abs(X)) == both


def test_a_problem_can_ask_for_less() -> None:
    run = run_of(MLP, x=X)
    assert demand_of(run, frozenset({"jit"})).name == "Your function works under jax.grad"
    assert demand_of(run, frozenset({"jit", "grad"})).name == ""
    assert refused(demand_of(run, frozenset({"jit"})), mlp(y="np.asarray(m(x))"), x=X) is None
    assert refused(demand_of(run, frozenset({"grad"})), mlp(relu="jax.lax.stop_gradient(h)"), x=X) is None


def test_arrays_inside_arguments_count() -> None:
    def layer() -> nnx.Linear:
        return nnx.Linear(3, 2, rngs=nnx.Rngs(0))

    given: dict[str, Any] = {"tree": made(lambda: {"w": jax.numpy.ones((3, 2))}), "m": made(layer), "x": X}
    reference = "def f(tree, m, x):\n    return m(x) + x @ tree['w']\n"
    assert refused(reference, "def f(tree, m, x):\n    return jnp.matmul(x, tree['w']) + m(x)\n", **given) is None
    for says, y in {
        "No gradient reaches `tree/w`:": "m(x) + x @ jax.lax.stop_gradient(tree['w'])",
        "No gradient reaches `m/kernel": "m.bias + x @ jax.lax.stop_gradient(m.kernel[...]) + x @ tree['w']",
        "np.asarray(m.kernel[...])": "m.bias + x @ np.asarray(m.kernel[...]) + x @ tree['w']",
    }.items():
        unmet = refused(reference, f"def f(tree, m, x):\n    return {y}\n", **given)
        assert unmet is not None
        assert says in str(unmet)


@pytest.mark.parametrize("returned", ["m", "{'model': m}", "nnx.split(m)"])
def test_a_module_that_is_returned_is_called(returned: str) -> None:
    source = CLASS + f"def f(x):\n    m = M(nnx.Rngs(0))\n    return {returned}\n"
    demand = demand_of(run_of(source, x=X))
    assert demand.module_input == "x"
    assert refused(demand, source, x=X) is None
    for says, relu in {
        "np.maximum(h, 0)": "np.maximum(h, 0)",
        "No gradient reaches `x`": "jax.lax.stop_gradient(h)",
    }.items():
        unmet = refused(demand, source.replace("nnx.relu(h)", relu), x=X)
        assert unmet is not None
        assert says in str(unmet)


def test_a_linen_module_that_is_returned_is_applied() -> None:
    source = "def f(x):\n    d = nn.Dense(4, dot_general=DOT)\n    return d, d.init(jax.random.key(0), x)\n"
    demand = demand_of(run_of(source.replace("DOT", "None"), x=X))
    assert demand.module_input == "x"
    stopped = "lambda a, b, *rest, **more: jax.lax.dot_general(jax.lax.stop_gradient(a), b, *rest, **more)"
    unmet = refused(demand, source.replace("DOT", stopped), x=X)
    assert unmet is not None
    assert "No gradient reaches `x`" in str(unmet)
