"""Every screen in every state that a learner meets: what must have happened before, and the keys that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from flaxdrills.judging.events import (
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    Cost,
    CostCompared,
    Died,
    Done,
    Event,
    Killed,
    Limit,
    Noted,
    Preparing,
    Printed,
    Raised,
    Recognised,
    StackFrame,
    Started,
)
from flaxdrills.judging.model_description import Layout
from tests.ui.screens.test_model_screen import DESCRIBED, TRACED

PROBLEM = "nnx-surgery-replace"
CASES = ("three inputs, two features", "a negative value", "a single feature")
MECHANISMS = (
    "The kernel is still an nnx.Param, float32, and filled with the value",
    "The bias is still an nnx.Param of zeros",
    "The kernel was replaced after the layer was built",
)


class Past(Enum):
    """What the learner did before."""

    NOTHING = "nothing"
    SOME = "some problems solved, one due again, the one that is looked at tried"
    YEAR = "a made-up year in a made-up catalogue"


@dataclass(frozen=True)
class Scene:
    """One picture."""

    name: str
    past: Past = Past.SOME
    problem: str = ""
    """Where the app is opened; "" for all problems."""
    keys: Sequence[str] = ()
    run: Sequence[Event] = ()
    """What a worker says of the file, once it is run with the first `r` of `keys`."""
    sees: str = ""
    """What stands on the screen once the scene is there."""
    is_long: bool = False
    """Whether the run never ends."""
    worker: Sequence[Event] = ()
    """What the worker says while it gets ready, where all is not well."""
    is_damaged: bool = False
    """Whether the solution file and a file of the journal hold what is no text."""
    editor: str = ""
    """The setting."""
    sizes: Sequence[tuple[int, int]] = ()
    """Those that matter, where it is not all of them."""


def _checks(*failed: str, message: str = "") -> tuple[Checked, ...]:
    return tuple(
        Checked(CheckResult(name, kind, name not in failed, message * (name in failed)))
        for names, kind in ((CASES, CheckKind.CASE), (MECHANISMS, CheckKind.MECHANISM))
        for name in names
    )


_VALUES = """2 of 2 values are wrong. Largest error 1.41 (relative 1.9) at [1]: -0.65975 in place of 0.74882; \
the limit there is 8.5e-06.
expected  float32[2] [ 0.7488  0.7488]
got       float32[2] [-0.3461 -0.6598]
input     seed=0.0, features=2.0, replacement_value=0.5
input     x=float32[3] [0.3456 0.8216 0.3304]"""
_DIAGNOSIS = """The layer that gave the answer still holds its old kernel: the new numbers never reached it.

