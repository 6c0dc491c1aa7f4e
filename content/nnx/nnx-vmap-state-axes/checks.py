"""What a solution of nnx-vmap-state-axes is judged by.

The means show whose statistics they are. That the tasks go together, and that they share one kernel, the program tells:
a product of stacked kernels has a batch dimension.
"""

import jax

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import each_equation, function_of
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rounds, five tasks", seed=0, xs=2.0 + normal(2, 5, 6, 3, seed=1)),
    case("one round, three tasks", seed=5, xs=normal(1, 3, 4, 2, seed=2)),
    case("three rounds, one task", seed=11, xs=-abs(normal(3, 1, 5, 4, seed=3))),
    case("as many tasks as rows", seed=42, xs=3.0 * normal(2, 4, 4, 5, seed=4)),
]


def check_together(run: Run) -> None:
    """The tasks are answered at once"""
    found = expect.primitives(run)
    rounds, tasks, _, _ = run.arguments["xs"].shape
    if found is not None and tasks > 1 and found["dot_general"] >= rounds * tasks:
        expect.fail(f"The program answers the {tasks} tasks one after the other.", "one after the other")


def check_shared(run: Run) -> None:
    """The tasks share one kernel"""
    function, arrays = function_of(run, "xs")
    try:
        program = jax.make_jaxpr(function)(*arrays)
    except Exception:
        # What cannot be traced is told by another check.
        return
    for equation in each_equation(program.jaxpr):
        if equation.primitive.name == "dot_general" and equation.params["dimension_numbers"][1][0]:
            expect.fail("The weights were stacked: a matrix product has a kernel for each task.", "stacked kernels")
