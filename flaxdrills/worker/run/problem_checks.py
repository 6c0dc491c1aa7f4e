"""A problem's checks and its reference, ready to judge with."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.checks.jit_and_grad import Demand
from flaxdrills.worker.checks.observed_run import changeable_parts
from flaxdrills.worker.run import load_module
from flaxdrills.worker.spy import install_hooks

Function = Callable[..., Any]
Check = Callable[[expect.Run], None]
Drawing = Callable[[expect.Run], expect.Picture]


class BrokenProblem(Exception):
    """The problem's own files do not work; the message says which and why."""


@dataclass(frozen=True, slots=True)
class ProblemChecks:
    """What a solution is measured with."""

    reference: Function
    cases: tuple[expect.Case, ...]
    mechanisms: Mapping[str, Check]
    """The mechanism checks by name, in order."""
    drawings: tuple[Drawing, ...] = ()
    """What makes pictures of the run of the first case."""
    modules: tuple[types.ModuleType, ...] = ()
    """What it was read from, which is in nobody else's reach."""
    not_demanded: frozenset[str] = frozenset()
    """What a solution need not be able to do: "jit", "grad", or both."""
    demand: Demand | None = None
    """What it must be able to do, once that was found out from the reference."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all checks in the order in which they are made."""
        derived = (self.demand.name,) if self.demand is not None and self.demand.name else ()
        return (*(case.name for case in self.cases), *self.mechanisms, *derived)

    def caller(
        self, function: Function, afterwards: Callable[[], None] = lambda: None
    ) -> Callable[[Mapping[str, Any]], Any]:
        """`function` of its arguments by name; they are passed by position in the task's order.

        `afterwards` is called after each call, also where that raised.
        """
        order = list(inspect.signature(self.reference).parameters)

        def call(arguments: Mapping[str, Any]) -> Any:
            try:
                return function(*(arguments[name] for name in order))
            finally:
                afterwards()

        return call

    def run(
        self,
        function: Function,
        case: expect.Case,
        recorders: list[install_hooks.Recorder] | None = None,
        afterwards: Callable[[], None] = lambda: None,
    ) -> expect.Run:
        """One recorded call of `function` with the arguments of `case`.

        The recorder is added to `recorders` before the call. `afterwards` is called after it, and after each call
        that a check makes. Raises whatever the function raises.
        """
        call, refer = self.caller(function, afterwards), self.caller(self.reference)
        arguments = arguments_of(case)
        given = changeable_parts(arguments)
        with install_hooks.recording(of=function) as recorder:
            if recorders is not None:
                recorders.append(recorder)
            output = call(arguments)
        return expect.Run(case, arguments, output, recorder, call, refer, given)


def arguments_of(case: expect.Case) -> dict[str, Any]:
    """The arguments that the learner's function is given: arrays as jax arrays, ints as ints."""
    return case.made()


def read_problem_checks(folder: Path, function: str, not_demanded: Iterable[str] = ()) -> ProblemChecks:
    """The checks that `folder` holds; what is `not_demanded` is not derived from the reference.

    Raises BrokenProblem.
    """
    install_hooks.lay_hooks()
    checks = _module(folder / "checks.py", "flaxdrills_checks")
    solution = _module(folder / "solution.py", "flaxdrills_reference")
    reference = load_module.member(solution, function)
    if not callable(reference):
        raise BrokenProblem(f"{folder / 'solution.py'} defines no function {function!r}.")
    cases = load_module.member(checks, "CASES")
    if not cases or not all(isinstance(case, expect.Case) for case in cases):
        raise BrokenProblem(f"{folder / 'checks.py'} needs CASES, a list made with expect.case.")
    mechanisms = {_check_name(name, check): check for name, check in vars(checks).items() if name.startswith("check_")}
    drawings = tuple(draw for name, draw in vars(checks).items() if name.startswith("draw_"))
    modules = (checks, solution)
    found = ProblemChecks(reference, tuple(cases), mechanisms, drawings, modules, frozenset(not_demanded))
    if len(set(found.names)) != len(cases) + sum(name.startswith("check_") for name in vars(checks)):
        raise BrokenProblem(f"{folder / 'checks.py'}: two checks have the same name.")
    wanted = set(inspect.signature(reference).parameters)
    for case in cases:
        if set(case.arguments) != wanted:
            raise BrokenProblem(f"{folder / 'checks.py'}: case {case.name!r} does not fit the reference's arguments.")
    return found


def _module(path: Path, name: str) -> types.ModuleType:
    try:
        module = load_module.load_file(path, name)
    except Exception as error:
        raise BrokenProblem(f"{path} does not load: {type(error).__name__}: {error}") from error
    sys.modules[name] = _without_functions(module)
    return module


def _without_functions(module: types.ModuleType) -> types.ModuleType:
    """What stands in for `module` among those that are loaded.

    Dataclasses look up there what their annotations mean; nobody is to find the reference there and call it.
    """
    bare = types.ModuleType(module.__name__)
    for name, value in vars(module).items():
        is_own = getattr(value, "__module__", None) == module.__name__
        if inspect.isclass(value) or not (is_own and callable(value)):
            setattr(bare, name, value)
    return bare


def _check_name(name: str, check: Any) -> str:
    lines = (inspect.getdoc(check) or "").strip().splitlines()
    if not lines:
        raise BrokenProblem(f"The check {name} has no docstring; its first line is what the screen shows.")
    return lines[0].rstrip(".")
