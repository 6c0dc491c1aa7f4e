"""What a solution of nnx-three-levels is judged by.

The state is returned, so its paths and what it holds are compared with the reference's. The kernels inside the block
are square, so a forgotten transpose shows in their values alone. No bias is zero.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

LAYERS = ("body/stem", "body/block/inner", "body/block/gate", "head")


def weights(seed: int, d_in: int, width: int, d_out: int) -> dict[str, Any]:
    """What PyTorch would save."""
    shapes = ((width, d_in), (width, width), (width, width), (d_out, width))
    saved: dict[str, Any] = {}
    for number, (layer, shape) in enumerate(zip(LAYERS, shapes, strict=True)):
        name = layer.replace("/", ".")
        saved[f"{name}.weight"] = normal(*shape, seed=seed + number)
        saved[f"{name}.bias"] = normal(shape[0], seed=seed + 10 + number)
    return saved


CASES = [
    case("3 inputs, 5 wide, 2 outputs", weights=weights(100, 3, 5, 2), x=normal(4, 3, seed=1)),
    case("a batch of one", weights=weights(200, 6, 2, 3), x=normal(1, 6, seed=2)),
    case("all sizes alike", weights=weights(300, 4, 4, 4), x=-2.0 * normal(4, 4, seed=3)),
]


def check_layers(run: Run) -> None:
    """The layers are nnx.Linears"""
    roots = [module for module in run.modules() if {"body", "head"} <= vars(module).keys()]
    expect.some(
        roots,
        lambda model: expect.submodules(model, dict.fromkeys(LAYERS, nnx.Linear)),
        "No module that your function built has the attributes `body` and `head`.",
    )


def check_call(run: Run) -> None:
    """A call of the model gives y"""
    roots = [module for module in run.modules() if {"body", "head"} <= vars(module).keys()]

    def gives_y(model: Any) -> None:
        y = expect.learner_calls(model, run.arguments["x"])
        if not expect.close(run.part(0), y, 1e-4, 1e-5):
            expect.fail("A call of your model gives something else than `y`.")

    expect.some(roots, gives_y, "No module that your function built has the attributes `body` and `head`.")
