"""Claims about what devices send to each other: the collectives of a compiled program."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jax
from jax.extend.core import ClosedJaxpr, Literal, jaxpr_as_fun

from flaxdrills.judging.picture import Picture
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.observed_run import Run, tried
from flaxdrills.worker.checks.pictures import bars
from flaxdrills.worker.checks.tracing import function_of

_DEFINITION = re.compile(r"(?m)^\s*(?:ROOT )?(%[\w.-]+) = (.*?) ([a-z][\w-]*)\((.*?)\)")
"""A line of a compiled program: name, shapes, operation, operands."""
_ARRAY = re.compile(r"\b[a-z]+?(\d+)?(?:e\d+m\d+\w*)?\[([\d,]*)\]")
"""A shape such as f32[4,16]: its type's bits, and its sizes."""
_COLLECTIVE = re.compile(r"(all-reduce|all-gather|reduce-scatter|collective-permute|all-to-all)(?:-start)?")


@dataclass(frozen=True, slots=True)
class Collective:
    """One in a compiled program."""

    name: str
    whole: int
    """Bytes of the larger of what one device gives to it and what it gets."""

    @property
    def sent(self) -> int:
        """Bytes that each of many devices sends, where they stand in a ring.

        An all-reduce is a reduce-scatter and then an all-gather, so it sends all twice
        (Patarasuk and Yuan 2009, Bandwidth optimal all-reduce algorithms for clusters of workstations).
        """
        return self.whole * (2 if self.name == "all-reduce" else 1)


def collectives(run: Run, over: str | None = None, **counts: int) -> None:
    """The compiled function has so many collectives: `all_reduce=1, all_gather=0`. Those not named are free.

    What it jits is compiled for the arrays as it has placed them by then, and counted once. A function that
    cannot be traced passes. Raises Unmet.
    """
    text = _compiled(run, over)
    if text is not None:
        collectives_in(text, **counts)


def collectives_in(text: str, **counts: int) -> None:
    """A compiled program's text has so many collectives: `all_reduce=1, all_gather=0`. Raises Unmet."""
    if not isinstance(text, str):
        fail(f"There should be the text of a compiled program, and it is of type {type(text).__name__}.", "no text")
    found = Counter(one.name for one in each_collective(text))
    for name, count in counts.items():
        title = name.replace("_", "-")
        if found[title] != count:
            fail(
                f"The compiled program has {found[title]} {title}, and should have {count}.", f"{found[title]} {title}"
            )


def exchanged(run: Run, *kinds: str, over: str | None = None) -> None:
    """The devices send something to each other: in a collective of each of these kinds, "all-gather", or in any.

    A function that cannot be traced passes. Raises Unmet.
    """
    text = _compiled(run, over)
    if text is None:
        return
    found = {one.name for one in each_collective(text)}
    if not found:
        fail("The devices send nothing to each other: the compiled programs have no collective.", "nothing sent")
    for kind in kinds:
        if kind not in found:
            fail(f"The compiled programs have no {kind}, only {', '.join(sorted(found))}.", f"no {kind}")


def traffic(run: Run, over: str | None = None) -> Picture:
    """Bars: how many bytes each device sends, by collective, in the solution and in the reference.

    Raises ValueError where either cannot be traced.
    """
    sent: dict[str, float] = {}
    for whose, one in (("yours", run), ("reference", run.expected())):
        text = _compiled(one, over)
        if text is None:
            raise ValueError(f"{whose} cannot be traced")
        found = list(each_collective(text))
        for name, count in sorted(Counter(one.name for one in found).items()):
            sent[f"{whose}: {count} {name}"] = sum(one.sent for one in found if one.name == name)
        if not found:
            sent[f"{whose}: none"] = 0
    return bars("Bytes that each device sends", **sent)


def each_collective(text: str) -> Iterator[Collective]:
    """The collectives in the text of a compiled program."""
    found = _DEFINITION.findall(text)
    shapes = {name: _bytes(shapes) for name, shapes, _, _ in found}
    for name, _, operation, operands in found:
        if kind := _COLLECTIVE.fullmatch(operation):
            given = sum(shapes.get(operand, 0) for operand in re.findall(r"%[\w.-]+", operands))
            yield Collective(kind[1], max(given, shapes[name]))


def _bytes(shapes: str) -> int:
    """Of all arrays in `shapes` together; a type without a number, such as pred, has 8 bits."""
    return sum(
        math.prod(map(int, filter(None, sizes.split(",")))) * max(int(bits or 8), 8) // 8
        for bits, sizes in _ARRAY.findall(shapes)
    )


def _compiled(run: Run, over: str | None) -> str | None:
    """The texts of the programs that the function runs, one below the other; None where it cannot be traced."""
    if over not in run.programs:
        function, arrays = function_of(run, over)
        outcome = tried(lambda: "\n".join(_programs(jax.make_jaxpr(function)(*arrays), arrays)))
        run.programs[over] = None if outcome.error is not None else str(outcome.value)
    return run.programs[over]


def _programs(traced: ClosedJaxpr, arrays: Sequence[Any]) -> Iterator[str]:
    """Runs what was traced, a step at a time as outside of jit, so that each array lies where the step before left it.

    Inside of one jit around all, `jax.device_put` would place nothing.
    """
    jaxpr = traced.jaxpr
    seen = set()
    held = dict(zip([*jaxpr.constvars, *jaxpr.invars], [*traced.consts, *arrays], strict=True))
    for equation in jaxpr.eqns:
        taken = [one for one in equation.invars if not isinstance(one, Literal)]
        alone = jaxpr.replace(constvars=[], invars=taken, outvars=equation.outvars, eqns=[equation])
        step, given = jaxpr_as_fun(ClosedJaxpr(alone, ())), [held[one] for one in taken]
        made = step(*given)
        held.update(zip(equation.outvars, made, strict=True))
        if equation.primitive.name == "device_put" or not any(_is_on_many(one) for one in (*given, *made)):
            continue
        # Each call of a jitted step is the same program, where its arrays lie as before.
        again = (id(equation.params.get("jaxpr", equation)), *(getattr(one, "sharding", None) for one in given))
        if again not in seen:
            yield jax.jit(step).lower(*given).compile().as_text()
        seen.add(again)


def _is_on_many(value: Any) -> bool:
    return isinstance(value, jax.Array) and len(value.sharding.device_set) > 1
