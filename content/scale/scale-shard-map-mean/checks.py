"""What a solution of scale-shard-map-mean is judged by."""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, normal

CASES = [
    case("two rows for each device", x=normal(16, 2, seed=1) + 1.0),
    case("one row for each device", x=normal(8, 5, seed=2) - 2.0),
    case("three rows for each device", x=normal(24, 3, seed=3) * 4.0),
]


def check_shard_map(run: Run) -> None:
    """`jax.shard_map` is used"""
    expect.has_primitive(run, "shard_map")


def check_layout(run: Run) -> None:
    """`mean` is whole on each device, and the rows of `centred` are split"""
    mean: Any = run.part(0)
    centred: Any = run.part(1)
    expect.replicated({"mean": mean}, devices=8)
    expect.sharded({"centred": centred}, ("data",), devices=8)


def check_one_sum_is_sent(run: Run) -> None:
    """One all-reduce is all that the devices send"""
    expect.collectives(run, all_reduce=1, all_gather=0, reduce_scatter=0, collective_permute=0, all_to_all=0)


def draw_traffic(run: Run) -> Picture:
    return expect.traffic(run)
