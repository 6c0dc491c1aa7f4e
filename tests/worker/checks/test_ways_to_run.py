"""Every claim that asks whether a module was used sees each way in which Linen and NNX can run one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flax import linen as nn
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal
from tests.worker.checks.proving import runs_of

CASES = [case("three rows", x=normal(3, 4, seed=1)), case("three others", x=normal(3, 4, seed=2))]
"""Two of one shape: what jit kept in the first call is not seen in the second."""

LINEN = """import _thread, asyncio, queue, threading
from concurrent.futures import ThreadPoolExecutor

class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(2)(nn.relu(nn.Dense(5, name="first")(x)))

class Around(nn.Module):
    inner: nn.Module

    def setup(self):
        nn.share_scope(self, self.inner)

    def __call__(self, x):
        return self.inner(x)

class Parts(nn.Module):
    def setup(self):
        self.first = nn.Dense(5)
        self.Dense_0 = nn.Dense(2)

    def hidden(self, x):
        return nn.relu(pool.submit(self.first, x).result())

    def __call__(self, x):
        return pool.submit(self.Dense_0, thread(self.hidden, x)).result()

class Compact(nn.Module):
    @nn.compact
    def __call__(self, x):
        first, last = nn.Dense(5, name="first"), nn.Dense(2)
        return thread(lambda: last(nn.relu(pool.submit(first, x).result())))

def thread(function, *args):
    found = []
    started = threading.Thread(target=lambda: found.append(function(*args)))
    started.start()
    started.join()
    return found[0]

def low_level(function, *args):
    found = queue.SimpleQueue()
    _thread.start_new_thread(lambda: found.put(function(*args)), ())
    return found.get()

rows = dict(variable_axes={"params": None}, split_rngs={"params": False})
shared = dict(variable_broadcast="params", split_rngs={"params": False})
m = Net()
early = jax.jit(m.apply)
pool = ThreadPoolExecutor(2)

def f(x):
    v = m.init(jax.random.key(0), x)
