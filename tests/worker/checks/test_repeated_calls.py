"""Claims that are proven by calling the function again: right styles hold, wrong ones do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from tests.worker.checks.proving import proven, run_of

X = normal(4, seed=1)


def test_keys_are_used_once() -> None:
    proven(
        expect.keys_used_once,
        right=[
            "def f(x):\n    a, b = jax.random.split(jax.random.key(0))\n"
            "    return jax.random.normal(a) + jax.random.normal(b)\n",
            "def f(x):\n    r = nnx.Rngs(0)\n    return jax.random.normal(r()) + jax.random.normal(r.params())\n",
            "def f(x):\n    return nnx.Dropout(0.5, rngs=nnx.Rngs(0))(x)\n",
        ],
        wrong={
            "used twice": "def f(x):\n    k = jax.random.key(0)\n"
            "    return jax.random.normal(k) + jax.random.uniform(k)\n",
            "JAX says": "def f(x):\n    k = jax.random.key(0)\n    jax.random.split(k)\n"
            "    return jax.random.normal(k)\n",
        },
        x=X,
    )


def test_no_tracer_leaks() -> None:
    proven(
        expect.leaks_nothing,
        right=[
            "def f(x):\n    return jax.jit(jnp.sin)(x)\n",
            "seen = []\n@jax.jit\ndef g(x):\n    seen.append(x.shape)\n    return x + 1\ndef f(x):\n    return g(x)\n",
            "def f(x):\n    m = nnx.Linear(4, 2, rngs=nnx.Rngs(0))\n    return nnx.jit(lambda m, x: m(x))(m, x)\n",
        ],
        wrong={
            "outlives": "def f(x):\n    seen = []\n    jax.jit(lambda x: seen.append(x * 2))(x)\n"
            "    return x + len(seen)\n",
        },
        x=X,
    )


def test_no_nan_on_the_way() -> None:
    proven(
        expect.makes_no_nan,
        right=[
            "def f(x):\n"
            "    return jax.grad(lambda x: jnp.where(x > 0, jnp.sqrt(jnp.where(x > 0, x, 1)), 0).sum())(x)\n",
            "def f(x):\n    return jnp.sqrt(jnp.abs(x))\n",
        ],
        wrong={
            "NaN is computed": "def f(x):\n    return jnp.nan_to_num(jnp.sqrt(x))\n",
            "even if the result has none": "def f(x):\n"
            "    return jnp.nan_to_num(jax.grad(lambda x: jnp.where(x > 0, jnp.sqrt(x), 0).sum())(x))\n",
        },
        x=X,
    )


def test_a_named_exception_is_raised() -> None:
    proven(
        lambda run: expect.refuses(run, ValueError, "rank", x=normal(2, 2, seed=2)),
        right=[
            "def f(x):\n    if x.ndim != 1:\n        raise ValueError('the rank must be 1')\n    return x\n",
            "class Odd(ValueError): pass\n@jax.jit\ndef f(x):\n    if jnp.ndim(x) > 1:\n"
            "        raise Odd('rank')\n    return x\n",
        ],
        wrong={
            "nothing is raised": "def f(x):\n    return x\n",
            "raises AssertionError": "def f(x):\n    assert x.ndim == 1, 'rank'\n    return x\n",
            "it says 'no'": "def f(x):\n    if x.ndim != 1:\n        raise ValueError('no')\n    return x\n",
            "raises SystemExit": "def f(x):\n    return x if x.ndim == 1 else exit('rank')\n",
        },
        x=X,
    )


def test_what_is_printed() -> None:
    proven(
        lambda run: expect.printed(run, "x has 4"),
        right=[
            "def f(x):\n    print('x has', x.size)\n    return x\n",
            "@jax.jit\ndef f(x):\n    jax.debug.print('x has {}', jnp.float32(x.size).astype(int))\n    return x\n",
            "@jax.jit\ndef f(x):\n    print('x has', x.size)\n    return x\n",
            "import sys\ndef f(x):\n    sys.stdout.write('x has 4')\n    return x\n",
        ],
        wrong={
            "it printed ''": "def f(x):\n    return x\n",
            "it printed 'x has 5": "@jax.jit\ndef f(x):\n    jax.debug.print('x has {}', x.size + 1)\n    return x\n",
        },
        x=X,
    )
    assert expect.printed(run_of("def f(x):\n    print('ab')\n", x=X), lambda text: text.endswith("b\n")) == "ab\n"


def test_warnings() -> None:
    warn = "import warnings\ndef f(x):\n    warnings.warn('{}', {})\n    return x\n"
    with pytest.warns(Warning):
        proven(
            lambda run: expect.warns_not(run, DeprecationWarning, "old"),
            right=[
                "def f(x):\n    return x\n",
                warn.format("new", "DeprecationWarning"),
                warn.format("old", "RuntimeWarning"),
            ],
            wrong={
                "It warns: so old": warn.format("so old", "DeprecationWarning"),
                "It warns: an old one": "import warnings\n@jax.jit\ndef f(x):\n"
                "    warnings.warn('an old one', DeprecationWarning)\n    return x\n",
            },
            x=X,
        )


def test_a_scratch_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    proven(
        lambda run: expect.wrote(run, "folder", "step_1/*"),
        right=[
            "import os\ndef f(folder, x):\n    os.mkdir(folder + '/step_1')\n"
            "    np.save(f'{folder}/step_1/x.npy', x)\n    return x\n",
            "from pathlib import Path\ndef f(folder, x):\n    p = Path(folder, 'step_1', 'deep')\n"
            "    assert not list(Path(folder).iterdir())\n    p.mkdir(parents=True)\n    return x\n",
        ],
        wrong={
            "there is nothing": "def f(folder, x):\n    return x\n",
            "there is step_2": "import os\ndef f(folder, x):\n    os.mkdir(folder + '/step_2')\n    return x\n",
        },
        folder=expect.scratch(),
        x=X,
    )
    run = run_of("def f(folder):\n    return folder\n", folder=expect.scratch())
    assert Path(run.output).parent == tmp_path
    assert run.again().output != run.output
