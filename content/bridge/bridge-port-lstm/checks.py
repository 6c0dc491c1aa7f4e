"""What a solution of bridge-port-lstm is judged by.

The weights are large enough that each gate matters. The names of each file have an order of their own.
"""

from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(name: str, n: int, t: int, d: int, features: int, order: str, seed: int) -> Case:
    """A case with the tree of an OptimizedLSTMCell, the gates in this order."""
    cell = {}
    for number, gate in enumerate(order):
        at = seed + 10 * number
        cell["h" + gate] = {"kernel": normal(features, features, seed=at), "bias": normal(features, seed=at + 1)}
        cell["i" + gate] = {"kernel": normal(d, features, seed=at + 2)}
    variables = {"params": {"cell": cell}}
    return case(name, atol=2e-4, rtol=1e-4, variables=variables, x=normal(n, t, d, seed=seed + 90))


CASES = [
    trained("2 sequences, 4 features", n=2, t=6, d=3, features=4, order="gofi", seed=0),
    trained("one step of one sequence", n=1, t=1, d=2, features=5, order="fgio", seed=100),
    trained("one feature", n=3, t=2, d=5, features=1, order="ogif", seed=200),
]


def draw_output(run: Run) -> Picture:
    return heat("y of the first sequence: a row is a step", run.part("y")[0])