A name that is bound to another array, the result of a map that nobody keeps, a clone, a misspelt attribute: each \
holds the new kernel beside the layer. The numbers must be written into the layer that is applied, so its own kernel \
stands on the left of the equals sign, with the brackets."""
_PRINTED = Printed("".join(f"epoch {number}: loss {1 / (number + 1):.4f}\n" for number in range(12)), False)
_NOTE = "`.value` is deprecated; write `kernel[...]`."

PASSED: Sequence[Event] = (
    Started(),
    *_checks(),
    Noted(_NOTE),
    _PRINTED,
    CostCompared(Cost(1, 1, 12, 0.41), Cost(1, 1, 9, 0.35)),
    Done(0.09),
)
FAILED: Sequence[Event] = (
    Started(),
    *_checks(*CASES, MECHANISMS[0], message=_VALUES),
    Noted(_NOTE),
    _PRINTED,
    Recognised("never_written", _DIAGNOSIS),
    Done(0.12),
)
ERROR: Sequence[Event] = (
    Started(),
    Printed("Param (3, 2)\n", False),
    Raised(
        "ValueError",
        "Incompatible types for broadcasting: input type=float32[2,3] and requested type=float32[3,2]",
        (StackFrame(32, "replace_kernel", "layer.kernel[...] = jnp.full((features, x.shape[0]), replacement_value)"),),
        f"case: {CASES[0]}",
        "A value does not fit where it is put. variable[...] = value keeps the Variable's shape, so value must have it "
        "or broadcast to it; look for swapped axes.",
    ),
    Done(0.19),
)
TIMEOUT: Sequence[Event] = (
    Started(),
    *_checks()[:2],
    _PRINTED,
    Killed(
        Limit.TIME,
        "The run took longer than 10 s, and was ended. It was running your code.",
        "running",
        (StackFrame(32, "replace_kernel", "while True:"),),
    ),
)
MEMORY: Sequence[Event] = (
    Started(),
    Killed(Limit.MEMORY, "Your code asked for more than 4 GiB of memory. It was running your code."),
)
CRASHED: Sequence[Event] = (Started(), Died("The process was ended by signal 11 (SIGSEGV). No check was made."))
BROKEN: Sequence[Event] = (
    Broke("checks.py of this problem raised ValueError: not enough values to unpack. `flaxdrills doctor` says more."),
)


def _report(name: str, run: Sequence[Event], sees: str, *keys: str) -> Scene:
    return Scene(name, problem=PROBLEM, keys=("r", *keys), run=run, sees=sees)


_LAYOUT = Layout("returned", (4, 2), "a on 2 devices", "+---+---+\n|[0]| 1 |\n+---+---+")
MODEL: Sequence[Event] = (*FAILED[:-1], replace(DESCRIBED, yours=replace(DESCRIBED.yours, layouts=(_LAYOUT,))), TRACED)
PRINTED: Sequence[Event] = (Started(), Printed("Param (3, 2)\n[0. 0.]\n", False), Done(0.2))

SCENES = (
    Scene("greeting", Past.NOTHING),
    Scene("browse-new", Past.NOTHING, keys=("escape",), sees="Flax NNX"),
    Scene("browse", sees="Due again"),
    Scene("browse-year", Past.YEAR, sees="solved"),
    Scene("filter", keys=("slash", *"param"), sees="param"),
    Scene("filter-none", keys=("slash", *"parzival"), sees="No problem has"),
    Scene("damaged", is_damaged=True, sees="other.jsonl"),
    Scene("damaged-file", problem=PROBLEM, keys=("2",), is_damaged=True, sees="UTF-8"),
    Scene("leave-asks", keys=("ctrl+c",), sees="Leave flaxdrills?"),
    Scene("too-small", sees="too small", sizes=((40, 10),)),
    Scene("lesson", Past.NOTHING, PROBLEM, sees="Lesson"),
    Scene("preparing", problem=PROBLEM, worker=(Preparing("opening the device"),), sees="opening the device"),
    Scene(
        "no-worker", problem=PROBLEM, worker=(Broke("The worker ended while it was getting ready."),), sees="No worker"
    ),
    Scene("task", problem=PROBLEM, keys=("t",), sees="Task"),
    Scene("hints", problem=PROBLEM, keys=("h", "h"), sees="Hint 2 of"),
    Scene("hints-all", problem=PROBLEM, keys=("h",) * 5, sees="no more hints"),
    Scene("solution-asks", problem=PROBLEM, keys=("s",), sees="Show it?"),
    Scene("solution", problem=PROBLEM, keys=("s", "y"), sees="Solution"),
    Scene("due", problem="nnx-linear-no-bias", sees="due again"),
    Scene("review", problem="nnx-linear-no-bias", keys=("v",), sees="A review:"),
    Scene("file", problem=PROBLEM, keys=("2",), sees="def replace_kernel"),
    Scene("running", problem=PROBLEM, keys=("r",), run=(Started(), *_checks()[:2]), sees="Running", is_long=True),
    _report("passed", PASSED, "PASSED"),
    _report("passed-report", PASSED, "PASSED", "3"),
    _report("passed-graded", PASSED, "PASSED", "g"),
    _report("passed-unfolded", PASSED, "6 checks", "3", "f"),
    _report("failed", FAILED, "FAILED"),
    _report("failed-report", FAILED, "FAILED", "3"),
    _report("failed-unfolded", FAILED, "more checks", "3", "f"),
    _report("error", ERROR, "ERROR"),
    _report("error-file", ERROR, "ERROR", "2"),
    _report("timeout", TIMEOUT, "TIMEOUT"),
    _report("memory", MEMORY, "OUT OF MEMORY"),
    _report("crashed", CRASHED, "CRASHED"),
    _report("broken", BROKEN, "BROKEN"),
    Scene("model-asks", problem=PROBLEM, keys=("m",), sees="There is no run to look at"),
    _report("model", MODEL, "Yours", "m"),
    _report("model-reference", MODEL, "Reference", "m", "d", "tab"),
    _report("model-jaxpr", MODEL, "What the jaxpr is made of", "m", "2"),
    _report("model-sharding", MODEL, "How arrays lie", "m", "3"),
    Scene("live-running", Past.NOTHING, PROBLEM, keys=("x",), run=PRINTED[:1], sees="Running it", is_long=True),
    Scene("live", Past.NOTHING, PROBLEM, keys=("x",), run=PRINTED, sees="Same here."),
    Scene("live-other", Past.NOTHING, PROBLEM, keys=("x",), run=(*PRINTED[:1], _PRINTED, Done(0.2)), sees="epoch 0"),
    Scene("own-editor", problem=PROBLEM, keys=("e",), editor="builtin", sees="esc"),
    Scene("own-editor-typed", problem=PROBLEM, keys=("e", *"x = (1, "), editor="builtin", sees="not saved"),
    Scene("help-browse", keys=("question_mark",), sees="Close"),
    Scene("help", problem=PROBLEM, keys=("question_mark",), sees="Close"),
    Scene("palette", problem=PROBLEM, keys=("ctrl+p",), sees="Attempts: see"),
    Scene("palette-open", problem=PROBLEM, keys=("ctrl+p", *"rngs"), sees="rngs"),
    Scene(
        "why", keys=("ctrl+p", *"explain", "down", "enter", *"TypeError: len() of unsized object"), sees="if variable"
    ),
    Scene("reset", problem=PROBLEM, keys=("ctrl+r",), sees="Begin again"),
    Scene("progress-empty", Past.NOTHING, keys=("escape", "p"), sees="Nothing was practised yet."),
    Scene("progress", Past.YEAR, keys=("p",), sees="The last year"),
    Scene("progress-day", Past.YEAR, keys=("p", "enter"), sees="1 run"),
    Scene("progress-due", Past.YEAR, keys=("p", "tab", "enter"), sees="due in all"),
    Scene("progress-concept", Past.YEAR, keys=("p", "tab", "tab", "tab", "enter"), sees="Build filters"),
    Scene("history-empty", Past.NOTHING, keys=("escape", "a"), sees="Attempts"),
    Scene("history", problem=PROBLEM, keys=("a",), sees="Attempts"),
    Scene("history-marked", problem=PROBLEM, keys=("a", "space", "down"), sees="from 1 to 2"),
    Scene("diff", problem=PROBLEM, keys=("a", "d"), sees="from 1 to 2"),
)
