"""What a solution of nnx-tree-mode-grad is judged by.

All is in the values: the gradients with one mask of the Dropout, and what the model remembers of one forward pass.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("seven rows", seed=0, x=normal(7, 3, seed=1), y=normal(7, 2, seed=2)),
    case("two rows, one output", seed=5, x=2.0 * normal(2, 5, seed=3), y=normal(2, 1, seed=4)),
    case("as many rows as outputs", seed=42, x=1.0 + normal(4, 6, seed=5), y=-3.0 * normal(4, 4, seed=6)),
]
