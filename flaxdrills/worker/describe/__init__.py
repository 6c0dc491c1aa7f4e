"""What a run built and returned, described as plain values: types, shapes and where arrays lie, never what they hold.

What is described may be anything that a solution made. Nothing of it is called that need not be: attributes
are read from where they are kept, and what raises all the same is told as a part that cannot be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flax import nnx

from flaxdrills.judging.model_description import Model, ModelPart, every
from flaxdrills.worker.describe.linen_modules import seen_modules
from flaxdrills.worker.describe.model_parts import TRACED, PartReader, is_own
from flaxdrills.worker.spy.recorder import Recorder

_TOLD_OBJECTS = (nnx.Rngs, nnx.Optimizer, nnx.Metric)
"""The NNX objects of flax's own that are told though they are no modules; what transforms make on the way is not."""

NOTHING = object()
"""In place of an output: the function raised."""


def describe(recorder: Recorder, output: Any = NOTHING) -> Model:
    """What `recorder` saw being built in a call that returned `output`, each thing once.

    Where no NNX module was built, those that were called.
    """
    reader = PartReader(seen_modules(recorder))
    returned = [] if output is NOTHING else reader.root("returned", output)
    # The outermost module ends its constructor last, and holds the others.
    built = [part for made in reversed(recorder.built or recorder.modules) for part in reader.root("built", made)]
    others = [part for made in recorder.objects if _is_told(made) for part in reader.root("built", made)]
    linen = [part for module in reader.linen_modules for part in reader.root("built", module)]
    parts = (*returned, *_without_traced_doubles(returned, reversed(built)), *linen, *others)
    return Model(parts, tuple(reader.layouts))


def _is_told(made: Any) -> bool:
    return isinstance(made, _TOLD_OBJECTS) or is_own(type(made))


def _without_traced_doubles(returned: list[ModelPart], built: Iterable[ModelPart]) -> Iterator[ModelPart]:
    """What a transform built to look at, and then gave out as something else, is told once."""
    known = {part.type for part in every(*returned)}
    for part in built:
        if part.type not in known or not any(TRACED in inner.facts for inner in every(part)):
            yield part
