"""What a solution of scale-tensor-parallel-mlp is judged by."""

import math
from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, normal

CASES = [
    case("five rows", seed=0, x=normal(5, 8, seed=1), hidden=24, out=16),
    case("one row", seed=1, x=normal(1, 16, seed=2), hidden=8, out=8),
    case("a hidden layer that is wide", seed=7, x=normal(3, 8, seed=3), hidden=40, out=24),
]


def check_each_holds_an_eighth(run: Run) -> None:
    """Each device holds an eighth of both kernels, and of the bias of `up`"""
    for path in ("up/kernel", "up/bias", "down/kernel"):
        array: Any = expect.leaves(run.part("model"))[path][...]
        expect.sharded(array, devices=8)
        here = array.addressable_shards[0].data.shape
        if math.prod(here) * 8 != array.size:
            expect.fail(
                f"Each device holds {here} of `{path}`, which is {array.shape}. It should be an eighth.",
                f"{path} {here}",
            )


def check_output_is_whole(run: Run) -> None:
    """`y` is whole on each device"""
    expect.replicated(run.part("y"), devices=8)


def check_one_sum_is_sent(run: Run) -> None:
    """One all-reduce is all that the devices send"""
    expect.collectives(run, all_gather=0, all_reduce=1, reduce_scatter=0, collective_permute=0, all_to_all=0)


def draw_traffic(run: Run) -> Picture:
    return expect.traffic(run)
