"""Claims about a function under jit, grad and vmap: right styles hold, wrong ones do not."""

from __future__ import annotations

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven

X = normal(6, 3, seed=1)
SQUARE = "def f(x):\n    return x * x\n"
LAYER = "def f(x):\n    m = nnx.Linear(3, 2, rngs=nnx.Rngs(0))\n    return {'y': m(x), 'm': m}\n"


def test_the_same_under_jit() -> None:
    proven(
        expect.same_under_jit,
        right=[SQUARE, LAYER, "def f(x):\n    return jnp.where(x > 0, x, 0)\n"],
        wrong={
            "raises TracerBoolConversionError": "def f(x):\n    return x if x.sum() > 0 else -x\n",
            "your function returns holds": "def f(x):\n    return x * (2 if isinstance(x, jax.core.Tracer) else 1)\n",
        },
        x=X,
    )


def test_the_same_under_vmap() -> None:
    proven(
        lambda run: expect.same_under_vmap(run, "x"),
        right=[SQUARE, LAYER, "def f(x):\n    return jax.lax.cond(x.sum() > 0, jnp.sin, jnp.cos, x)\n"],
        wrong={
            "your function returns holds": "calls = []\ndef f(x):\n    calls.append(1)\n    return x * len(calls)\n",
            "raises TracerArrayConversionError": "def f(x):\n    return jnp.asarray(np.sort(x))\n",
        },
        x=X,
    )


def test_the_gradient_is_the_references() -> None:
    proven(
        lambda run: expect.same_gradient(run, "x"),
        right=[SQUARE, "def f(x):\n    return jnp.square(x)\n", "@jax.jit\ndef f(x):\n    return x ** 2\n"],
        wrong={
            "is different": "def f(x):\n    return x * jax.lax.stop_gradient(x)\n",
            "under jax.grad raises": "def f(x):\n    return np.asarray(x) ** 2\n",
        },
        reference=SQUARE,
        x=X,
    )


def test_causality() -> None:
    proven(
        lambda run: expect.causal(run, "x", axis=0, part=("y",)),
        right=[
            "def f(x):\n    return {'y': jnp.cumsum(x, axis=0)}\n",
            "def f(x):\n    m = jnp.tril(jnp.ones((6, 6)))\n    return {'y': m @ x, 'other': x[::-1]}\n",
            "def f(x):\n    return {'y': nnx.Conv(3, 2, 3, padding='CAUSAL', rngs=nnx.Rngs(0))(x[None])[0]}\n",
        ],
        wrong={
            "depends on `x` at step": "def f(x):\n    return {'y': nnx.Conv(3, 2, 3, rngs=nnx.Rngs(0))(x[None])[0]}\n",
            "before step 5": "def f(x):\n    return {'y': jnp.cumsum(x, axis=0).at[4].set(x[5])}\n",
            "has no `y`": "def f(x):\n    return x\n",
            "axis of time": "def f(x):\n    return {'y': x.sum()}\n",
        },
        x=X,
    )