"""
LINEN_WAYS = {
    "apply": "m.apply(v, x)",
    "apply by keyword": "Net.apply(m, variables=v, x=x)",
    "apply with mutable": "m.apply(v, x, mutable=['cache'])[0]",
    "the method as a string": "m.apply(v, x, method='__call__')",
    "a function as the method": "m.apply(v, x, method=lambda m, x: m(x))",
    "init_with_output": "m.init_with_output(jax.random.key(0), x)[0]",
    "bind": "m.bind(v)(x)",
    "bind mutable": "m.bind(v, mutable=['cache'])(x)",
    "nn.apply": "nn.apply(Net.__call__, m)(v, x)",
    "nn.apply of a function": "nn.apply(lambda m, x: m(x), m)(v, x)",
    "a clone": "m.clone().apply(v, x)",
    "unbound again": "(lambda m, v: m.apply(v, x))(*m.bind(v).unbind())",
    "a parent": "Around(m).apply(v, x)",
    "a bound parent": "Around(m).bind(v)(x)",
    "nn.jit": "nn.jit(Net)().apply(v, x)",
    "nn.remat": "nn.remat(Net)().apply(v, x)",
    "nn.vmap": "nn.vmap(Net, **rows)().apply(v, x)",
    "nn.map_variables": "nn.map_variables(Net, 'params', lambda v: v)().apply(v, x)",
    "nn.scan": "nn.apply(lambda m, x: nn.scan(lambda m, carry, row: (carry, m(row)), **shared)(m, (), x)[1], m)(v, x)",
    "jax.jit": "jax.jit(m.apply)(v, x)",
    "jax.jit of a bound call": "jax.jit(lambda v, x: m.bind(v)(x))(v, x)",
    "a jit from before": "early(v, x)",
    "jax.vmap": "jax.vmap(m.apply, (None, 0))(v, x)",
    "jax.vmap of a bound one": "jax.vmap(m.bind(v))(x)",
    "jax.lax.map": "jax.lax.map(lambda row: m.apply(v, row), x)",
    "jax.checkpoint": "jax.checkpoint(m.apply)(v, x)",
    "inside jax.grad": "jax.grad(lambda v: (lambda y: (y.sum(), y))(m.apply(v, x)), has_aux=True)(v)[1]",
    "jax.vjp": "jax.vjp(lambda v: m.bind(v)(x), v)[0]",
    "row by row": "jnp.stack([m.apply(v, row) for row in x])",
    "a thread": "thread(m.apply, v, x)",
    "a bound one in a thread": "thread(m.bind(v), x)",
    "a pool": "pool.submit(m.apply, v, x).result()",
    "a bound one in a pool": "pool.submit(m.bind(v), x).result()",
    "rows in a pool": "jnp.stack(list(pool.map(lambda row: m.apply(v, row), x)))",
    "asyncio.to_thread": "asyncio.run(asyncio.to_thread(m.bind(v), x))",
    "jit in a thread": "thread(jax.jit(m.apply), v, x)",
    "a jit from before in a pool": "pool.submit(early, v, x).result()",
    "_thread": "low_level(m.apply, v, x)",
    "parts in threads": "Parts().apply(v, x)",
    "bound parts in threads": "Parts().bind(v)(x)",
    "parts of a compact module in threads": "Compact().apply(v, x)",
}
NO_APPLY = ("init_with_output",)
PLACES = [f"params/{layer}/{leaf}" for layer in ("first", "Dense_0") for leaf in ("kernel", "bias")]


def ran(kind: type[nn.Module] = nn.Module) -> Callable[[Run], None]:
    def claim(run: Run) -> None:
        if not expect.modules_run(run, kind) and not run.recorder.earlier:
            expect.fail("none ran")

    return claim


LINEN_CLAIMS: dict[str, Callable[[Run], Any]] = {
    "output_of_module": expect.output_of_module,
    "answered_by": lambda run: expect.answered_by(run, "linen"),
    "follows": expect.follows,
    "uses kernel": lambda run: expect.uses(run, "kernel"),
    "uses bias": lambda run: expect.uses(run, "bias"),
    "initialised": expect.initialised,
    "created": lambda run: expect.created(run, *PLACES),
    "applied": expect.applied,
    "collections": lambda run: expect.collections(run, "params"),
    "carried_over": lambda run: expect.carried_over(run, "first/kernel"),
    "submodule_called": lambda run: expect.submodule_called(run, nn.Dense, at="first"),
    "init_untouched": expect.init_untouched,
    "param_read": lambda run: expect.param_read(run, "first/kernel", lambda _: None, "no kernel was read"),
    "modules_run": ran(),
    "modules_run of a kind": ran(nn.Dense),
}

NNX = """import asyncio, threading
from concurrent.futures import ThreadPoolExecutor

class Net(nnx.Module):
    def __init__(self, rngs):
        self.linear = nnx.Linear(4, 2, rngs=rngs)

    def __call__(self, x):
        return self.linear(x)

class Around(nnx.Module):
    def __init__(self, inner):
        self.inner = inner

    def __call__(self, x):
        return self.inner(x)

def thread(function, *args):
    found = []
    started = threading.Thread(target=lambda: found.append(function(*args)))
    started.start()
    started.join()
    return found[0]

early = nnx.jit(lambda m, x: m(x))
pool = ThreadPoolExecutor(2)

def f(x):
    m = Net(nnx.Rngs(params=0))
    graph, state = nnx.split(m)
