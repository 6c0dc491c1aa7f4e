"""What a solution of nnx-rngs-streams is judged by.

The values show the seeds, the counts and the order. Keys can also be made by hand, or come from the stream
`default` under another name, with equal values; the mechanism checks tell.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case

CASES = [
    case("seeds 0 and 1", params_seed=0, dropout_seed=1),
    case("the same two the other way round", params_seed=1, dropout_seed=0),
    case("large seeds", params_seed=1234, dropout_seed=98765),
    case("the same seed twice", params_seed=42, dropout_seed=42),
]


def check_params(run: Run) -> None:
    """Keys were taken from a stream named `params`"""
    expect.draws(run, "params")


def check_dropout(run: Run) -> None:
    """A key was taken from a stream named `dropout`"""
    expect.draws(run, "dropout")


def check_drawn(run: Run) -> None:
    """The numbers were drawn with these keys"""
    for part, stream in enumerate(("params", "params", "dropout")):
        expect.drawn_from(run, stream, part)
