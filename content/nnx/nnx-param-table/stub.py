"""A parameter table

`param_table(model, depth)` says for each array of a model how
many numbers it has. Extend it:

- Only the variables of type nnx.Param count.
- Arrays whose paths agree in their first depth steps share a
  row, which has their sum. A path that has fewer steps is a row
  of its own.

    model    an nnx.Module
    depth    int, 1 or more
    returns  a dict with a row for each part that has Params: its
             path, as a string with / between the steps such as
             "stages/0", and the number of its parameters, an int

For depth=1 the rows are the attributes of the model. With a
depth as large as the longest path there is a row for each Param.

The values are compared with the reference's. Besides, it is
checked that the model that was passed is as it was.
"""

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, leaf in nnx.to_flat_state(nnx.state(model)):
        name = "/".join(str(step) for step in path)
        # Each array has a row of its own.
        table[name] = leaf.size
    return table
