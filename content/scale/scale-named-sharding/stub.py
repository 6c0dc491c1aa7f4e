"""Lay an array over eight devices

Write `lay(x, rows, columns)`. It makes a mesh of `rows`
times `columns` devices, whose axes are named "data" and
"model", and lays x over it: the first axis of x is split
over "data", its last axis over "model", and those between
are whole.

    x        float32 array with two axes or more. The size
             of the first is a multiple of rows, that of
             the last a multiple of columns
    rows     int
    columns  int; rows * columns is 8
    returns  x, as it is laid over the mesh

The values are compared with the reference's. Besides, it
is checked that the array lies on eight devices, is split
as the task says, and that each device holds the part that
follows from it.
"""

import jax


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    raise NotImplementedError("make a mesh, and lay x over it")
