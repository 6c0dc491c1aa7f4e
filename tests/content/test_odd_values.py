"""Odd values in each place of a right solution: whatever comes of it is said of the value, and is no fault of ours.

A sample of all is tried, the same for a seed: FLAXDRILLS_ODD=7 takes another one, FLAXDRILLS_ODD=all takes all of them
(an hour on one core).
"""

from __future__ import annotations

import functools
import os
import random
import traceback
from pathlib import Path

import pytest

import flaxdrills.worker
from flaxdrills.judging.events import Raised
from flaxdrills.judging.verdict import Verdict
from flaxdrills.problems.problem import Problem
from flaxdrills.worker.explain import exception
from flaxdrills.worker.run.make_check import NOT_MADE
from tests.content import odd_values
from tests.content.due import CATALOGUE, slowly_due_problems
from tests.content.in_process import Judge

SEED = os.environ.get("FLAXDRILLS_ODD", "12")
DUE = [pytest.param(problem, id=problem.id) for problem in slowly_due_problems()]
SAMPLE = 14
"""So many are tried of each problem."""

_JUDGE = str(Path(str(flaxdrills.worker.__file__)).parent)
_PASSED_ON = "*args"
"""What is in a line of a hook that only calls what it watches."""


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines of the judge that raised what a learner was told of as their error."""
    found: list[str] = []
    told = exception.raised

    def raised(error: BaseException, filename: str, where: str) -> Raised:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_known(frame)]
        if frames and frames[-1].filename.startswith(_JUDGE) and _PASSED_ON not in (frames[-1].line or ""):
            found.append(f"{frames[-1].filename}:{frames[-1].lineno} {frames[-1].line}: {error!r:.200}")
        return told(error, filename, where)

    monkeypatch.setattr(exception, "raised", raised)
    return found


def _is_known(frame: traceback.FrameSummary) -> bool:
    return frame.filename in ("/solution.py", odd_values.__file__) or frame.filename.startswith(_JUDGE)


@functools.cache
def _judge(problem_id: str) -> Judge:
    return Judge(CATALOGUE.problem(problem_id), cases=1)


def _right(problem: Problem) -> str:
    return (problem.folder / "solution.py").read_text()


@pytest.mark.parametrize("problem", DUE)
def test_an_odd_value_is_never_a_fault_of_the_problem(problem: Problem, ours: list[str]) -> None:
    judge = _judge(problem.id)
    places = odd_values.places_in(judge.reference_run())
    # JAX forgets to count down where it gives up on what holds itself: many of them, and this process recurses no more.
    values = [value for value in odd_values.VALUES if value != "holds itself" or problem.id.startswith("nnx")]
    everything = [(place, value) for place in places for value in values]
    chosen = everything if SEED == "all" else random.Random(f"{SEED} {problem.id}").sample(everything, SAMPLE)
    for place, value in chosen:
        report = judge.report(
            f"{_right(problem)}\nfrom tests.content.odd_values import with_odd as _with_odd\n"
            f"{problem.function} = _with_odd({problem.function}, {place!r}, {value!r})\n"
        )
        tried = f"{value} in {place} (FLAXDRILLS_ODD={SEED})"
        assert report.verdict in (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR), (tried, report.message)
        assert not ours, (tried, ours)
        if "beside" in place and value not in odd_values.NOT_OF_A_BEGINNER:
            # It has nothing to do with the result.
            assert not any(check.finding.startswith(NOT_MADE) for check in report.checks), (tried, report.message)


@pytest.mark.parametrize("problem", DUE)
@pytest.mark.parametrize("way", odd_values.GONE)
def test_a_right_solution_may_donate_or_delete_what_it_is_given(problem: Problem, way: str) -> None:
    judge = _judge(problem.id)
    source = (
        f"{_right(problem)}\nfrom tests.content import odd_values as _odd\n"
        f"{problem.function} = _odd.WAY({problem.function})\n"
    )
    report = judge.report(source.replace("WAY", way))
    if report.verdict is Verdict.FAILED and judge.report(source.replace("WAY", "copies")).verdict is Verdict.FAILED:
        pytest.skip("the task asks for the very arrays or modules that it gives")
    assert report.verdict is Verdict.PASSED, report.message


DRAWN_BIAS = "self.bias = nnx.Param(jax.random.normal(rngs.params(), (features,)))"
COUNT = "self.count[...] += 1.0"
BEGINNERS = [
    pytest.param(
        "nnx-linear-bias",
        (DRAWN_BIAS, "self.key = nnx.Param(rngs.params()); self.bias = nnx.Param(jax.random.normal(self.key[...], 3))"),
        ("model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))\n    return model(x)",
         "model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))\n    y = model(x)\n"
         "    model.bias = model.key\n    return y"),
        "`bias` holds a random key, and should hold an array of shape (3,).",
        id="the key in the place of what is drawn with it",
    ),
    *(
        pytest.param(
            "nnx-mutability",
            ("return jnp.stack([model.count[...], last_x.sum()])",
             f"n = model.count[...]\n    model.count.set_raw_value({held})\n    return jnp.stack([n, last_x.sum()])"),
            None,
            f"At the end `count` holds {told}, and should hold 3.0.",
            id=f"a count that holds {told}",
        )
        for held, told in (
            ("jax.random.key(0)", "a random key"),
            ("None", "None"),
            ("{'n': 3.0}", "a dict"),
            ("'three'", "'three'"),
            ("[[1.0], [1.0, 2.0]]", "a list"),
            ("lambda: 3", "a function"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("problem_id", "one", "other", "told"), BEGINNERS)
def test_what_is_held_is_described(
    problem_id: str, one: tuple[str, str], other: tuple[str, str] | None, told: str
) -> None:
    problem = CATALOGUE.problem(problem_id)
    source = _right(problem)
    for before, after in filter(None, (one, other)):
        assert before in source
        source = source.replace(before, after)
    report = _judge(problem.id).report(source)
    assert report.verdict is Verdict.FAILED
    assert told in "\n".join(check.message for check in report.checks)


def test_a_check_that_meets_what_it_cannot_work_with_describes_it_and_shows_no_traceback() -> None:
    problem = CATALOGUE.problem("nnx-linear-bias")
    source = _right(problem) + (
        "\nclass Lazy:\n    @property\n    def __class__(self):\n        raise RuntimeError('not yet')\n\n"
        "_right = linear_bias\n\ndef linear_bias(seed, x, features):\n"
        "    global model\n    y = _right(seed, x, features)\n    return y\n\n"
        "_init = DrawnLinear.__init__\n"
        "_call = DrawnLinear.__call__\n"
        "def __call__(self, x):\n    y = _call(self, x)\n    vars(self)['bias'] = Lazy()\n    return y\n"
        "DrawnLinear.__call__ = __call__\n"
    )
    report = _judge(problem.id).report(source)
    assert report.verdict is Verdict.FAILED
    met = [check for check in report.checks if check.finding.startswith(NOT_MADE)]
    assert met
    for check in met:
        assert "This check could not be made on your program" in check.message
        assert "`bias` holds an object that cannot be looked at, and should hold an array" in check.message
        assert "Traceback" not in check.message and "flaxdrills/" not in check.message
