"""Claims about tracing and compiling: each holds for more than one right style, and for no wrong one."""

from __future__ import annotations

import pytest

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, runs_of

X = normal(6, seed=1)
LOOP = "    for _ in range(3):\n        x = step(x)\n    return x\n"


def test_how_often_a_named_function_is_traced() -> None:
    right = [
        "def f(x):\n    @jax.jit\n    def step(x):\n        return x + 1\n" + LOOP,
        "def f(x):\n    step = lambda x: x + 1\n    step.__name__ = 'step'\n    step = nnx.jit(step)\n" + LOOP,
        "def f(x):\n    @functools.partial(jax.jit, static_argnames='n')\n    def step(x, n=2):\n        return x + n\n"
        + LOOP,
        "class C(nnx.Module):\n    def __init__(self):\n        self.n = nnx.Variable(jnp.zeros(()))\n"
        "    @nnx.jit\n    def step(self, x):\n        self.n[...] += 1\n        return x + 1\n"
        "def f(x):\n    c = C()\n    step = c.step\n" + LOOP,
        "def f(x):\n    m = nnx.Linear(6, 6, rngs=nnx.Rngs(0))\n    @nnx.jit\n    def step(m, x):\n"
        "        return m(x)\n"
        "    step = nnx.cached_partial(step, m)\n" + LOOP,
    ]
    wrong = {
        "traced 3 times": "def f(x):\n    for n in range(3):\n        def step(x):\n            return x + 1\n"
        "        x = jax.jit(step)(x)\n    return x\n",
        "traced 2 times": "def f(x):\n    @jax.jit\n    def step(x):\n        return x + 1\n    step(x[:2])\n" + LOOP,
        "No function named `step`": "def f(x):\n    def step(x):\n        return x + 1\n" + LOOP,
    }
    proven(lambda run: expect.traced(run, "step"), right=right, wrong=wrong, x=X)
    wrong = {f"compiled {n} times": source for n, source in zip((3, 2), wrong.values(), strict=False)}
    proven(lambda run: expect.compiled(run, "step"), right=right, wrong=wrong, x=X)


def test_what_jit_kept_from_another_case_counts() -> None:
    source = "@jax.jit\ndef step(x):\n    return x + 1\ndef f(x):\n" + LOOP
    for run in runs_of(source, source, expect.case("one", x=X), expect.case("two", x=X + 1)):
        expect.traced(run, "step")
    eager = source.replace("@jax.jit\n", "")
    (run, _) = runs_of(eager, source, expect.case("one", x=X), expect.case("two", x=X + 1))
    with pytest.raises(expect.Unmet, match="No function named `step`"):
        expect.traced(run, "step")


SUMS = "def f(x):\n    return jax.lax.scan(lambda c, a: (c + a, c + a), 0.0, x)[1]\n"


def test_primitives() -> None:
    proven(
        lambda run: expect.has_primitive(run, "scan"),
        right=[
            SUMS,
            "def f(x):\n    @jax.jit\n    def g(x):\n        return jax.lax.map(jnp.sin, x)\n    return g(x)\n",
            "def f(x):\n    m = nnx.Linear(1, 1, rngs=nnx.Rngs(0))\n"
            "    @nnx.scan(in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))\n"
            "    def g(m, a):\n        return m, m(a[None])\n    return g(m, x)[1], m\n",
            "def f(x):\n    return np.asarray(x).cumsum()\n",  # not known: see traceable
        ],
        wrong={"no `scan`": "def f(x):\n    return jnp.stack([x[:i].sum() for i in range(6)])\n"},
        x=X,
    )
    proven(
        lambda run: expect.has_primitive(run, "remat", 2),
        right=[
            "def f(x):\n    g = jax.checkpoint(jnp.sin)\n    return g(g(x))\n",
            "def f(x):\n    g = nnx.remat(jnp.sin)\n    return jax.jit(lambda x: g(g(x)))(x)\n",
        ],
        wrong={
            "no `remat`": "def f(x):\n    return jnp.sin(x)\n",
            "1 `remat`": "def f(x):\n    return jax.remat(jnp.sin)(x)\n",
        },
        x=X,
    )
    proven(
        lambda run: expect.lacks_primitive(run, "while"),
        right=[SUMS, "def f(x):\n    return x\n", "def f(x):\n    return np.asarray(x)\n"],
        wrong={"a `while`": "def f(x):\n    return jax.lax.while_loop(lambda x: x[0] < 9, lambda x: x + 1, x)\n"},
        x=X,
    )


