"""What a solution of scale-fsdp-shard is judged by."""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as sums in another order do, over some steps."""
    return expect.case(name, rtol=1e-3, atol=1e-4, **arguments)


CASES = [
    case("three inputs", seed=0, x=normal(16, 3, seed=1), y=normal(16, 1, seed=2), lr=0.05, steps=3),
    case("sixteen inputs", seed=1, x=normal(8, 16, seed=3), y=normal(8, 1, seed=4) - 1.0, lr=0.02, steps=2),
    case("twenty-eight inputs", seed=7, x=normal(24, 28, seed=5), y=normal(24, 1, seed=6), lr=0.05, steps=2),
]


def part_of(shape: tuple[int, ...]) -> tuple[int, ...]:
    """What each device should hold of an array of this shape."""
    fit = [size for size in shape if size % 8 == 0]
    if not fit:
        return shape
    axis = shape.index(max(fit))
    return (*shape[:axis], shape[axis] // 8, *shape[axis + 1 :])


def check_parts(run: Run) -> None:
    """Each device holds the part of each array that the task says"""
    for where in ("model", "optimizer"):
        for path, held in expect.leaves(run.part(where)).items():
            array: Any = held[...]
            here = array.addressable_shards[0].data.shape
            name = f"{where}/{path}"
            if here != part_of(array.shape):
                expect.fail(
                    f"Each device holds {here} of `{name}`, which is {array.shape}, "
                    f"and should hold {part_of(array.shape)}.",
                    f"{name} {here}",
                )
            if (count := len(array.sharding.device_set)) != 8:
                expect.fail(f"`{name}` does not lie on all eight devices: it lies on {count}.", f"{name} on {count}")


def check_params_are_gathered(run: Run) -> None:
    """In a step, the parts of the Params are gathered from the devices"""
    # To compile takes long, and one case shows it.
    if run.case is CASES[0]:
        expect.exchanged(run, "all-gather")


def check_step_is_compiled_once(run: Run) -> None:
    """`step` is compiled once"""
    expect.compiled(run, "step")


def draw_kernel(run: Run) -> Picture:
    return expect.layout("`first.kernel`", run.part("model").first.kernel[...])
