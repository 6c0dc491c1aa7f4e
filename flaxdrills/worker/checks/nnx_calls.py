"""Claims about calls of the learner's NNX modules: that the output comes out of one, and what one more call does."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import jax
import numpy as np
from flax import nnx

from flaxdrills.worker.checks.cases import fail, some
from flaxdrills.worker.checks.held_values import close, equal, numbers_in, part_of, raw_of, short, unmoved
from flaxdrills.worker.checks.observed_run import RAISED, Run, Unmet, fresh, learner_calls
from flaxdrills.worker.checks.pytrees import taken_apart
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.install_hooks import Shift, is_traced
from flaxdrills.worker.spy.nnx_calls import contains
from flaxdrills.worker.spy.recorder import leaves_of

Held = Mapping[str, Any]
"""What the variables of a module hold, by the last step of their path."""


def call_gives(run: Run, of: str | type[Any], *args: Any) -> None:
    """What the function returns is what a call gives of a module that contains the attribute `of`, or is of that type.

    One of the calls in the run must have given it, or a call on `args` must give it; and where the answers of these
    modules are moved, the output must move. Where no such module has a `__call__`, or where that asks for other
    arguments, nothing is known, and that passes. Raises Unmet.
    """
    callers = _callers(run, of)
    if not callers:
        return
    named = f"the module with `{of}`" if isinstance(of, str) else f"the nnx.{of.__name__}"
    seen = run.recorder
    moved = _moved(run, Shift(answers="nnx", of=of), lambda one: len(one.recorder.called), None)
    if moved is not None:
        if not any(contains(module, of) for module in moved.recorder.called):
            fail(f"No call of {named} was made: what you return was computed beside it.", "the module is not called")
        if unmoved(run.output, moved.output):
            fail(
                f"Your output does not come out of a call of {named}: it would be the same if that returned"
                " something else.",
                "the output is computed beside the module",
            )
    ours = {id(module) for module in callers}
    answers = [answer for number, answer in seen.answers.items() if number in ours]
    if answers and not any(_agree(run, answer) for answer in answers):
        _direct_call_gives(run, callers, named, args)


def call_changes(
    run: Run, name: str, to: Callable[[Held], Any], *args: Any, returns: Callable[[Held], Any] | None = None
) -> None:
    """One more call of a module of the run on `args` takes its `name` to `to(held)`, and gives `returns(held)`.

    `held` is what its variables hold before that call, by the last step of their path. The variable holds something
    else afterwards. Where all that is held is traced, or every `__call__` asks for other arguments, nothing is known,
    and that passes. Raises Unmet.
    """

    def claim(module: Any) -> None:
        before = _held(module)
        wanted, answer = _computed(to, before), None if returns is None else _computed(returns, before)
        result = learner_calls(module, *map(fresh, args))
        after = _held(module).get(name)
        if wanted is None or not close(after, wanted):
            fail(
                f"One more call of your module takes its `{name}` from {short(before[name])} to {short(after)}"
                + ("." if wanted is None else f", and should take it to {short(wanted)}."),
                _what_a_call_did(name, before[name], after),
            )
        if returns is not None and (answer is None or not close(result, answer)):
            fail("Your module does not return what the task asks for.", "a call returns something else")

    holders = [module for module in run.modules() if name in _held(module)]
    callers = [module for module in holders if callable(module)]
    if holders and not callers:
        fail(f"The module with `{name}` has no `__call__`.", "no __call__")
    known = [module for module in callers if _takes(module, args) and not any(map(is_traced, _held(module).values()))]
    if known or not callers:
        some(known, claim, f"No module that your function built has an attribute `{name}`.")


def call_adds(run: Run, name: str, amount: float, x: Any, *, returns: Any) -> None:
    """Calling some module of the run on `x` adds `amount` to its attribute `name`, and gives `returns`.

    Calls the learner's module once more, so `name` holds another value afterwards. Where all that is held
    is traced, nothing is known, and that passes. Raises Unmet.
    """
    call_changes(run, name, lambda held: held[name] + amount, x, returns=lambda held: returns)


def drawn_from(run: Run, stream: str, part: int) -> None:
    """The number `part` of the output (an index) was drawn with a key of the stream of that name.

    The function is called again with the keys of that stream changed; the number must change. Where nothing was drawn
    from the stream, nothing is known, and that passes. Raises Unmet.
    """
    moved = _moved(run, Shift(stream=stream), lambda one: _draws(one, stream), part)
    if moved is not None and _draws(moved, stream) and unmoved(part_of(run.output, part), part_of(moved.output, part)):
        fail(
            f"Number {part + 1} of your output does not depend on the keys of the stream `{stream}`: they were drawn,"
            " and it was not drawn with them.",
            f"number {part + 1} is not drawn from {stream}",
        )


def reads(run: Run, name: str) -> None:
    """The output depends on what the attribute `name` of a module holds: its arrays, in variables or bare.

    The function is called again with these moved as the constructor ends; the output must move. Where nothing is there
    then, or the function raises, nothing is known, and that passes. Raises Unmet.
    """
    try:
        moved = run.again(Shift(held=name))
    except Unmet:
        return
    if moved.recorder.moved and unmoved(run.output, moved.output):
        fail(
            f"Your output does not depend on what `{name}` holds: it was computed beside the module.",
            f"{name} is not read",
        )


def _moved(run: Run, shift: Shift, seen: Callable[[Run], int], part: int | None) -> Run | None:
    """The run with some values moved, with nothing kept by jit where less is seen; None where the function raises."""
    try:
        moved = run.again(shift)
        hidden = seen(moved) < seen(run) or bool(run.recorder.earlier)
        if hidden and unmoved(part_of(run.output, part), part_of(moved.output, part)):
            moved = run.again_traced(shift)
    except Unmet:
        return None
    return moved


def _callers(run: Run, of: str | type[Any]) -> list[Any]:
    return [module for module in run.modules() if callable(module) and contains(module, of)]


def _agree(run: Run, answer: Any) -> bool:
    """Whether `answer` is the output, with or without axes of length one."""
    structures = [heard(jax.tree.structure, value).value for value in (answer, run.output)]
    pairs = zip(leaves_of(answer), leaves_of(run.output), strict=False)
    return equal(*structures) and all(is_traced(other) or _have_equal_numbers(run, one, other) for one, other in pairs)


def _have_equal_numbers(run: Run, one: Any, other: Any) -> bool:
    ours, theirs = numbers_in(one), numbers_in(other)
    if ours is None or theirs is None:
        return is_traced(one)
    rtol, atol = max(run.case.rtol, 1e-4), max(run.case.atol, 1e-5)
    return ours.size == theirs.size and close(ours.ravel(), theirs.ravel(), rtol, atol)


def _direct_call_gives(run: Run, callers: Iterable[Any], named: str, args: tuple[Any, ...]) -> None:
    for module in callers:
        try:
            if not _takes(module, args) or _agree(run, learner_calls(module, *map(fresh, args))):
                return
        except Unmet as unmet:
            if unmet.finding == RAISED:
                return
            raise
    fail(
        f"A call of {named} gives something else than your function returns: a part of the work is done outside of"
        " its `__call__`.",
        "a call gives something else",
    )


def _held(module: Any) -> dict[str, Any]:
    """What the variables and arrays of a module hold, by the last step of their path, and its own attributes."""
    flat = taken_apart(module, lambda: list(nnx.to_flat_state(nnx.state(module))))
    held = {str(path[-1]): raw_of(leaf) for path, leaf in flat}
    own = {name: raw_of(value) for name, value in vars(module).items() if not name.startswith("_")}
    # A copy: a NumPy array may be added to in place.
    return {name: value.copy() if isinstance(value, np.ndarray) else value for name, value in {**held, **own}.items()}


def _computed(function: Callable[[Held], Any], held: Held) -> Any:
    """What the check expects; None where what is held is no number to compute with."""
    return heard(function, held).value


def _takes(module: Any, args: tuple[Any, ...]) -> bool:
    """Whether a call with these arguments fits the module's `__call__`, as far as that can be told."""
    try:
        inspect.signature(type(module).__call__).bind(module, *args)
    except TypeError:
        return False
    except ValueError:
        return True
    return True


def _what_a_call_did(name: str, before: Any, after: Any) -> str:
    return f"a call leaves {name} alone" if close(after, before) else f"a call changes {name} otherwise"


def _draws(run: Run, stream: str) -> int:
    return sum(draw.side == "nnx" and draw.stream == stream for draw in run.recorder.draws)
