"""Walk through a model

`set_dropout(model, rate)` gets a model that it knows nothing
about, sets the `rate` of every nnx.Dropout in it, and reports
what the rates were.

- Every module in the model counts: at any depth, in lists and
  dicts, of a subclass of nnx.Dropout, and the model itself if
  it is one.
- Other modules may have a `rate` of their own. It stays as it is.
- The model is changed in place.

    model    an nnx.Module
    rate     float from 0 to 1, the new rate
    returns  a dict: for each Dropout its path, as a string with
             / between the steps such as "blocks/0/drop", and
             the rate that it had before; the path of the model
             itself is ""

The values are compared with the reference's. Besides, it is
checked that after the call each Dropout of the model that was
passed has the new rate, and everything else in it is as it was.
"""

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    # In place of this: find every nnx.Dropout in the model.
    return {}
