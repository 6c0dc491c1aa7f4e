"""What a solution of scale-named-sharding is judged by."""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, normal

CASES = [
    case("two by four", x=normal(6, 12, seed=1), rows=2, columns=4),
    case("four by two, an axis between", x=normal(4, 3, 10, seed=2), rows=4, columns=2),
    case("eight by one, two axes between", x=normal(8, 1, 5, 3, seed=3), rows=8, columns=1),
    case("one by eight", x=normal(1, 24, seed=4), rows=1, columns=8),
]


def check_layout(run: Run) -> None:
    """The first axis is split over "data", the last over "model" """
    first, *between, last = run.arguments["x"].shape
    shard = (first // run.arguments["rows"], *between, last // run.arguments["columns"])
    expect.sharded(run.output, ("data", *[None] * len(between), "model"), shard=shard, devices=8)


def draw_layout(run: Run) -> Picture:
    return expect.layout("What you return:", run.output)
