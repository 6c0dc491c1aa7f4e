"""Recognising a learner's mistake."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from flaxdrills.judging.events import Broke, Killed, Limit, Raised, Recognised
from flaxdrills.judging.mistake_recognition import recognise_mistake
from flaxdrills.judging.report import Report
from tests.judging.mistakes import ERROR, FAILED, HOW, VALUES, mistake_of, with_values

TOLD = Recognised("shipped", "Perhaps: why")


@pytest.mark.parametrize(
    "one, other",
    [
        ("f() takes 2 positional arguments but 4 were given", "f() takes 1 positional argument but 5 were given"),
        (
            "Block.__init__() takes from 1 to 3 positional arguments but 4 were given",
            "Net.__init__() takes from 2 to 4 positional arguments but 5 were given",
        ),
        (
            "MLP.__call__() got an unexpected keyword argument 'y'",
            "Net.__call__() got an unexpected keyword argument 'y'",
        ),
        ('"MLP" object has no attribute "out".', '"Net" object has no attribute "out".'),
        ("Can't set width=8 for Module of type MLP: frozen", "Can't set width=8 for Module of type Net: frozen"),
        ("Destination /tmp/a-1/b already exists.", "Destination /home/me/tmp/c already exists."),
        (
            "The error occurred while tracing the function step at /a/b c/my.py:9 for jit. It depends on the value of "
            "the argument x.\nSee",
            "The error occurred while tracing the function <lambda> at /d.py:12 for jit. It depends on the values of "
            "the arguments x, and y.\nSee",
        ),
        (
            "no.\nThe function being traced when the value leaked was f at /a.py:1 traced for jit.\n---\n/a.py:2:2",
            "no.\nThe function being traced when the value leaked was g at /b.py:1 traced for jit.\n---\n/c.py",
        ),
        ("left over: {'a': Param(\n  1\n)}. Use `...`", "left over: {'mine': BatchStat(2)}. Use `...`"),
    ],
)
def test_an_error_is_recognised_whatever_was_counted_or_held(one: str, other: str) -> None:
    shipped = mistake_of(replace(ERROR, error=Raised("TypeError", one)))
    assert recognise_mistake(replace(ERROR, error=Raised("TypeError", other)), "", (shipped,)) == TOLD


@pytest.mark.parametrize(
    "report",
    [
        FAILED,
        with_values(message="in other words"),
        with_values(sketch=(1.0005, 1.9995)),
        replace(FAILED, run_s=9.0, output="hello", notes=("old",), prepare_s=3.0),
    ],
    ids=["itself", "other words", "nearly the same values", "another run"],
)
def test_the_same_mistake_is_recognised(report: Report) -> None:
    assert recognise_mistake(report, "", (mistake_of(FAILED),)) == TOLD


@pytest.mark.parametrize(
    "report",
    [
        with_values(finding="other shape"),
        with_values(sketch=(1.0, 2.1)),
        with_values(sketch=(1.0,)),
        with_values(sketch=(1.0, math.nan)),
        replace(FAILED, checks=(VALUES, replace(HOW, passed=False))),
        replace(FAILED, checks=(VALUES,)),
        replace(FAILED, error=Raised("TypeError", "no")),
        ERROR,
    ],
    ids=["finding", "value", "number of values", "nan", "another check fails", "fewer checks", "raised", "error"],
)
def test_another_mistake_is_not_taken_for_it(report: Report) -> None:
    assert recognise_mistake(report, "", (mistake_of(FAILED),)) is None


def test_an_error_is_recognised_by_its_words_without_addresses() -> None:
    again = replace(ERROR, error=Raised("TypeError", "no <object at 0x55d0>"))
    assert recognise_mistake(again, "", (mistake_of(ERROR),)) is not None
    other = replace(ERROR, error=Raised("ValueError", "no <object at 0x7f12ab>"))
    assert recognise_mistake(other, "", (mistake_of(ERROR),)) is None


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_like_itself(number: float) -> None:
    report = with_values(sketch=(number, 2.0))
    assert recognise_mistake(report, "", (mistake_of(report),)) is not None


def test_the_first_of_two_alike_is_taken() -> None:
    found = recognise_mistake(FAILED, "", (mistake_of(ERROR, "a"), mistake_of(FAILED, "b"), mistake_of(FAILED, "c")))
    assert found is not None and found.wrong == "b"


@pytest.mark.parametrize(
    "report",
    [
        replace(FAILED, checks=(replace(VALUES, passed=True), HOW)),
        replace(FAILED, broke=Broke("ours")),
        replace(FAILED, killed=Killed(Limit.TIME, "slow")),
        replace(FAILED, done=False),
    ],
    ids=["passed", "broken", "timeout", "not done"],
)
def test_only_failures_and_errors_are_mistakes(report: Report) -> None:
    assert recognise_mistake(report, "", (mistake_of(report),)) is None


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("model = nnx.Sequential([a])", Recognised("brackets", "why")),
        ("f = lambda x: x", Recognised("function", "why")),
        ("f = lambda x: nnx.Sequential([x], 3)", Recognised("function and brackets", "why")),
        ("x = 3", Recognised("symptom", "Perhaps: why")),
        ("def f(:", Recognised("symptom", "Perhaps: why")),
    ],
)
def test_a_mistake_is_told_as_a_fact_where_its_own_facts_are_so(source: str, told: Recognised) -> None:
    known = (
        mistake_of(FAILED, "symptom", facts=()),
        mistake_of(FAILED, "brackets", facts=("has nnx.Sequential([...])",)),
        mistake_of(FAILED, "function", facts=("has lambda",)),
        mistake_of(FAILED, "function and brackets", facts=("has lambda", "has nnx.Sequential([...], _)")),
    )
    assert recognise_mistake(FAILED, source, known) == told


def test_a_mistake_whose_facts_are_not_so_is_not_told_at_all() -> None:
    assert recognise_mistake(FAILED, "x = 3", (mistake_of(FAILED, facts=("has lambda", "checks")),)) is None


def test_a_mistake_that_the_checks_saw_whole_is_told_as_a_fact() -> None:
    assert recognise_mistake(FAILED, "", (mistake_of(FAILED, facts=("checks",)),)) == Recognised("shipped", "why")
