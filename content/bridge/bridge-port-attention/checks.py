"""What a solution of bridge-port-attention is judged by.

`nnx.update` takes any shape, so the settings are asked for beside the values. No two sizes of a case are the same.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(
    name: str, n: int, t: int, s: int, sizes: tuple[int, int, int, int, int], bias: bool, norms: bool, seed: int
) -> Case:
    """A case with the tree of an attention of d, e, out features and some heads of some width."""
    d, e, out, heads, width = sizes
    params = {
        "query": {"kernel": normal(d, heads, width, seed=seed)},
        "key": {"kernel": normal(e, heads, width, seed=seed + 1)},
        "value": {"kernel": normal(e, heads, width, seed=seed + 2)},
        "out": {"kernel": normal(heads, width, out, seed=seed + 3)},
    }
    if bias:
        for number, layer in enumerate(("query", "key", "value")):
            params[layer]["bias"] = normal(heads, width, seed=seed + 4 + number)
        params["out"]["bias"] = normal(out, seed=seed + 7)
    if norms:
        params["query_ln"] = {"scale": normal(width, seed=seed + 8)}
        params["key_ln"] = {"scale": normal(width, seed=seed + 9)}
    x, context = normal(n, t, d, seed=seed + 10), normal(n, s, e, seed=seed + 11)
    return case(name, atol=2e-4, rtol=1e-4, variables={"params": params}, x=x, context=context)


CASES = [
    trained("3 heads of width 2, biases", 2, 4, 3, (5, 4, 7, 3, 2), bias=True, norms=False, seed=0),
    trained("2 heads of width 5, norms, no biases", 1, 1, 4, (3, 8, 6, 2, 5), bias=False, norms=True, seed=20),
    trained("4 heads of width 3, biases and norms", 1, 3, 2, (7, 5, 2, 4, 3), bias=True, norms=True, seed=40),
]


def check_the_settings(run: Run) -> None:
    """The layer says of itself what the file is"""
    params = run.arguments["variables"]["params"]
    d, heads, width = params["query"]["kernel"].shape
    expect.settings(
        run,
        nnx.MultiHeadAttention,
        num_heads=heads,
        in_features=d,
        in_kv_features=params["key"]["kernel"].shape[0],
        qkv_features=heads * width,
        out_features=params["out"]["kernel"].shape[-1],
    )


def draw_output(run: Run) -> Picture:
    return heat("y of the first sequence: a row is a position", run.part("y")[0])
