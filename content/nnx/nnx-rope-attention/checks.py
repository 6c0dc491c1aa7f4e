"""What a solution of nnx-rope-attention is judged by.

Bases are small, so that all pairs turn within a few positions. Widths of 2 have one pair, on which the base has no
influence; the others tell exponents and pairings apart.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("7 positions, 2 heads of width 6", seed=0, x=2.0 * normal(7, 12, seed=1), num_heads=2, base=50.0),
    case("one position", seed=1, x=normal(1, 8, seed=2), num_heads=2, base=100.0),
    case("one head of width 8", seed=7, x=3.0 * normal(5, 8, seed=3), num_heads=1, base=10.0),
    case("3 heads of width 2", seed=42, x=2.0 * normal(9, 6, seed=4), num_heads=3, base=1000.0),
    case("3 positions, 3 heads of width 4", seed=5, x=3.0 * normal(3, 12, seed=5), num_heads=3, base=20.0),
]
