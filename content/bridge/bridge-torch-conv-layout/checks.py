"""What a solution of bridge-torch-conv-layout is judged by.

Pictures are not square and have several channels, so that rows, columns and channels can be told apart; kernels are
square, so that none of the orders is refused.
"""

from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(name: str, n: int, c: int, h: int, w: int, features: int, out: int, seed: int) -> Case:
    """A case with the state dict of a Classifier."""
    state = {
        "conv.weight": normal(features, c, 3, 3, seed=seed),
        "conv.bias": normal(features, seed=seed + 1),
        "fc.weight": normal(out, features * h * w, seed=seed + 2),
        "fc.bias": normal(out, seed=seed + 3),
    }
    return case(name, atol=1e-4, rtol=1e-4, state=state, x=normal(n, c, h, w, seed=seed + 4))


CASES = [
    trained("2 pictures of 4 by 5", n=2, c=3, h=4, w=5, features=2, out=3, seed=0),
    trained("a batch of one, one channel", n=1, c=1, h=3, w=2, features=4, out=2, seed=10),
    trained("three features, one score", n=3, c=2, h=2, w=5, features=3, out=1, seed=20),
]


def draw_score(run: Run) -> Picture:
    x = run.arguments["x"]
    features, h, w = run.arguments["state"]["conv.weight"].shape[0], *x.shape[2:]
    kernel = run.part("model", "fc", "kernel")[:, 0].reshape(h, w, features)
    return heat("What the first score takes from each place of the first feature", kernel[:, :, 0])
