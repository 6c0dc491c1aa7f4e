"""What a solution of nnx-gqa is judged by.

Two cases lie between one key head and one for each query head; one of them has groups as large as their number, so that
axes that changed places raise nothing.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("6 heads in 2 groups", seed=0, x=2.0 * normal(5, 12, seed=1), num_heads=6, num_kv_heads=2),
    case("4 heads in 2 groups", seed=3, x=3.0 * normal(4, 8, seed=2), num_heads=4, num_kv_heads=2),
    case("one key head", seed=7, x=2.0 * normal(7, 6, seed=3), num_heads=3, num_kv_heads=1),
    case("a key head for each", seed=42, x=2.0 * normal(3, 10, seed=4), num_heads=5, num_kv_heads=5),
    case("one position", seed=1, x=normal(1, 16, seed=5), num_heads=8, num_kv_heads=4),
]
