"""The hooks: that what they hold on to is still there in this flax, and that they are quiet while nobody listens."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import jax
import pytest
from flax import linen as nn
from flax import nnx
from flax.core import Scope

from flaxdrills.worker import expect
from flaxdrills.worker.expect import normal
from flaxdrills.worker.spy import install_hooks, recorder
from tests.worker.checks.proving import function_in, run_of, runs_of

HOOKED: list[tuple[Any, str]] = [
    (type(nnx.Pytree), "__call__"),
    (nnx.Variable, "__init__"),
    (nnx.Optimizer, "update"),
    (nnx.RngStream, "__call__"),
    (nnx.RngStream, "fork"),
    (nn.module, "apply"),
    (nn.module, "init_with_output"),
    (Scope, "param"),
    (Scope, "make_rng"),
    (threading.Thread, "start"),
    (ThreadPoolExecutor, "submit"),
]
EVERYTHING = """def f(x):
    m = nnx.Linear(3, 2, rngs=nnx.Rngs(0))
    o = nnx.Optimizer(m, optax.sgd(0.1), wrt=nnx.Param)
    o.update(m, nnx.grad(lambda m: m(x).sum())(m))
    d = nn.Dense(2)
    return nnx.jit(lambda m, x: m(x))(m, x) + d.apply(d.init(jax.random.key(0), x), x)
"""


@pytest.mark.parametrize(("owner", "name"), HOOKED, ids=lambda part: part if isinstance(part, str) else "")
def test_what_is_hooked_is_there_and_hooked(owner: Any, name: str) -> None:
    install_hooks.lay_hooks()
    assert hasattr(getattr(owner, name), "__wrapped__")
    assert "flaxdrills" in getattr(owner, name).__code__.co_filename


def test_a_module_s_methods_pass_through_the_functions_that_are_hooked() -> None:
    recorder = run_of(EVERYTHING, x=normal(4, 3, seed=1)).recorder
    assert [type(init.module) for init in recorder.inits] == [nn.Dense]
    assert [type(apply.module) for apply in recorder.applies] == [nn.Dense]
    assert recorder.traced.total() and recorder.compiled.total()
    assert len(recorder.updates) == 1
    assert {created.name for created in recorder.created} >= {"kernel", "bias"}


def test_a_pool_that_a_module_began_does_what_others_give_it_for_them() -> None:
    source = """from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)

class Begins(nn.Module):
    @nn.compact
    def __call__(self, x):
        return pool.submit(nn.Dense(2), x).result()

def f(x):
    m = Begins()
    v = m.init(jax.random.key(0), x)
    return pool.submit(m.apply, v, x).result()
"""
    recorder = run_of(source, x=normal(4, 3, seed=1)).recorder
    assert (len(recorder.inits), len(recorder.applies)) == (1, 1)


def test_nothing_is_kept_while_nobody_records() -> None:
    run_of(EVERYTHING, x=normal(4, 3, seed=1))
    assert recorder.active == []
    function_in(EVERYTHING)(jax.numpy.ones((4, 3)))
    assert recorder.active == []


def test_a_recording_ends_when_the_function_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        run_of("def f():\n    return nnx.Rngs(1 // 0)\n")
    assert recorder.active == []


def test_recording_costs_little() -> None:
    function = function_in(EVERYTHING.replace("nnx.jit", ""))
    x = jax.numpy.ones((4, 3))

    def seconds(recorded: bool) -> float:
        started = time.process_time()
        for _ in range(5):
            if recorded:
                with install_hooks.recording(of=function):
                    function(x)
            else:
                function(x)
        return time.process_time() - started

    seconds(True)
    # Side by side, so that what else the machine does touches both.
    pairs = [(seconds(False), seconds(True)) for _ in range(6)]
    plain, recorded = (min(times) for times in zip(*pairs, strict=True))
    assert recorded < 2 * plain


def test_what_a_case_holds_is_not_what_a_call_gets() -> None:
    array = jax.numpy.ones(3)
    cases = [expect.case(name, x=array, tree={"a": normal(2, seed=1), "n": [1]}) for name in ("one", "two")]
    source = "def f(x, tree):\n    tree['n'].append(2)\n    return jax.jit(lambda x: x + 1, donate_argnums=0)(x)\n"
    for run in runs_of(source, source, *cases):
        assert not array.is_deleted()
        assert run.arguments["tree"]["n"] == [1, 2]
        assert isinstance(run.arguments["tree"]["a"], jax.Array)
        assert run.case.arguments["tree"]["n"] == [1]


def test_a_deleted_or_abstract_value_is_not_known() -> None:
    array = jax.numpy.ones(3)
    array.delete()
    assert recorder.is_traced(array)
    assert recorder.is_traced(jax.ShapeDtypeStruct((3,), "float32"))
    assert not recorder.is_traced(jax.numpy.ones(3))
    assert not expect.same(array, array)