"""
NNX_WAYS = {
    "a call": "m(x)",
    "merged": "nnx.merge(graph, state)(x)",
    "cloned": "nnx.clone(m)(x)",
    "a parent": "Around(m)(x)",
    "nnx.jit": "nnx.jit(lambda m, x: m(x))(m, x)",
    "a jit from before": "early(m, x)",
    "nnx.vmap": "nnx.vmap(lambda m, row: m(row), in_axes=(None, 0))(m, x)",
    "nnx.remat": "nnx.remat(lambda m, x: m(x))(m, x)",
    "nnx.grad": "nnx.grad(lambda m: (lambda y: (y.sum(), y))(m(x)), has_aux=True)(m)[1]",
    "merged under jax.jit": "jax.jit(lambda state, x: nnx.merge(graph, state)(x))(state, x)",
    "merged under jax.vmap": "jax.vmap(lambda row: nnx.merge(graph, state)(row))(x)",
    "nnx.call": "nnx.call((graph, state))(x)[0]",
    "a thread": "thread(m, x)",
    "a pool": "pool.submit(m, x).result()",
    "rows in a pool": "jnp.stack(list(pool.map(m, x)))",
    "asyncio.to_thread": "asyncio.run(asyncio.to_thread(m, x))",
    "built in a thread": "thread(lambda: Net(nnx.Rngs(params=0)))(x)",
    "nnx.jit in a thread": "thread(lambda: nnx.jit(lambda m, x: m(x))(m, x))",
}
NNX_CLAIMS: dict[str, Callable[[Run], Any]] = {
    "answered_by": lambda run: expect.answered_by(run, "nnx"),
    "answered_by of": lambda run: expect.answered_by(run, "nnx", of="linear"),
    "call_gives": lambda run: expect.call_gives(run, "linear", run.arguments["x"]),
    "call_gives of a kind": lambda run: expect.call_gives(run, nnx.Linear, run.arguments["x"]),
    "seeded": lambda run: expect.seeded(run, 0),
    "calls_module": lambda run: expect.calls_module(run, nnx.Linear),
    "has_module": lambda run: expect.has_module(run, nnx.Linear),
    "variable": lambda run: expect.variable(run, "kernel", nnx.Param, shape=(4, 2)),
    "uses kernel": lambda run: expect.uses(run, "kernel"),
    "uses bias": lambda run: expect.uses(run, "bias"),
    "draws": lambda run: expect.draws(run, "params"),
}


def failing(header: str, way: str, reference: str, claims: dict[str, Callable[[Run], Any]]) -> list[str]:
    """The claims that do not hold for this way, in the first or the second call."""
    said = []
    for number, run in enumerate(runs_of(f"{header}    return {way}\n", f"{header}    return {reference}\n", *CASES)):
        for name, claim in claims.items():
            try:
                claim(run)
            except expect.Unmet as unmet:
                said.append(f"{name}, call {number + 1}: {unmet}")
    return said


@pytest.mark.parametrize("way", LINEN_WAYS)
def test_each_way_to_run_a_linen_module_is_seen(way: str) -> None:
    without = ("applied", "collections", "carried_over", "param_read") if way in NO_APPLY else ()
    claims = {name: claim for name, claim in LINEN_CLAIMS.items() if name not in without}
    assert failing(LINEN, LINEN_WAYS[way], LINEN_WAYS["apply"], claims) == []


@pytest.mark.parametrize("way", NNX_WAYS)
def test_each_way_to_run_an_nnx_module_is_seen(way: str) -> None:
    assert failing(NNX, NNX_WAYS[way], NNX_WAYS["a call"], NNX_CLAIMS) == []


@pytest.mark.parametrize(
    ("header", "way", "claims"), [(LINEN, "apply", LINEN_CLAIMS), (NNX, "a call", NNX_CLAIMS)], ids=["Linen", "NNX"]
)
def test_where_no_module_runs_each_claim_says_so(
    header: str, way: str, claims: dict[str, Callable[[Run], Any]]
) -> None:
    ways = {**LINEN_WAYS, **NNX_WAYS}
    unused = header.partition("def f(x):\n")[0] + "def f(x):\n    return jnp.zeros((3, 2))\n"
    (run, _) = runs_of(unused, f"{header}    return {ways[way]}\n", *CASES)
    # What init returned, and what was carried over, is only looked at where there was an init; calls where a module is.
    for name in claims.keys() - {"init_untouched", "carried_over", "call_gives", "call_gives of a kind"}:
        with pytest.raises(expect.Unmet):
            claims[name](run)
