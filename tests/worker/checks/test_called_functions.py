"""Claims about which functions were called: by any name, in the call or as the file is loaded."""

from __future__ import annotations

import pytest

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, runs_of

SCAN = expect.watch("nnx.scan", "jax.lax.scan")
JIT = expect.watch("nnx.jit", "jax.jit")
WHERE = expect.watch("jnp.where", "nn.relu")
SOW = expect.watch("nn.Module.sow")
X = normal(4, seed=1)


def test_a_call_is_seen_by_whatever_name() -> None:
    proven(
        lambda run: expect.calls(run, SCAN),
        right=[
            "def f(x):\n    return jax.lax.scan(lambda c, a: (c + a, c), 0.0, x)[0]\n",
            "from jax.lax import scan\ndef f(x):\n    return scan(lambda c, a: (c + a, c), 0.0, x)[0]\n",
            "@functools.partial(nnx.scan, in_axes=(nnx.Carry, 0), out_axes=nnx.Carry)\ndef g(c, a):\n    return c + a\n"
            "def f(x):\n    return g(jnp.zeros(()), x)\n",
            "def f(x):\n    from flax.nnx import scan as s\n"
            "    return s(lambda c, a: (c + a, c))(jnp.zeros(()), x)[0]\n",
        ],
        wrong={
            "nnx.scan or jax.lax.scan was not called": "def f(x):\n"
            "    return jax.lax.fori_loop(0, 4, lambda i, c: c + x[i], 0.0)\n"
        },
        x=X,
    )
    proven(
        lambda run: expect.calls(run, WHERE, 1),
        right=[
            "def f(x):\n    return jnp.where(x > 0, x, 0)\n",
            "from jax.numpy import where\ndef f(x):\n    return jax.vmap(lambda a: where(a > 0, a, 0))(x)\n",
            "def f(x):\n    return jax.grad(lambda x: nn.relu(x).sum())(x)\n",
        ],
        wrong={
            "not called": "def f(x):\n    return jnp.maximum(x, 0)\n",
            "2 times": "def f(x):\n    return nn.relu(nn.relu(x))\n",
        },
        x=X,
    )
    model = (
        "class M(nn.Module):\n    @nn.compact\n    def __call__(self, x):\n        {}\n        return nn.Dense(2)(x)\n"
    )
    run_it = "def f(x):\n    return M().init_with_output(jax.random.key(0), x)[0]\n"
    proven(
        lambda run: expect.calls(run, SOW),
        right=[
            model.replace("{}", "self.sow('intermediates', 'h', x)") + run_it,
            model.replace("{}", "nn.Module.sow(self, 'intermediates', 'h', x)") + run_it,
        ],
        wrong={"not called": model.replace("{}", "pass") + run_it},
        x=X,
    )


def test_a_call_that_is_banned() -> None:
    proven(
        lambda run: expect.calls_not(run, JIT),
        right=[
            "def f(x):\n    return x\n",
            "def f(x):\n    return jnp.where(x > 0, x, 0), optax.adam(1.0).init(x)\n",  # these use jit themselves
            "def f(x):\n    return nnx.Linear(4, 2, rngs=nnx.Rngs(0))(x)\n",
        ],
        wrong={
            "was called": "@jax.jit\ndef f(x):\n    return x\n",
            "a different way": "def f(x):\n    return nnx.jit(lambda x: x)(x)\n",
        },
        x=X,
    )


def test_what_another_file_called_as_it_was_loaded_is_not_this_ones() -> None:
    (run,) = runs_of("def f(x):\n    return x\n", "@jax.jit\ndef f(x):\n    return x\n", expect.case("one", x=X))
    with pytest.raises(expect.Unmet):
        expect.calls(run, JIT)
    expect.calls_not(run, JIT)


def test_a_watched_function_is_as_it_was() -> None:
    import jax

    assert jax.numpy.where.__name__ == "where"
    assert jax.nn.relu(X).shape == X.shape
    with pytest.raises(TypeError, match="is a class"):
        expect.watch("nnx.Linear")
    with pytest.raises(AttributeError):
        expect.watch("nnx.nonsense")
    assert expect.watch("nnx.jit") == expect.watch("flax.nnx.jit")
