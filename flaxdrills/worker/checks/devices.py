"""Claims about where arrays are: sharding, donation, and what was allocated at all."""

from __future__ import annotations

import gc
from typing import Any

import jax
from flax import nnx

from flaxdrills.system.english import count
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import raw_of
from flaxdrills.worker.checks.observed_run import Run, tried
from flaxdrills.worker.checks.pytrees import leaves
from flaxdrills.worker.spy.recorder import is_traced


def sharded(
    value: Any,
    spec: tuple[Any, ...] | None = None,
    *,
    shard: tuple[int, ...] | None = None,
    devices: int | None = None,
) -> None:
    """Each array in `value` is laid out by `spec`, in shards of this shape, on so many devices. Raises Unmet.

    A spec is compared without the Nones at its end, and a name alone is as good as a tuple of one.
    """
    for path, held in leaves(value).items():
        array = raw_of(held)
        name = f"`{path}`" if path else "What your function returns"
        if not isinstance(array, jax.Array) or isinstance(array, jax.core.Tracer):
            fail(f"{name} is not an array on a device.", f"{name} no array")
        if array.is_deleted():
            continue
        own = getattr(array.sharding, "spec", ())
        if spec is not None and _plain(own) != _plain(spec):
            fail(f"{name} is sharded {_told(own)}, and should be {_told(spec)}.", f"{name} sharded {_plain(own)}")
        here = array.addressable_shards[0].data.shape
        if shard is not None and here != shard:
            of = name[0].lower() + name[1:]
            fail(f"Each device holds {here} of {of}, and should hold {shard}.", f"{name} in shards {here}")
        on = len(array.sharding.device_set)
        if devices is not None and on != devices:
            fail(f"{name} is on {count(on, 'device')}, and should be on {devices}.", f"{name} on {on} devices")


def replicated(value: Any, devices: int | None = None) -> None:
    """Each array in `value` is whole on every device, of which there are so many. Raises Unmet."""
    for path, held in leaves(value).items():
        array = raw_of(held)
        if isinstance(array, jax.Array) and not is_traced(array) and not array.sharding.is_fully_replicated:
            fail(f"`{path}` is split over devices, and should be whole on each.", "not replicated")
    sharded(value, devices=devices)


def donated(run: Run, name: str) -> None:
    """The buffers of the argument, or of the variables created under `name`, were given to a computation.

    What is traced is not looked at. Raises Unmet.
    """
    if name in run.passed:
        held = [raw_of(leaf) for leaf in leaves(run.passed[name]).values()]
    else:
        held = [created.value for created in run.recorder.created if created.name == name]
    arrays = [array for array in held if isinstance(array, jax.Array) and not isinstance(array, jax.core.Tracer)]
    if arrays and not any(array.is_deleted() for array in arrays):
        fail(f"The buffer of `{name}` is still there after the call: it was not donated.", f"{name} not donated")


def kept_buffers(run: Run, *names: str) -> None:
    """The buffers of these arguments are still there after the call: none was donated. Raises Unmet."""
    for name in names:
        for held in leaves(run.passed[name]).values():
            array = raw_of(held)
            if isinstance(array, jax.Array) and not isinstance(array, jax.core.Tracer) and array.is_deleted():
                fail(f"The buffer of `{name}` is gone after the call: it was donated.", f"{name} donated")


def abstract(value: Any, what: str = "What your function returns") -> None:
    """Every leaf of `value` is a jax.ShapeDtypeStruct: a shape and a dtype without values. Raises Unmet."""
    for path, held in leaves(value).items():
        if not isinstance(raw_of(held), jax.ShapeDtypeStruct):
            where = f"{what} at `{path}`" if path else what
            fail(f"{where} holds values, and should be a jax.ShapeDtypeStruct.", "values in place of shapes")


def materialises_no(run: Run, kind: type[Any] = nnx.Param) -> None:
    """No NNX variable of `kind`, and no Linen param, was created with values during the call. Raises Unmet."""
    for created in run.recorder.created:
        if isinstance(created.variable, kind) and isinstance(created.value, jax.Array) and not is_traced(created.value):
            fail(f"An nnx.{kind.__name__} with values was made: {created.name or 'unnamed'}.", "values were made")
    for path, value in run.recorder.param_values:
        if isinstance(value, jax.Array) and not is_traced(value):
            fail(f"The Linen param `{path}` was made with values.", "values were made")


def allocates(run: Run, at_most: int) -> None:
    """Called once more, the function leaves at most so many bytes of new arrays alive, its result included.

    Raises Unmet.
    """
    gc.collect()
    before = jax.live_arrays()
    known = {id(array) for array in before}
    # Not recorded: a recorder keeps what it sees.
    outcome = tried(run.call, run.case.made())
    gc.collect()
    new = sum(array.nbytes for array in jax.live_arrays() if id(array) not in known)
    if outcome.error is None and new > at_most:
        fail(f"Your function leaves {new} bytes of arrays alive, and {at_most} are enough.", "too much allocated")


def _plain(spec: Any) -> tuple[Any, ...]:
    parts = [part[0] if isinstance(part, tuple) and len(part) == 1 else part for part in (spec or ())]
    while parts and parts[-1] in (None, ()):
        parts.pop()
    return tuple(parts)


def _told(spec: Any) -> str:
    """A spec as it is written, whatever this version of jax calls it."""
    return f"PartitionSpec({', '.join(map(repr, _plain(spec)))})"
