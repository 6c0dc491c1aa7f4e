"""What is told of a solution after its verdict."""

from __future__ import annotations

import pytest

from flaxdrills.judging.events import CheckKind, CostCompared, Described, Done, Event, Traced
from flaxdrills.judging.model_description import every
from flaxdrills.judging.model_diff import diff_models
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from tests.judging.real_runs import MISBEHAVING, judged

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]


async def test_after_a_pass_the_cost_is_told_if_it_is_asked_for(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    for measure_cost in (True, False):
        heard: list[Event] = []
        await workers.run(problem, Job(source, "mine.py", measure_cost), heard.append)
        last = heard[-1]
        assert isinstance(heard[-2] if measure_cost else last, Done)
        if measure_cost:
            assert isinstance(last, CostCompared)
            assert last.yours.equations == last.reference.equations > 10
            assert last.yours.warm_ms > 0
    heard = []
    await workers.run(problem, Job((MISBEHAVING / "returns_nan.py").read_text(), "mine.py", True), heard.append)
    assert isinstance(heard[-1], Done)


async def test_after_any_verdict_what_was_built_is_told_if_it_is_asked_for(
    workers: WorkerPool, problem: Problem
) -> None:
    right = (problem.folder / "solution.py").read_text()
    wrong = right + f"\nright = {problem.function}\n\ndef {problem.function}(*args):\n    print('hello')\n"
    raising = f"{wrong}    right(*args)\n    raise ValueError('no')\n"
    failing = f"{wrong}    return right(*args) + nnx.Linear(1, 1, rngs=nnx.Rngs(0)).kernel[0, 0]\n"
    for source, verdict, late in (
        (right, Verdict.PASSED, [Described, Traced, CostCompared]),
        (failing, Verdict.FAILED, [Described, Traced]),
        (raising, Verdict.ERROR, [Described, Traced]),
        ("nothing = 1\n", Verdict.ERROR, [Described, Traced]),
    ):
        heard: list[Event] = []
        await workers.run(problem, Job(source, "mine.py", measure_cost=True, describe=True), heard.append)
        report = Report(problem.id)
        for event in heard:
            report = report.after(event)
        assert report.verdict is verdict
        done = next(number for number, event in enumerate(heard) if isinstance(event, Done))
        assert [type(event) for event in heard[done + 1 :]] == late
        assert report.described is not None and report.traced is not None
        types = {part.type for part in every(*report.described.yours.parts)}
        assert report.traced.reference.total > 10
        match verdict:
            case Verdict.PASSED:
                assert diff_models(report.described.yours, report.described.reference).is_alike
                assert report.traced.yours == report.traced.reference
                assert report.weighed is not None
                assert report.weighed.yours.equations == report.traced.yours.total
            case Verdict.FAILED:
                assert report.traced.yours.total > report.traced.reference.total
                assert not diff_models(report.described.yours, report.described.reference).is_alike
                cases = [check for check in report.checks if check.kind is CheckKind.CASE]
                assert report.output.count("hello") == len(cases)
            case _ if source == raising:
                assert "Linear" in types
                assert report.traced.yours.fault == "ValueError: no"
            case _:
                assert not types
                assert report.traced.yours.fault == "there is no such function"


AFTERWARDS = """
import os, sys
from flaxdrills.judging.events import Done, Noted, Raised, Traced
from flaxdrills.judging.model_description import Primitives

right = FUNCTION

def FUNCTION(*args):
    frame = sys._getframe()
    while frame is not None and frame.f_code.co_name != "tell_afterwards":
        frame = frame.f_back
    if frame is not None:
        afterwards(frame.f_locals["tell"])
    return right(*args)
"""
"""A solution that knows from the stack that its verdict stands."""


async def test_what_is_told_after_the_verdict_cannot_be_more_than_that(workers: WorkerPool, problem: Problem) -> None:
    # Who finds the judge's own functions can say all that it says; by then the verdict is known.
    source = (problem.folder / "solution.py").read_text()
    source += AFTERWARDS.replace("FUNCTION", problem.function)
    source += """
def afterwards(tell):
    for event in (Noted("forged"), Raised("Forged", ""), Done(0.0)):
        tell(event)
    for _ in range(3):
        tell(Traced(Primitives(fault="\x1b[2J" * 1000), Primitives()))
    os._exit(0)
"""
    heard: list[Event] = []
    await workers.run(problem, Job(source, "mine.py", describe=True), heard.append)
    done = next(number for number, event in enumerate(heard) if isinstance(event, Done))
    described, traced = heard[done + 1 :]
    assert isinstance(described, Described) and isinstance(traced, Traced)
    assert "[2J" in traced.yours.fault and "\x1b" not in traced.yours.fault


async def test_a_deprecated_spelling_is_told_after_a_pass(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    assert "layer.kernel[...] =" in source
    report = await judged(workers, problem, source.replace("layer.kernel[...] =", "layer.kernel.value ="))
    assert report.verdict is Verdict.PASSED
    assert "'.value' setter is now deprecated" in "".join(report.notes)


async def test_a_key_that_is_used_twice_is_told_after_the_verdict(workers: WorkerPool, problem: Problem) -> None:
    right = (problem.folder / "solution.py").read_text()
    assert "import jax\n" in right
    twice = "    key = jax.random.key(0)\n    jax.random.normal(key), jax.random.uniform(key)\n"
    source = (
        f"{right}\n\nright = {problem.function}\n\n\ndef {problem.function}(*args):\n{twice}    return right(*args)\n"
    )
    for text, notes in ((right, 0), (source, 1)):
        heard: list[Event] = []
        await workers.run(problem, Job(text, "mine.py", measure_cost=True), heard.append)
        (weighed,) = (event for event in heard if isinstance(event, CostCompared))
        assert len(weighed.notes) == notes
    line = source.splitlines().index("    jax.random.normal(key), jax.random.uniform(key)") + 1
    assert weighed.notes[0].startswith(f"line {line}: a random key is used here")


async def test_what_hangs_after_the_verdict_is_ended_soon(workers: WorkerPool, problem: Problem) -> None:
    source = (problem.folder / "solution.py").read_text()
    source += AFTERWARDS.replace("FUNCTION", problem.function)
    source += "\ndef afterwards(tell):\n    while True:\n        pass\n"
    heard: list[Event] = []
    await workers.run(problem, Job(source, "mine.py", True), heard.append)
    assert isinstance(heard[-1], Done)