def test_the_dtype_of_matrix_products() -> None:
    half = "x.astype(jnp.bfloat16)"
    layer = "    m = nnx.Linear(6, 2, dtype=jnp.bfloat16, rngs=nnx.Rngs(0))\n"
    proven(
        lambda run: expect.products(run, "bfloat16"),
        right=[
            f"def f(x):\n    return {half} @ {half}\n",
            f"def f(x):\n{layer}    return nnx.value_and_grad(lambda m: m(x).astype(float).sum())(m)\n",
            f"def f(x):\n    return jax.lax.map(jax.jit(lambda a: jnp.dot({half}, {half})), x)\n",
            "def f(x):\n    return x.sum()\n",
            "def f(x):\n    return np.asarray(x) @ np.asarray(x)\n",  # not known: see traceable
        ],
        wrong={
            "takes an array of float32": "def f(x):\n    return x @ x\n",
            "should take bfloat16 only": f"def f(x):\n    return jax.jit(lambda x: ({half} @ {half}, x @ x))(x)[0]\n",
        },
        x=X,
    )


def test_the_size_of_the_jaxpr() -> None:
    proven(
        lambda run: expect.equations(run, 8),
        right=[SUMS, "def f(x):\n    return jnp.cumsum(x)\n"],
        wrong={"equations; 8": "def f(x):\n    for _ in range(9):\n        x = jnp.sin(x)\n    return x\n"},
        x=X,
    )


def test_the_largest_array() -> None:
    proven(
        lambda run: expect.array_size(run, 12),
        right=[
            SUMS,
            "def f(x):\n    return jnp.stack([x, x])\n",
            "def f(x):\n    return jax.lax.map(lambda one: (one * x).sum(), x)\n",
            "def f(x):\n    return np.outer(x, x).sum(0)\n",  # not known
        ],
        wrong={
            "of shape (6, 6), which has 36 elements": "def f(x):\n    return (x[:, None] * x).sum(0)\n",
            "which has 36 elements; no": "@jax.jit\ndef g(x):\n    return jnp.outer(x, x)\n"
            "def f(x):\n    return g(x)[0]\n",
            "of shape (36,)": "def f(x):\n    return x + np.arange(36)[:6] + jnp.arange(36)[30:]\n",
        },
        x=X,
    )


def test_what_is_kept_for_the_gradient() -> None:
    deep = "def g(x):\n    return jnp.sin(jnp.sin(jnp.sin(x)))\n"
    proven(
        lambda run: expect.residuals(run, "x", 1),
        right=[
            deep + "def f(x):\n    return jax.checkpoint(g)(x)\n",
            deep + "def f(x):\n    return {'y': nnx.remat(g)(x), 'n': x.astype(int)}\n",
            "def f(x):\n    return np.sin(x)\n",  # not known
        ],
        wrong={"3 values are kept": deep + "def f(x):\n    return g(x)\n"},
        x=X,
    )


def test_traceable() -> None:
    proven(
        lambda run: expect.traceable(run, "x"),
        right=[SUMS, "def f(x):\n    return nnx.Linear(6, 2, rngs=nnx.Rngs(0))(x), 'text'\n"],
        wrong={
            "TracerArrayConversionError": "def f(x):\n    return jnp.asarray(np.asarray(x))\n",
            "ConcretizationTypeError": "def f(x):\n    return x * float(x.sum())\n",
        },
        x=X,
    )
