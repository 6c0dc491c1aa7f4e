"""What a solution of nnx-mha-cross is judged by.

In the first case the widths are equal, so that a projection of the wrong sequence raises nothing. In the second the
lengths are equal, too.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("3 look at 7, equal widths", seed=0, x_q=2.0 * normal(3, 8, seed=1), x_kv=normal(7, 8, seed=2), num_heads=2),
    case("equal lengths and widths", seed=3, x_q=normal(4, 6, seed=3), x_kv=2.0 * normal(4, 6, seed=4), num_heads=3),
    case("different widths", seed=7, x_q=2.0 * normal(5, 6, seed=5), x_kv=3.0 * normal(2, 4, seed=6), num_heads=3),
    case("6 look at one", seed=42, x_q=normal(6, 4, seed=7), x_kv=normal(1, 3, seed=8), num_heads=2),
]
